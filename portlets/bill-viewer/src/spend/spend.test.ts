import type { SpendList } from '@faceplate/contracts';
import { busyConsumer, companyAdmin, type Fault, nothingYet, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { cents, openBills } from '../bill-viewer.page.ts';
import { csvOf, moversOf, rowsOf } from './sheet.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

const group = (id: string, before: number, now: number, parentId?: string): SpendList['sheets'][number]['groups'][number] => ({
  id,
  name: id.toUpperCase(),
  ...(parentId && { parentId }),
  amounts: [eur(before), eur(now)],
  total: eur(before + now),
  change: eur(now - before),
});

const changed =
  (change: (answer: SpendList) => SpendList): Fault =>
  async (request, next) => Response.json(change((await (await next(request)).json()) as SpendList));

const lastAmount = (row: string) => cents(/[−]?€[\d.,]+$/.exec(row)![0]);

describe('where the money goes', () => {
  afterEach(closePortlets);

  it('tells services apart, the picture and what changed most with them', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    page.press('Where the money goes');
    await page.until(() => page.spendRows().length > 0);
    expect(page.visited).to.deep.equal(['/bills?by=service']);
    expect(page.chartTitle()).to.match(/^€[\d.,]+ in \w+ \d{4}, before tax; the most for .+/);
    const steps = page.steps();
    expect(steps.length).to.be.within(1, 5);
    expect(steps.every(({ amount, kind }) => amount.startsWith('+') === (kind === 'up'))).to.equal(true);
    await expect(page.element).to.be.accessible();
  });

  it('can be told apart otherwise, and the address says how', async () => {
    const page = await openBills(busyConsumer(), { attributes: { by: 'service' } });
    await page.until(() => page.spendRows().length > 0);
    const sums = page.spendRows().reduce((total, row) => total + lastAmount(row), 0);
    page.choose('spend-by', 'kind');
    await page.until(page.loading);
    await page.until(() => page.spendRows().length > 0);
    expect(page.visited.at(-1)).to.equal('/bills?by=kind');
    expect(page.spendRows().reduce((total, row) => total + lastAmount(row), 0)).to.equal(sums);
  });

  it('unfolds the units of a company', async () => {
    const page = await openBills(companyAdmin(), { attributes: { by: 'unit' } });
    await page.until(() => page.spendRows().length > 0);
    const top = page.spendRows();
    page.press(/^\D+?(?=[–+−€\d])/.exec(top[0]!)![0].trim());
    await page.until(() => page.spendRows().length > top.length);
    await expect(page.element).to.be.accessible();
  });

  it('goes back to the bills', async () => {
    const page = await openBills(busyConsumer(), { attributes: { by: 'service' } });
    await page.until(() => page.spendRows().length > 0);
    page.press('All bills');
    await page.until(() => page.rows().length > 0);
    expect(page.visited).to.deep.equal(['/bills']);
  });

  it('keeps currencies apart', async () => {
    const two = changed((answer) => ({ ...answer, sheets: [...answer.sheets, { currency: 'CHF', sums: [], groups: [{ ...group('alps', 1, 2), name: 'Alps' }] }] }));
    const page = await openBills(busyConsumer(), { attributes: { by: 'service' }, faults: on('/spend', two) });
    await page.until(() => page.element.shadowRoot?.querySelectorAll('[data-currency]').length === 2);
    await expect(page.element).to.be.accessible();
  });

  it('says so when there is nothing to tell apart', async () => {
    const page = await openBills(nothingYet(), { attributes: { by: 'site' } });
    await page.until(page.message);
    expect(page.message()).to.equal('Nothing to tell apart');
    await expect(page.element).to.be.accessible();
  });

  it('says what happened when it cannot be read', async () => {
    const page = await openBills(busyConsumer(), { attributes: { by: 'service' }, faults: on('/spend', refuse(400)) });
    await page.until(page.problem);
    expect(page.heading()).to.equal('Where the money goes');
    await expect(page.element).to.be.accessible();
  });

  it('names what moved most: of a whole what is its own, beside its parts', () => {
    const groups = [group('all', 12, 47), group('a', 5, 5, 'all'), group('b', 5, 35, 'all'), group('c', 9, 1)];
    const movers = moversOf(groups, (name) => `${name} itself`);
    expect(movers.map(({ name, change }) => [name, change.amount])).to.deep.equal([['B', 30], ['C', -8], ['ALL itself', 5]]);
    expect(movers.at(-1)!.amounts.map(({ amount }) => amount)).to.deep.equal([2, 7]);
  });

  it('draws a tree from the top, and what hangs on nothing there too', () => {
    const groups = [group('all', 1, 1), group('a', 1, 1, 'all'), group('lost', 1, 1, 'nobody')];
    expect(rowsOf(groups, () => false).map(({ group: { id }, depth }) => [id, depth])).to.deep.equal([['all', 0], ['lost', 0]]);
    expect(rowsOf(groups, (id) => id === 'all').map(({ group: { id }, depth }) => [id, depth])).to.deep.equal([['all', 0], ['a', 1], ['lost', 0]]);
  });

  it('hands over exactly what is shown, and no formula', () => {
    const list: SpendList = {
      by: 'site',
      months: ['2026-09', '2026-10'],
      sheets: [{ currency: 'EUR', sums: [], groups: [group('a', 1, 250), { ...group('b', 1, 2, 'a'), name: '=1+1, "x"' }] }],
      gaps: [],
    };
    const columns = { name: 'For', above: 'Belongs to', currency: 'Currency', total: 'In all' };
    expect(csvOf(list, columns)).to.equal(
      '\ufeffFor,Belongs to,Currency,2026-09,2026-10,In all\r\nA,,EUR,0.01,2.50,2.51\r\n"\'=1+1, ""x""",A,EUR,0.01,0.02,0.03\r\n',
    );
  });
});
