import type { SpendList } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, down, type Fault, hang, nothingYet, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { cents, openReports } from './report-center.page.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const changed =
  (change: (answer: SpendList) => SpendList): Fault =>
  async (request, next) => Response.json(change((await (await next(request)).json()) as SpendList));

const lastAmount = (row: string) => cents(/[−]?€[\d.,]+$/.exec(row)?.[0] ?? '');
const sumOf = (rows: readonly string[]) => rows.reduce((total, row) => total + lastAmount(row), 0);

describe('<fp-report-center>', () => {
  afterEach(closePortlets);

  it('stands in its last shape while it is on its way', async () => {
    const page = await openReports(busyConsumer(), { faults: on('/spend', hang()) });
    await page.until(page.loading);
    expect(page.heading()).to.equal('Reports');
    await expect(page.element).to.be.accessible();
  });

  it('tells services apart: the months, what costs most, what changed most, and all of it', async () => {
    const page = await openReports(busyConsumer());
    await page.until(() => page.rows().length > 0);
    expect(page.heading()).to.equal('Reports');
    expect(page.chartTitle()).to.match(/^€[\d.,]+ in \w+ \d{4}, before tax; the most for .+/);
    expect(page.chart()?.bars).to.have.lengthOf(6);
    await expect(page.element).to.be.accessible();
  });

  it('says in each picture’s title what it shows', async () => {
    const page = await openReports(busyConsumer());
    await page.until(() => page.pictures().length === 2);
    const [talkers, movers] = page.pictures();
    const costs = talkers?.bars.map(({ amount }) => cents(amount)) ?? [];
    expect(talkers?.answer).to.match(/^\d+% of it for .+/);
    expect(costs).to.have.lengthOf.within(2, 5).and.to.deep.equal(costs.toSorted((one, other) => other - one));
    const [first] = movers?.bars ?? [];
    expect(movers?.answer.replace('\u2060', '')).to.equal(`${first?.name}: ${first?.amount} since the month before`);
    expect(movers?.bars.every(({ amount }) => /^[+−]€/.test(amount))).to.equal(true);
  });

  it('can be told apart otherwise, over another time and of one account; the address says how', async () => {
    const page = await openReports(busyConsumer());
    await page.until(() => page.rows().length > 0);
    const sums = sumOf(page.rows());
    page.choose('by', 'kind');
    await page.until(page.loading);
    await page.until(() => page.rows().length > 0);
    expect(page.visited.at(-1)).to.equal('/reports?by=kind');
    expect(sumOf(page.rows())).to.equal(sums);
    page.choose('months', '12');
    await page.until(() => page.chart()?.bars.length === 12);
    expect(page.visited.at(-1)).to.equal('/reports?by=kind&months=12');
    const account = [...(page.element.shadowRoot?.querySelectorAll<HTMLOptionElement>('#account option') ?? [])].at(-1)?.value ?? '';
    page.choose('account', account);
    await page.until(page.loading);
    await page.until(() => page.rows().length > 0);
    expect(page.visited.at(-1)).to.equal(`/reports?by=kind&months=12&account=${account}`);
    expect(sumOf(page.rows())).to.be.lessThan(sums * 12);
    page.choose('account', '');
    await page.until(() => page.chosen('account') === '' && page.rows().length > 0);
    expect(page.visited.at(-1)).to.equal('/reports?by=kind&months=12');
  });

  it('follows its address there and back', async () => {
    const page = await openReports(busyConsumer(), { attributes: { by: 'kind', months: '3' } });
    await page.until(() => page.chart()?.bars.length === 3);
    expect([page.chosen('by'), page.chosen('months')]).to.deep.equal(['kind', '3']);
    page.choose('by', 'site');
    page.element.setAttribute('by', 'kind');
    page.element.removeAttribute('months');
    await page.until(() => page.chart()?.bars.length === 6);
    expect([page.chosen('by'), page.chosen('months')]).to.deep.equal(['kind', '6']);
  });

  it('shows the months of one of them alone', async () => {
    const page = await openReports(busyConsumer());
    await page.until(() => page.rows().length > 0);
    const group = page.element.shadowRoot?.querySelectorAll<HTMLOptionElement>('#trend-EUR option')[1];
    page.choose('trend-EUR', group?.value ?? '');
    await page.until(() => page.chartTitle().endsWith(`before tax, for ${group?.text}`));
    const whole = page.chart()?.bars.reduce((sum, { value }) => sum + value, 0);
    expect(lastAmount(page.rows().find((row) => row.startsWith(group?.text ?? '?')) ?? '')).to.equal(whole);
  });

  it('shows each picture as a table, too', async () => {
    const page = await openReports(busyConsumer());
    await page.until(() => page.pictures().length === 2);
    const { shadowRoot } = page.element.shadowRoot?.querySelector('fp-side-bars') ?? {};
    shadowRoot?.querySelector('button')?.click();
    await page.until(() => shadowRoot?.querySelector('slot'));
    expect(page.pictures()[0]?.bars).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
  });

  it('unfolds the units of a company', async () => {
    const page = await openReports(companyAdmin(), { attributes: { by: 'unit' } });
    await page.until(() => page.rows().length > 0);
    const top = page.rows();
    page.press(/^\D+?(?=[–+−€\d])/.exec(top[0] ?? '')?.[0].trim() ?? '');
    await page.until(() => page.rows().length > top.length);
    await expect(page.element).to.be.accessible();
  });

  it('keeps currencies apart', async () => {
    const alps = { id: 'alps', name: 'Alps', amounts: [eur(1)], total: eur(1), change: eur(1) };
    const two = changed((answer) => ({ ...answer, sheets: [...answer.sheets, { currency: 'CHF', sums: [], groups: [alps] }] }));
    const page = await openReports(busyConsumer(), { faults: on('/spend', two) });
    await page.until(() => page.sheets().length === 2);
    await expect(page.element).to.be.accessible();
  });

  for (const [locale, heading] of [['de', 'Auswertungen'], ['ar', 'التقارير']] as const) {
    it(`speaks ${locale}`, async () => {
      const page = await openReports(busyConsumer(), { locale, attributes: { months: '24' } });
      await page.until(() => page.rows().length > 0);
      expect(page.heading()).to.equal(heading);
      await expect(page.element).to.be.accessible();
    });
  }

  it('says that something is missing, and shows the rest', async () => {
    const partial = changed((answer) => ({ ...answer, gaps: [{ source: 'Rhein Cable Billing', reason: 'unreachable' as const }] }));
    const page = await openReports(busyConsumer(), { faults: on('/spend', partial) });
    await page.until(() => page.rows().length > 0);
    expect(page.note()).to.equal('Some of this is missing');
  });

  it('says so when there is nothing to tell apart', async () => {
    const page = await openReports(nothingYet(), { attributes: { by: 'site' } });
    expect(await page.until(page.message)).to.equal('Nothing to tell apart');
    await expect(page.element).to.be.accessible();
  });

  for (const [name, fault, said] of [
    ['refused', refuse(403), 'You may not see this'],
    ['broken', refuse(400), 'This could not be shown'],
    ['gone', down(), 'No connection'],
  ] as const) {
    it(`says what happened when spending is ${name}`, async () => {
      const page = await openReports(busyConsumer(), { faults: on('/spend', fault) });
      expect(await page.until(page.problem)).to.equal(said);
      expect(page.heading()).to.equal('Reports');
      expect(page.chosen('by')).to.equal('service');
      await expect(page.element).to.be.accessible();
    });
  }
});

