import { busyConsumer, down, none, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { billsOf, cents, openBills } from './bill-viewer.page.ts';

describe('<fp-bill-viewer>, all bills', () => {
  afterEach(closePortlets);

  it('adds six figures up on screen, and asks for what is due and overdue of them', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.figures()['position']);
    const { position, ...six } = page.figures();
    expect(Object.keys(six)).to.deep.equal(['due', 'overdue', 'disputed', 'scheduled', 'credit', 'unbilled']);
    const sum = Object.values(six).reduce((total, shown) => total + cents(shown.replace('+', '')), 0);
    expect(sum).to.equal(cents((position ?? '').replace('=', '')));
    expect(cents(page.owed())).to.equal(cents(six['due'] ?? '') + cents(six['overdue'] ?? ''));
  });

  it('adds up account by account too, each naming where it comes from', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.balances().length > 1);
    const [whole, ...accounts] = page.balances();
    for (const figure of ['due', 'overdue', 'unbilled', 'position']) {
      const sum = accounts.reduce((total, figures) => total + cents((figures[figure] ?? '').replace(/[+=]/, '')), 0);
      expect(sum, figure).to.equal(cents((whole?.[figure] ?? '').replace(/[+=]/, '')));
    }
  });

  it('shows no sum where the figures cannot be read, and still says what is to be paid', async () => {
    const page = await openBills(busyConsumer(), { faults: on('balance', refuse(400)) });
    await page.until(() => page.rows().length > 0 && page.owed());
    expect(page.figures()).to.deep.equal({});
    expect(page.said()).to.contain('We cannot show how it adds up');
    const { items } = await billsOf(page.operator);
    const open = items.filter(({ status }) => status !== 'on-hold').reduce((sum, { remaining, disputed }) => sum + remaining.amount - (disputed?.amount ?? 0), 0);
    expect(cents(page.owed())).to.equal(open);
    await expect(page.element).to.be.accessible();
  });

  it('leads to where it is paid', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.figures()['position']);
    page.press('Pay €');
    expect(page.visited).to.deep.equal(['/payments?all=1']);
  });

  it('has one action as a card', async () => {
    const page = await openBills(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(page.owed);
    expect(() => page.press('Pay €')).to.throw('no button');
  });

  it('does not ask staff to pay', async () => {
    const page = await openBills(busyConsumer(), { attributes: { mode: 'agent' } });
    await page.until(page.owed);
    expect(() => page.press('Pay €')).to.throw('no button');
  });

  it('narrows the list by state, year and account, and the address says so', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    const { items } = await billsOf(page.operator);
    page.choose('status', 'overdue');
    await page.until(() => page.rows().every((row) => row.includes('Overdue')));
    expect(page.rows()).to.have.lengthOf(items.filter(({ status }) => status === 'overdue').length);
    expect(page.visited.at(-1)).to.equal('/bills?status=overdue');
    page.choose('status', '');
    const payer = items[0]!.account.id;
    page.choose('payer', payer);
    const year = items[0]!.date.slice(0, 4);
    page.choose('year', year);
    expect(page.visited.at(-1)).to.equal(`/bills?payer=${payer}&year=${year}`);
    const fitting = items.filter(({ account, date }) => account.id === payer && date.startsWith(year));
    await page.until(() => page.rowSums()[0]?.startsWith(`${fitting.length} bill`));
    await expect(page.element).to.be.accessible();
  });

  it('is what its address says, and says when nothing fits', async () => {
    const page = await openBills(busyConsumer(), { attributes: { status: 'paid', year: '1999' } });
    await page.until(page.message);
    expect(page.message()).to.equal('No bill fits');
    await expect(page.element).to.be.accessible();
    page.press('Show all bills');
    await page.until(() => page.rows().length > 0);
    expect(page.visited).to.deep.equal(['/bills']);
  });

  it('sums up what the list shows', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    const { items } = await billsOf(page.operator);
    const total = items.reduce((sum, bill) => sum + bill.total.amount, 0);
    expect(page.rowSums()).to.have.lengthOf(1);
    expect(page.rowSums()[0]).to.contain(`${items.length} bills`);
    expect(cents(/€[\d.,]+/.exec(page.rowSums()[0]!)![0])).to.equal(total);
  });

  it('shows two billing systems in one list, each line naming its own', async () => {
    const page = await openBills(busyConsumer(), { second: none });
    await page.until(() => page.rows().length > 0 && page.owed());
    const said = page.rows().join(' ');
    expect(said).to.contain('From Meridian Billing').and.to.contain('From Rhein Cable Billing');
    await expect(page.element).to.be.accessible();
  });

  it('names the billing system that is away, and gives no plain sum', async () => {
    const page = await openBills(busyConsumer(), { second: down() });
    await page.until(() => page.rows().length > 0 && page.note());
    await page.until(() => page.said().includes('To pay now, at least'));
    expect(page.note()).to.equal('Some of this is missing');
    expect(page.rows().join(' ')).to.not.contain('Rhein Cable');
    await expect(page.element).to.be.accessible();
  });
});
