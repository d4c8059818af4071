import type { ProductList, Ticket } from '@faceplate/contracts';
import { busyConsumer, cutAfter, down, loseTheAnswer, on, once, type Operator } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { fillIn, openForm, openTickets, ticketsOf } from './ticket-raiser.page.ts';

const read = async <T>(operator: Operator, path: string): Promise<T> => (await (await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }))).json()) as T;

async function lines(operator: Operator) {
  const { items } = await read<ProductList>(operator, '/products');
  const of = (kind: string) => items.find(({ lineOfBusiness, status }) => lineOfBusiness === kind && status === 'active')!;
  return { fixed: of('fixed'), mobile: of('mobile') };
}

const ORDER = ['right', 'suspension', 'incident', 'planned', 'test', 'ticket', 'answers'];

describe('the desk', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('shows the checks in their order for the line one comes from, and lets nobody be stopped', async () => {
    const page = await openForm(busyConsumer());
    const { fixed } = await lines(page.operator);
    page.type('productId', fixed.id);
    await page.until(() => page.checks().length === ORDER.length);
    expect(page.checks().map((one) => one.split(' ')[0])).to.deep.equal(ORDER);
    expect(page.field('title')).to.not.equal(undefined);
    await expect(page.element).to.be.accessible();
  });

  it('tells of an incident with its next update, and joins with one tap', async () => {
    const page = await openForm(busyConsumer());
    const { fixed, mobile } = await lines(page.operator);
    const made = await page.operator.lever('incidents', { products: fixed.id, name: 'Cable cut', description: 'A digger cut a cable' });
    expect(made.ok).to.equal(true);
    const before = (await ticketsOf(page.operator)).total;
    page.type('productId', mobile.id);
    await page.until(() => page.checks().includes('incident nothing'));
    page.type('productId', fixed.id);
    await page.until(() => page.checks().includes('incident found'));
    expect(page.said()).to.contain('Cable cut').and.to.contain('We tell you more by');
    await expect(page.element).to.be.accessible();
    page.find('[data-me-too]')?.click();
    await page.until(() => page.said().includes('We tell you when it is fixed'));
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
  });

  it('runs a test of the line, and warns before a restart', async () => {
    const page = await openForm(busyConsumer());
    const { fixed } = await lines(page.operator);
    page.type('productId', fixed.id);
    await page.until(() => page.find('[data-test="line"]'));
    page.find('[data-test="line"]')?.click();
    await page.until(() => page.said().includes('The test is running'));
    await page.operator.passTime(30);
    await page.operator.passTime(30);
    await page.until(() => page.find('[part="test"] fp-tag'));
    page.find('[data-test="reboot"]')?.click();
    await page.until(() => page.find('[data-agree]'));
    await expect(page.element).to.be.accessible();
  });

  it('goes on to the form when a check cannot be asked', async () => {
    const page = await openForm(busyConsumer(), { faults: on('GET /desk', down()) });
    fillIn(page);
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
  });
});

/** Every moment at which the line can be cut between the tap and the last file. */
const MOMENTS = {
  'before the ticket is there': on('POST /tickets', once(down())),
  'after the ticket is there, before its answer is': on('POST /tickets', once(loseTheAnswer())),
  'in the middle of the answer': on('POST /tickets', once(cutAfter(40))),
  'before the first file is there': on('/attachments', once(down())),
  'after the first file is there, before its answer is': on('/attachments', once(loseTheAnswer())),
  'in the middle of the answer to a file': on('/attachments', once(cutAfter(40))),
};

