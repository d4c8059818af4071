import type { BillList } from '@faceplate/contracts';
import { busyConsumer } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { asked, cents, departures, openPayments, type PaymentsPage } from './payment-center.page.ts';

const VISA = '4111111111111111';

/** What this payment does to each bill, in cents. */
const paid = (page: PaymentsPage) => page.pays().map((one) => (one.startsWith('Not') ? 0 : cents(one.replace(/leaves.*/, ''))));

async function openChoices(way: 'amount' | 'parts'): Promise<PaymentsPage> {
  const page = await openPayments(busyConsumer());
  await page.until(page.payButton);
  page.press('Pay less');
  await page.until(() => page.said().includes('How much'));
  await page.choose('way', way);
  await page.until(() => (way === 'amount' ? page.amount() : page.amounts().length > 0));
  return page;
}

describe('choosing what to pay', function () {
  this.timeout(30_000);

  const gone = departures();
  beforeEach(() => {
    localStorage.clear();
    gone.length = 0;
  });
  afterEach(closePortlets);

  it('gives an amount to the oldest first, and shows while one types what it covers', async () => {
    const page = await openChoices('amount');
    page.type(page.amount(), '70');
    await page.until(() => page.payButton() === 'Pay €70.00');
    expect(page.bills()[0]).to.contain('Due 15 Oct 2026');
    expect(paid(page)).to.deep.equal([6610, 390, 0]);
    expect(page.pays()[1]).to.contain('leaves €126.68');
    expect(page.pays()[2]).to.equal('Not now');
    expect(page.together()).to.equal('€70.00');
    await expect(page.element).to.be.accessible();
  });

  it('says what is wrong with an amount where it stands, keeps it, and sends nothing', async () => {
    const page = await openChoices('amount');
    page.press('Pay €');
    await page.until(() => page.wrong().length > 0);
    expect(page.wrong()).to.deep.equal(['Write how much.']);
    expect(page.focused()).to.equal(page.amount());
    page.type(page.amount(), '999');
    await page.until(() => page.wrong()[0]?.startsWith('At most'));
    expect(page.wrong()).to.deep.equal([`At most ${page.toPay()} is open.`]);
    page.type(page.amount(), 'ten');
    await page.until(() => page.wrong()[0]?.startsWith('Write an amount in figures'));
    page.press('Pay €');
    await page.until(() => page.focused() === page.amount());
    expect(page.amount()?.value).to.equal('ten');
    expect(page.element.paymentId).to.equal('');
    await expect(page.element).to.be.accessible();
  });

  it('pays chosen parts over several accounts in one transaction, and they add up on screen', async () => {
    const page = await openChoices('parts');
    expect(page.amounts().map(({ value }) => value)).to.deep.equal(['66.10', '130.58', '39.96']);
    page.type(page.amounts()[1], '30,58');
    page.ticks()[0]?.click();
    await page.until(() => page.payButton() === 'Pay €70.54');
    expect(page.together()).to.equal('€70.54');
    expect(page.amounts()[0]?.value).to.equal('');
    await expect(page.element).to.be.accessible();
    page.press('Pay €70.54');
    await page.until(() => gone.length > 0);
    const { parts, amount } = await page.payment();
    expect(amount.amount).to.equal(7054);
    expect(parts.map((part) => part.amount.amount)).to.deep.equal([3058, 3996]);
    expect(new Set(parts.map(({ account }) => account.id)).size).to.equal(2);
    await page.payer.pay(page.goesTo(), VISA);
    await page.until(() => page.news().startsWith('You have paid €70.54'));
    expect(page.parts().join(' ')).to.contain('Mobile €30.58').and.to.contain('Home €39.96');
  });

  it('cuts one amount for an account into its bills, oldest first', async () => {
    const page = await openChoices('parts');
    const [mobile] = page.accountAmounts();
    expect(mobile?.value).to.equal('196.68');
    page.type(mobile, '100', 'change');
    await page.until(() => page.payButton() === 'Pay €139.96');
    expect(page.amounts().map(({ value }) => value)).to.deep.equal(['66.10', '33.90', '39.96']);
    page.type(page.accountAmounts()[0], '200', 'change');
    await page.until(() => page.wrong().length > 0);
    expect(page.wrong()).to.deep.equal(['At most €130.58 is open.']);
    expect(page.amounts()[1]?.getAttribute('aria-invalid')).to.equal('true');
  });

  it('wants something to be chosen', async () => {
    const page = await openChoices('parts');
    for (const tick of page.ticks()) tick.click();
    await page.until(() => page.payButton() === 'Pay €0.00');
    page.press('Pay €0.00');
    await page.until(() => page.wrong().length > 0);
    expect(page.wrong()).to.deep.equal(['Choose at least one bill.']);
    page.ticks()[2]?.click();
    await page.until(() => page.payButton() === 'Pay €39.96');
    expect(page.wrong()).to.be.empty;
  });

  it('begins with the bill that the address names, and keeps what is changed after that', async () => {
    const first = await openPayments(busyConsumer());
    const { items } = await asked<BillList>(first.operator, '/bills');
    const open = items.find(({ remaining }) => remaining.amount === 3996)!;
    const page = await openPayments(busyConsumer(), { with: first.operator, attributes: { bill: open.id } });
    await page.until(() => page.payButton() === 'Pay €39.96');
    expect(page.ticks().filter(({ checked }) => checked)).to.have.lengthOf(1);
    page.type(page.amounts()[2], '20');
    await page.until(() => page.payButton() === 'Pay €20.00');
    const reloaded = await openPayments(busyConsumer(), { with: first.operator, attributes: { bill: open.id } });
    await reloaded.until(() => reloaded.payButton() === 'Pay €20.00');
    reloaded.element.bill = '';
    reloaded.element.all = '1';
    await reloaded.until(() => reloaded.payButton() === `Pay ${reloaded.toPay()}`);
  });

  it('opens a bill', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    page.press('Bill 202609');
    expect(page.visited[0]).to.match(/^\/bills\/.+/);
  });

  it('pays the bills of one account where the portal is narrowed to it', async () => {
    const first = await openPayments(busyConsumer());
    const { items } = await asked<BillList>(first.operator, '/bills');
    const { account } = items.find(({ remaining }) => remaining.amount === 3996)!;
    const page = await openPayments(busyConsumer(), { with: first.operator, attributes: { account: account.id } });
    await page.until(page.payButton);
    expect(page.payButton()).to.equal('Pay €39.96');
    expect(page.accounts()).to.have.lengthOf(1);
  });
});