describe('a month whose bills are not all there', () => {
  afterEach(closePortlets);

  const waiting = changed((list) => ({ ...list, awaited: [{ id: 'a9', name: 'Cabin' }] }));

  it('is said to be so, and not compared with the month before', async () => {
    const page = await openReports(busyConsumer(), { faults: on('/spend', waiting) });
    await page.until(() => page.pictures().length === 1);
    expect(page.element.shadowRoot?.querySelector('[part="awaited"]')?.textContent).to.match(/^\w+ \d{4} is not whole yet: the bill for .?Cabin.? is still to come\.$/);
    await expect(page.element).to.be.accessible();
  });

  it('counts as at least so much on the card', async () => {
    const page = await openReports(busyConsumer(), { attributes: { view: 'card' }, faults: on('/spend', waiting) });
    await page.until(() => page.element.shadowRoot?.querySelector('[part="spent"]') != null);
    expect(page.element.shadowRoot?.textContent).to.contain('at least').and.not.to.contain('the month before');
  });
});

describe('<fp-report-center view="card">', () => {
  afterEach(closePortlets);
  const card = { attributes: { view: 'card' } };

  it('says what the last month came to, against the one before, and leads to the rest', async () => {
    const page = await openReports(busyConsumer(), card);
    expect(await page.until(page.spent)).to.match(/^€[\d.,]+$/);
    expect(page.said()).to.match(/Spent in \w+ \d{4}, before tax.+(more than|less than|As much as)/);
    await expect(page.element).to.be.accessible();
    page.press('See where it goes');
    expect(page.visited).to.deep.equal(['/reports']);
  });

  it('says how the first one comes about', async () => {
    const page = await openReports(nothingYet(), card);
    await page.until(() => page.said().includes('Nothing spent yet'));
    await expect(page.element).to.be.accessible();
  });

  it('compares nothing when some of it is missing', async () => {
    const partial = changed((answer) => ({ ...answer, gaps: [{ source: 'Rhein Cable Billing', reason: 'unreachable' as const }] }));
    const page = await openReports(busyConsumer(), { ...card, faults: on('/spend', partial) });
    await page.until(page.spent);
    expect(page.said()).to.include('before tax, at least').and.not.match(/more than|less than/);
  });

  it('says what happened when it cannot be read', async () => {
    const page = await openReports(busyConsumer(), { ...card, faults: on('/spend', down()) });
    expect(await page.until(page.problem)).to.equal('No connection');
    await expect(page.element).to.be.accessible();
  });
});