describe('a ticket raised with the network cut', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  for (const [moment, faults] of Object.entries(MOMENTS)) {
    it(`${moment}: one ticket, every field and file kept`, async () => {
      const page = await openForm(busyConsumer(), { faults });
      const before = (await ticketsOf(page.operator)).total;
      fillIn(page);
      page.give(new File(['The light is red.'], 'light.txt', { type: 'text/plain' }), new File(['E7: no carrier'], 'display.txt', { type: 'text/plain' }));
      await page.until(() => page.evidence().length === 2);
      page.press('Send ticket');
      await page.until(() => page.problem() === 'This was not sent');
      expect(page.field('title')?.value).to.equal('Calls break off');
      expect(page.evidence()).to.have.lengthOf(2);
      page.press('Send ticket');
      await page.until(() => page.message().startsWith('We have'));
      const { items, total } = await ticketsOf(page.operator);
      expect(total).to.equal(before + 1);
      const raised = await read<Ticket>(page.operator, `/tickets/${items.find(({ title }) => title === 'Calls break off')?.id}`);
      expect([raised.title, raised.description, raised.severity, raised.kind]).to.deep.equal(['Calls break off', 'Since Tuesday, at home, every few minutes.', 'major', 'incident']);
      expect((raised.files ?? []).map(({ name }) => name)).to.deep.equal(['light.txt', 'display.txt']);
      expect(Object.keys(localStorage).filter((key) => key.includes('ticket-raiser'))).to.deep.equal([]);
    });
  }

  it('a page that is reloaded in between sends the same ticket, not another', async () => {
    const page = await openForm(busyConsumer(), { faults: on('POST /tickets', once(loseTheAnswer())) });
    const before = (await ticketsOf(page.operator)).total;
    fillIn(page);
    page.press('Send ticket');
    await page.until(() => page.problem() === 'This was not sent');
    page.element.remove();
    const { element } = page;
    document.body.append(element);
    await page.until(() => page.field('title'));
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    expect((await ticketsOf(page.operator)).total).to.equal(before + 1);
  });
});

describe('one ticket', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('shows clocks and ladder, is escalated with a reason, and is accessible', async () => {
    const page = await openTickets(busyConsumer());
    const { items } = await ticketsOf(page.operator);
    page.element.ticketId = items.find(({ title }) => title === 'Internet is slow in the evening')!.id;
    await page.until(() => page.find('[part="ladder"]'));
    expect(page.said()).to.contain('With us:');
    await expect(page.element).to.be.accessible();
    page.find('[data-act="escalate"]')?.click();
    await page.until(() => page.find('#said-escalate'));
    (page.find('#said-escalate') as HTMLTextAreaElement).value = 'Three evenings now.';
    page.press('Send');
    await page.until(() => page.find('[part="ladder"]')?.textContent.includes('Three evenings now.'));
  });

  it('is confirmed when it is fixed, and rated', async () => {
    const page = await openTickets(busyConsumer());
    const { items } = await ticketsOf(page.operator);
    page.element.ticketId = items.find(({ status }) => status === 'fixed')!.id;
    await page.until(() => page.find('[data-act="confirm"]'));
    page.find('[data-act="confirm"]')?.click();
    await page.until(() => page.said().includes('Closed'));
    await page.until(() => page.find('[data-stars="4"]'));
    page.find('[data-stars="4"]')?.click();
    await page.until(() => page.said().includes('You gave'));
  });

  it('gets a technician', async () => {
    const page = await openTickets(busyConsumer());
    const { items } = await ticketsOf(page.operator);
    page.element.ticketId = items.find(({ title }) => title === 'Internet is slow in the evening')!.id;
    await page.until(() => page.find('[part="visit"]'));
    page.press('Book a technician');
    await page.until(() => page.find('[name="slot"]'));
    page.find('[name="slot"]')?.click();
    page.press('Book this time');
    await page.until(() => page.said().includes('Move the visit'));
    await expect(page.element).to.be.accessible();
  });
});

it('speaks German and Arabic about what it knows', async () => {
  for (const [locale, word] of [['de', 'Was wir schon wissen'], ['ar', 'ما نعرفه مسبقًا']] as const) {
    const page = await openForm(busyConsumer(), { attributes: { locale } });
    const { fixed } = await lines(page.operator);
    page.type('productId', fixed.id);
    await page.until(() => page.checks().length > 0);
    expect(page.said()).to.contain(word);
  }
  closePortlets();
});
