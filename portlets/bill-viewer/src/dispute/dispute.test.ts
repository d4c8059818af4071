import type { Bill, BillList, DisputeList } from '@faceplate/contracts';
import { busyConsumer, down, type Fault, loseTheAnswer, on, once } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openBills } from '../bill-viewer.page.ts';
import { linesOf } from './dispute.page.ts';

type Opened = Awaited<ReturnType<typeof openBills>>;
type OpenOptions = Parameters<typeof openBills>[1];

async function ask<T>({ operator }: Opened, path: string): Promise<T> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as T;
}

/** Ada's newest bill with something to pay, its first monthly line open. */
async function openLine(options: OpenOptions = {}) {
  const first = await openBills(busyConsumer());
  const { items } = await ask<BillList>(first, '/bills');
  const open = items.find(({ remaining, disputed }) => remaining.amount > 1000 && !disputed)!;
  const bill = await ask<Bill>(first, `/bills/${open.id}`);
  const charge = bill.charges.find(({ net, dispute }) => net.amount > 1000 && !dispute)!;
  const page = await openBills(busyConsumer(), { ...options, attributes: { 'bill-id': bill.id, ...options.attributes } });
  const lines = linesOf(page);
  await page.until(() => lines.openers().length > 0);
  return { page, lines, bill, charge };
}

async function fill({ page, lines, charge }: Awaited<ReturnType<typeof openLine>>) {
  await lines.open(new RegExp(`^${charge.name.replaceAll(/[^\w ]/g, '.')}`));
  await lines.press(/Dispute this charge/);
  await page.until(lines.form);
  lines.type('amount', '5.00');
  lines.type('reason', 'wrong-amount');
  lines.type('description', 'We had agreed on less.');
}

/** What somebody typed for a line would be offered to the next test. */
function forget() {
  closePortlets();
  localStorage.clear();
}

