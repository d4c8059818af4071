import type { Bill, BillList, Charge, UsageEventList } from '@faceplate/contracts';
import { busyConsumer, down, type Fault, on } from '@faceplate/mocks';
import { closePortlets, textOf } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { cents, openBills } from '../bill-viewer.page.ts';

type Opened = Awaited<ReturnType<typeof openBills>>;
type Options = Parameters<typeof openBills>[1];

async function ask<T>({ operator }: Opened, path: string): Promise<T> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as T;
}

/** Bills of the customer as far as they were asked for, newest first. */
const known: Bill[] = [];

/** The first line that `fits`, and its bill. */
async function lineOf(fits: (charge: Charge) => boolean): Promise<{ bill: Bill; charge: Charge }> {
  const found = () => known.flatMap((bill) => bill.charges.filter(fits).map((charge) => ({ bill, charge })))[0];
  const before = found();
  if (before) return before;
  const first = await openBills(busyConsumer());
  const { items } = await ask<BillList>(first, '/bills');
  for (const { id } of items.slice(known.length)) {
    known.push(await ask<Bill>(first, `/bills/${id}`));
    const now = found();
    if (now) return now;
  }
  throw new Error('no such line in this world');
}

/** The same, open, by its address. */
async function openLine(fits: (charge: Charge) => boolean, options: Options = {}) {
  const { bill, charge } = await lineOf(fits);
  const page = await openBills(busyConsumer(), { ...options, attributes: { 'bill-id': bill.id, 'charge-id': charge.id } });
  const root = () => page.element.shadowRoot;
  const detail = () => textOf(root()?.querySelector('[slot="detail"]'));
  await page.until(detail);
  return {
    ...page,
    bill,
    charge,
    detail,
    facts: () => [...(root()?.querySelectorAll('[slot="detail"] li') ?? [])].map(textOf),
    quantity: () => textOf(root()?.querySelector('fp-charge-list')?.shadowRoot?.querySelector(`[data-charge="${charge.id}"]`)?.closest('tr')?.querySelector('.spare')),
    uses: () => [...(root()?.querySelector('fp-usage-events')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map(textOf),
    usesTable: () => root()?.querySelector('fp-usage-events')?.shadowRoot,
  };
}

const isIn = (unit: string, most = Infinity) => ({ quantity, tiers = [] }: Charge) => quantity?.unit === unit && quantity.value > 2 && quantity.value <= most && tiers.length > 0;
const last = (fact: string) => cents(fact.split('=').at(-1) ?? '');

describe('a line of a bill', () => {
  afterEach(closePortlets);

  it('says step by step how it came to its amount', async () => {
    const { charge, facts, element } = await openLine(isIn('minutes'));
    const steps = facts().filter((fact) => fact.includes('×'));
    expect(steps.length).to.equal(charge.tiers?.length);
    expect(steps.reduce((sum, step) => sum + last(step), 0)).to.equal(charge.gross?.amount);
    expect(steps[0]).to.match(/^\d+ minutes? × €\d/);
    await expect(element).to.be.accessible();
  });

  it('of part of a month says how many days were charged', async () => {
    const { charge, facts } = await openLine(({ days }) => days !== undefined && days.charged < days.of);
    expect(facts()).to.contain(`${charge.days?.charged} of ${charge.days?.of} days`);
  });

  for (const [locale, days, minutes, words] of [
    ['en-GB', /^\d+ days$/, /^\d+ minutes$/, /^\d+ days × /],
    ['de-DE', /^\d+ Tage$/, /^\d+ Minuten$/, /^\d+ Tage × /],
    ['ar-EG', /^[٠-٩]+ أيام$/, /^[٠-٩]+ (دقائق|دقيقة)$/, /^[٠-٩]+ أيام × /],
  ] as const) {
    it(`counts in the words of ${locale}`, async () => {
      const abroad = await openLine(isIn('days', 10), { locale });
      await abroad.until(() => days.test(abroad.quantity()));
      await abroad.until(() => words.test(abroad.detail()));
      const calls = await openLine(isIn('minutes'), { locale });
      await calls.until(() => minutes.test(calls.quantity()));
    });
  }

  it('leaves a unit alone that it has no words for', async () => {
    const strange: Fault = async (request, next) => {
      const answer = await next(request);
      if (!/\/bills\/[^/]+$/.test(new URL(request.url).pathname)) return answer;
      const bill = (await answer.json()) as Bill;
      return Response.json({ ...bill, charges: bill.charges.map((charge) => ({ ...charge, quantity: { value: 2, unit: 'constructor' } })) });
    };
    const { quantity } = await openLine(isIn('days'), { faults: strange });
    expect(quantity()).to.contain('2 constructor');
  });

  it('leads to what it goes back to', async () => {
    const { charge, press, visited } = await openLine(({ reason }) => reason?.kind === 'bill' || reason?.kind === 'ticket');
    press(charge.reason?.kind === 'bill' ? 'See the bill' : 'See the ticket');
    expect(visited).to.deep.equal([`/${charge.reason?.kind === 'bill' ? 'bills' : 'support'}/${charge.reason?.id}`]);
  });

  it('shows every single use behind it, which add up to it', async () => {
    const page = await openLine(({ hasEvents, gross }) => hasEvents === true && (gross?.amount ?? 0) > 0);
    page.press('Every single use');
    await page.until(() => page.uses().length > 0);
    const { items } = await ask<UsageEventList>(page, `/bills/${page.bill.id}/charges/${page.charge.id}/events`);
    expect(page.uses()).to.have.lengthOf(Math.min(30, items.length));
    expect(items.reduce((sum, { amount }) => sum + amount.amount, 0)).to.equal(page.charge.gross?.amount);
    await expect(page.element).to.be.accessible();
  });

  it('whose uses are away stays, and has them when asked again', async () => {
    let isAway = true;
    const faults: Fault = (request, next) => (isAway ? on('/events', down())(request, next) : next(request));
    const page = await openLine(({ hasEvents, gross }) => hasEvents === true && (gross?.amount ?? 0) > 0, { faults });
    page.press('Every single use');
    await page.until(page.problem);
    expect(page.detail()).to.contain('before tax');
    await expect(page.element).to.be.accessible();
    isAway = false;
    page.press('Try again');
    await page.until(() => page.uses().length > 0);
  });

  it('that is not on the bill is said to be missing', async () => {
    const { bill } = await lineOf(() => true);
    const page = await openBills(busyConsumer(), { attributes: { 'bill-id': bill.id, 'charge-id': 'nothing' } });
    await page.until(() => page.message() === 'We cannot find that line on this bill.');
    expect(page.lines().length).to.be.greaterThan(0);
  });
});
