import type { BillChange, CauseKind } from '@faceplate/contracts';
import { busyConsumer, down, type Fault, on } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { billsOf, cents, openBills } from '../bill-viewer.page.ts';

type Options = Parameters<typeof openBills>[1];

/** Ada's newest bill that is late: the one with many reasons. */
async function askWhy(options: Options = {}) {
  const page = await openBills(busyConsumer(), options);
  const { items } = await billsOf(page.operator);
  const bill = items.find(({ status }) => status === 'overdue')!;
  page.element.billId = bill.id;
  await page.until(page.difference);
  page.press(options.locale?.startsWith('ar') ? 'لماذا' : 'Why did it change?');
  await page.until(() => page.steps().length > 0);
  return { page, bill };
}

const signedCents = (shown: string) => cents(shown.replace('+', ''));

/** The answer of the service, changed on its way. */
const told =
  (change: (answer: BillChange) => BillChange): Fault =>
  async (request, next) => Response.json(change((await (await next(request)).json()) as BillChange));

const cause = (kind: CauseKind, amount: number, more: Partial<BillChange['causes'][number]> = {}): BillChange['causes'][number] => ({
  kind,
  amount: { amount, currency: 'EUR' },
  name: `Line ${amount}`,
  before: { amount: 0, currency: 'EUR' },
  after: { amount, currency: 'EUR' },
  chargeIds: ['line'],
  ...more,
});

const withCauses = (...causes: BillChange['causes']): Fault =>
  told((answer) => {
    const amount = causes.reduce((sum, one) => sum + one.amount.amount, 0);
    return { ...answer, causes, difference: { amount, currency: 'EUR' } };
  });

describe('why a bill changed', () => {
  afterEach(closePortlets);

  it('adds up to the cent, in the picture and in the table', async () => {
    const { page } = await askWhy();
    const steps = page.steps();
    const whole = steps.at(-1)!;
    const sum = steps.slice(0, -1).reduce((total, { amount }) => total + signedCents(amount), 0);
    expect(sum).to.equal(signedCents(whole.amount));
    expect(whole.kind).to.equal('sum');
    expect(page.difference()).to.contain(whole.amount.replace(/^[+−]/, ''));
    await expect(page.element).to.be.accessible();
    page.press('Show as table');
    await page.until(() => page.changeTable().length > 0);
    const rows = page.changeTable().map((row) => signedCents(/[−]?€[\d.,]+$/.exec(row)![0]));
    expect(rows.slice(0, -1).reduce((total, amount) => total + amount, 0)).to.equal(rows.at(-1));
    expect(rows.at(-1)).to.equal(signedCents(whole.amount));
    await expect(page.element).to.be.accessible();
  });

  it('says what happened and when, and leads to the line', async () => {
    const { page, bill } = await askWhy();
    const said = page.steps().map(({ says }) => says).join('\n');
    expect(said).to.contain('Abroad or to special numbers: Roaming outside the EU');
    expect(said).to.match(/Your discount ended on \d+ \w+ \d{4}: .+discount/);
    expect(page.steps()[0]!.more).to.contain('€0.00 before, €35.94 now');
    page.press('See the line');
    expect(page.visited.at(-1)).to.match(new RegExp(`^/bills/${bill.id}/.+`));
    await page.until(() => page.landed().includes('Roaming outside the EU'));
    await page.until(() => page.said().includes('Dispute this charge'));
  });

  it('opens the event behind a cause where it has a page', async () => {
    const { page } = await askWhy({
      faults: on('/change', withCauses(cause('credit', -300, { reason: { kind: 'ticket', id: 't 1' } }), cause('usage', -100, { chargeIds: [] }))),
    });
    page.press('See the ticket');
    expect(page.visited.at(-1)).to.equal('/support/t%201');
    page.press('See it on the bill before');
    expect(page.visited.at(-1)).to.match(/^\/bills\/[^/]+$/);
  });

  it('shows what nobody can explain as such, however small it is', async () => {
    const many = [900, 800, 700, 600, 500, 400, 300, 200].map((amount) => cause('usage', amount));
    const { page } = await askWhy({ faults: on('/change', withCauses(...many, cause('rounding', -1), cause('unexplained', 1, { name: '' }))) });
    const steps = page.steps();
    const unknown = steps.find(({ kind }) => kind === 'unknown')!;
    expect(unknown.says).to.contain('Not explained').and.to.contain('We do not know why');
    expect(unknown.amount).to.equal('+€0.01');
    expect(unknown.drawn).to.equal(true);
    const folded = steps.find(({ says }) => says === '2 smaller causes')!;
    expect(folded.amount).to.equal('+€5.00');
    expect(folded.more).to.contain('+€3.00').and.to.contain('+€2.00');
    await expect(page.element).to.be.accessible();
  });

  it('has a sentence for every kind of cause, with and without a day, up and down', async () => {
    const kinds: CauseKind[] = [
      'new-service', 'ended-service', 'plan-change', 'proration-in', 'proration-out', 'one-off', 'instalment-start', 'instalment-end', 'promotion-start', 'promotion-end', 'price-change',
      'allowance-exceeded', 'roaming-premium', 'usage', 'late-fee', 'credit', 'service-level-credit', 'dispute', 'tax-change', 'rounding', 'period-length', 'moved-account', 'unexplained',
    ];
    const causes = kinds.flatMap((kind) => [cause(kind, 100, { on: '2026-11-03' }), cause(kind, -90)]);
    const { page } = await askWhy({ faults: on('/change', withCauses(...causes)) });
    page.press('Show as table');
    await page.until(() => page.changeTable().length > causes.length);
    const said = page.changeTable();
    expect(said.every((row) => row.length > 8 && !row.includes('undefined'))).to.equal(true);
    expect(said.join('\n')).to.contain('Your discount ended on 3 November 2026: Line 100').and.to.match(/This bill is for 31 days, the one before for 30/);
  });

  it('says what is missing, and that it cannot be told for now', async () => {
    const gap = { source: 'Products', reason: 'unreachable' as const };
    const { page } = await askWhy({ faults: on('/change', told((answer) => ({ ...answer, gaps: [gap] }))) });
    await page.until(page.note);
    expect(page.said()).to.contain('Products');
    await expect(page.element).to.be.accessible();
  });

  it('is not asked for a bill that is gone', async () => {
    const page = await openBills(busyConsumer(), { attributes: { 'bill-id': 'nobodys' }, faults: on('/change', down()) });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this bill');
  });

  it('speaks Arabic, at a phone’s width', async () => {
    const { page } = await askWhy({ locale: 'ar-EG' });
    page.element.style.width = '320px';
    expect(page.steps()[0]!.says).to.match(/[\u0600-\u06ff]/);
    expect(page.element.scrollWidth).to.be.at.most(320);
    await expect(page.element).to.be.accessible();
  });
});
