import { badDays, busyConsumer, down, type Fault, hang, nothingYet, on, once, refuse, signedOut } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { billsOf, cents, openBills } from './bill-viewer.page.ts';

/** A backend that writes nonsense where the first bill of a list should say when and how much. */
const spoilFirst: Fault = async (request, next) => {
  const response = await next(request);
  const rows = (await response.json()) as object[];
  const nonsense = { billDate: 'soon', amountDue: 'a lot', taxIncludedAmount: 'a lot' };
  return Response.json(rows.map((row, index) => (index === 0 ? { ...row, ...nonsense } : row)), { headers: response.headers });
};

describe('<fp-bill-viewer>', () => {
  afterEach(closePortlets);

  it('shows what is owed, the trend and the bills of all accounts in one list', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0 && page.owed() && page.trend());
    expect(page.owed()).to.match(/^€\d/);
    expect(page.rows()).to.have.lengthOf(12);
    expect(page.rows().join(' ')).to.contain('Overdue').and.to.contain('From Meridian Billing');
    expect(page.chartTitle()).to.match(/ (more|less) than in /);
    await expect(page.element).to.be.accessible();
  });

  it('shows older bills on request', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    page.press('Show');
    await page.until(() => page.rows().length > 12);
    expect(page.rows()).to.have.lengthOf((await billsOf(page.operator)).items.length);
  });

  it('leads to where the money goes, of the account that is chosen', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    page.press('Where the money goes');
    const payer = page.choices('payer')[1] ?? '';
    page.choose('payer', payer);
    await page.until(() => page.element.payer === payer && page.rows().length > 0);
    page.press('Where the money goes');
    expect([page.visited.at(0), page.visited.at(-1)]).to.deep.equal(['/reports', `/reports?account=${payer}`]);
  });

  it('shows the bills of one account alone', async () => {
    const first = await openBills(busyConsumer());
    const { items } = await billsOf(first.operator);
    const { account } = items[0]!;
    const page = await openBills(busyConsumer(), { attributes: { account: account.id } });
    await page.until(() => page.rows().length > 0);
    page.press('Show');
    await page.until(() => page.rows().length > 12);
    expect(page.rows()).to.have.lengthOf(items.filter((bill) => bill.account.id === account.id).length);
  });

  it('opens a bill, tells the page, and adds up to the cent', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    const opened: string[] = [];
    page.element.addEventListener('fp-bill-opened', (event) => opened.push(event.billId), { once: true });
    page.press('Bill ');
    await page.until(() => page.lines().length > 0);
    expect(opened).to.deep.equal([page.element.billId]);
    expect(page.visited).to.deep.equal([`/bills/${page.element.billId}`]);

    const [net, ...rest] = page.sums().map(cents);
    const lines = page.lines().map(cents);
    expect(lines.reduce((sum, line) => sum + line, 0)).to.equal(net);
    expect(rest).to.not.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('takes the keyboard to the bill, and back to where it came from', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    page.press('Bill ');
    const { billId } = page.element;
    await page.until(() => page.focused().startsWith('Bill '));
    expect(page.focused()).to.equal(page.heading());
    page.press('All bills');
    await page.until(() => page.rows().length > 0 && page.focused() !== '');
    const { items } = await billsOf(page.operator);
    expect(page.focused()).to.equal(`Bill ${items.find(({ id }) => id === billId)?.number}`);
  });

  it('asks nothing of a paid bill, and tells its taxes in per cent', async () => {
    const page = await openBills(busyConsumer());
    const { items } = await billsOf(page.operator);
    page.element.billId = items.find(({ status }) => status === 'paid')!.id;
    await page.until(() => page.sums().length > 0);
    expect(page.due()).to.equal('Paid');
    expect(page.sums().join(' ')).to.match(/VAT 19%/);
    page.element.billId = items.find(({ status }) => status === 'overdue')!.id;
    await page.until(() => page.due().startsWith('Overdue'));
    expect(page.due()).to.match(/^Overdue Due \w{3} \d+/);
  });

  it('goes back to the list', async () => {
    const page = await openBills(busyConsumer());
    await page.until(() => page.rows().length > 0);
    page.press('Bill ');
    await page.until(() => page.lines().length > 0);
    page.press('All bills');
    await page.until(() => page.rows().length > 0);
    expect(page.visited.at(-1)).to.equal('/bills');
  });

  it('says so when a bill does not exist', async () => {
    const page = await openBills(busyConsumer(), { attributes: { 'bill-id': 'nobodys' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this bill');
    expect(page.heading()).to.equal('Bills');
    await expect(page.element).to.be.accessible();
  });

  it('answers in one figure and one action as a card', async () => {
    const page = await openBills(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(page.owed);
    expect(page.rows()).to.be.empty;
    page.press('See all bills');
    expect(page.visited).to.deep.equal(['/bills']);
    await expect(page.element).to.be.accessible();
  });

  it('says how bills come about when there is none', async () => {
    const page = await openBills(nothingYet());
    await page.until(() => page.said().includes('first bill'));
    await expect(page.element).to.be.accessible();
  });

  it('says so in plain words on a card too', async () => {
    const page = await openBills(nothingYet(), { attributes: { view: 'card' } });
    await page.until(() => page.said().includes('No bills yet'));
    expect(page.said()).to.contain('first bill');
    await expect(page.element).to.be.accessible();
  });

  it('asks to sign in when nobody is', async () => {
    const page = await openBills(signedOut());
    await page.until(page.problem);
    expect(page.problem()).to.equal('Sign in to see this');
    await expect(page.element).to.be.accessible();
  });

  it('keeps its place while it waits', async () => {
    const page = await openBills(busyConsumer(), { faults: on('bills', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  it('recovers when the service does', async () => {
    const page = await openBills(busyConsumer(), { faults: on('bills', once(refuse(500))) });
    await page.until(() => page.rows().length > 0);
    expect(page.problem()).to.equal('');
  });

  it('says what happened and offers a way on when the service says no', async () => {
    const page = await openBills(busyConsumer(), { faults: on('bills', refuse(400)) });
    await page.until(page.problem);
    expect(page.problem()).to.equal('This could not be shown');
    expect(page.reported).to.have.lengthOf(1);
    await expect(page.element).to.be.accessible();
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openBills(busyConsumer(), { faults: on('/bills', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Bills');
    });
  }

  it('names what is missing when one bill cannot be read, and shows the rest', async () => {
    const whole = await billsOf((await openBills(busyConsumer())).operator);
    const page = await openBills(busyConsumer(), { upstreamFaults: on('v4/customerBill', spoilFirst) });
    await page.until(page.note);
    expect(page.note()).to.equal('Some of this is missing');
    await page.until(() => page.said().includes('To pay now, at least'));
    expect(page.said()).to.contain('Billing');
    expect((await billsOf(page.operator)).items).to.have.lengthOf(whole.items.length - 1);
    await expect(page.element).to.be.accessible();
  });

  it('says so when the billing system does not answer at all', async () => {
    const page = await openBills(busyConsumer(), { upstreamFaults: on('customerBill', down()) });
    await page.until(page.problem);
    expect(page.problem()).to.equal('This could not be shown');
  });

  it('speaks German', async () => {
    const page = await openBills(busyConsumer(), { locale: 'de-DE' });
    await page.until(() => page.heading() === 'Rechnungen');
    await page.until(page.owed);
    expect(page.owed()).to.match(/\d,\d\d\s€$/);
  });

  it('speaks Arabic, and mirrors', async () => {
    const arabic = await openBills(busyConsumer(), { locale: 'ar-EG' });
    await arabic.until(() => arabic.heading() === 'الفواتير');
    expect(arabic.element.dir).to.equal('rtl');
    await arabic.until(() => arabic.rows().length > 0);
    await expect(arabic.element).to.be.accessible();
  });
});