describe('disputing a line', () => {
  beforeEach(forget);
  afterEach(forget);

  it('holds a part of it back, and says who acts next and by when', async () => {
    const opened = await openLine();
    const { page, lines, bill } = opened;
    await fill(opened);
    await page.until(() => /Then due: €/.test(lines.form()?.shadowRoot?.textContent ?? ''));
    lines.attach('letter.txt', 'Dear Ada');
    await page.until(() => lines.form()?.shadowRoot?.textContent?.includes('letter.txt'));
    await expect(page.element).to.be.accessible();
    await lines.press(/^Dispute €5\.00/);
    await page.until(() => lines.status().includes('It is our turn'));
    expect(lines.status()).to.contain('Disputed: €5.00').and.to.contain('letter.txt');
    await page.until(() => lines.sums().includes('Disputed, not to be paid now −€5.00'));
    expect((await ask<DisputeList>(page, `/disputes?bill=${bill.id}`)).items).to.have.lengthOf(1);
    expect(Object.keys(localStorage).filter((key) => key.includes('dispute'))).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('keeps what was typed and chosen when the page is left, and sends it afterwards', async () => {
    const opened = await openLine();
    await fill(opened);
    opened.lines.attach('letter.txt', 'Dear Ada');
    await opened.page.until(() => opened.lines.form()?.shadowRoot?.textContent?.includes('letter.txt'));
    const again = await openLine();
    await again.lines.open(new RegExp(`^${again.charge.name}`));
    await again.page.until(again.lines.form);
    await again.page.until(() => again.lines.field('amount')?.value === '5.00');
    expect(again.lines.field('description')?.value).to.equal('We had agreed on less.');
    expect(again.lines.form()?.shadowRoot?.textContent).to.contain('letter.txt');
    expect(again.page.element.shadowRoot?.querySelector('fp-status-message[heading="We kept what you typed."]')).to.exist;
  });

  it('arrives once, though the first answer is lost', async () => {
    const lost = once(loseTheAnswer());
    const faults: Fault = (request, next) => (request.method === 'POST' && request.url.endsWith('/disputes') ? lost(request, next) : next(request));
    const opened = await openLine({ faults });
    const { page, lines, bill } = opened;
    await fill(opened);
    await lines.press(/^Dispute €5\.00/);
    await page.until(lines.problem);
    expect(lines.problem()?.textContent).to.contain('What you typed is kept');
    await expect(page.element).to.be.accessible();
    await lines.press(/^Dispute €5\.00/);
    await page.until(() => lines.status().includes('It is our turn'));
    expect((await ask<DisputeList>(page, `/disputes?bill=${bill.id}`)).items).to.have.lengthOf(1);
  });

  it('names what is missing, and what is too much', async () => {
    const opened = await openLine();
    const { page, lines, charge } = opened;
    await lines.open(new RegExp(`^${charge.name}`));
    await lines.press(/Dispute this charge/);
    await page.until(lines.form);
    await lines.press(/^Dispute/);
    await page.until(() => lines.problems().length === 3);
    expect(lines.problems()).to.deep.equal(['Enter an amount above nothing.', 'Choose what is wrong.', 'Write a few words.']);
    lines.type('amount', '99999');
    lines.type('reason', 'other');
    lines.type('description', 'All of it.');
    await lines.press(/^Dispute €/);
    await page.until(() => lines.problems().length === 1);
    expect(lines.problems()[0]).to.match(/^At most €/);
    await expect(page.element).to.be.accessible();
  });

  it('is taken back, and is due again', async () => {
    const opened = await openLine();
    const { page, lines } = opened;
    await fill(opened);
    await lines.press(/^Dispute €5\.00/);
    await lines.press(/^Withdraw: €5\.00/);
    await page.until(() => !lines.sums().includes('Disputed, not to be paid now'));
    await lines.press(/Dispute this charge/);
    await page.until(lines.form);
  });

  it('that was granted in part links the credit, says what is due again, and can be objected to', async () => {
    const opened = await openLine();
    const { page, lines } = opened;
    await fill(opened);
    await lines.press(/^Dispute €5\.00/);
    await page.until(() => lines.status().includes('It is our turn'));
    const { items } = await ask<DisputeList>(page, '/disputes');
    const id = items[0]!.id;
    const path = `/tmf-api/troubleTicket/v4/troubleTicket/${id}`;
    const patch = async (body: object) => {
      const answer = await page.operator.bss(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(answer.status, await answer.clone().text()).to.equal(200);
    };
    const ticket = (await (await page.operator.bss(path)).json()) as { status: string; troubleTicketCharacteristic: object[] };
    if (ticket.status === 'acknowledged') await patch({ status: 'inProgress' });
    await patch({ status: 'resolved', statusChangeReason: 'Half of it was right.', troubleTicketCharacteristic: [...ticket.troubleTicketCharacteristic, { name: 'outcome', value: 'partlyGranted' }, { name: 'grantedAmount', value: { unit: 'EUR', value: 2 } }] });
    await page.until(() => lines.status().includes('We give you back €2.00. The other €3.00 are due again since'));
    expect(lines.status()).to.contain('The credit is set off against this bill.').and.to.contain('Half of it was right.');
    await lines.press(/^Object to this decision/);
    const field = await page.until(() => page.element.shadowRoot?.querySelector('fp-dispute-status')?.shadowRoot?.querySelector('textarea'));
    field!.value = 'My phone was off.';
    await expect(page.element).to.be.accessible();
    await lines.press(/^Object to this decision/);
    await page.until(() => lines.status().includes('My phone was off.'));
    expect(lines.status()).to.contain('Being looked at').and.to.contain('Before you objected we gave you back €2.00');
  });

  it('says so when it cannot be read, and the bill stays', async () => {
    const opened = await openLine({ upstreamFaults: on('troubleTicket', down()) });
    const { page, lines, charge } = opened;
    await lines.open(new RegExp(`^${charge.name}`));
    await lines.press(/Dispute this charge/);
    await page.until(lines.problem);
    expect(lines.sums()).to.contain('Total');
    await expect(page.element).to.be.accessible();
  });
});
