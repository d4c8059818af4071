import { busyConsumer, hang, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { begun, departures, openPayments, type PaymentsPage } from './payment-center.page.ts';

describe('what becomes of a payment', function () {
  this.timeout(30_000);

  const gone = departures();
  const { now } = Date;
  beforeEach(() => {
    localStorage.clear();
    gone.length = 0;
  });
  afterEach(() => {
    Date.now = now;
    closePortlets();
  });

  async function atTheProvider(): Promise<PaymentsPage> {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    page.press('Pay less');
    await page.choose('way', 'amount');
    await page.until(page.amount);
    page.type(page.amount(), '50');
    await page.until(() => page.payButton() === 'Pay €50.00');
    page.press('Pay €50.00');
    await page.until(() => gone.length > 0);
    return page;
  }

  it('failed: says why, that nothing was taken, and tries again with everything filled in', async () => {
    const page = await atTheProvider();
    await page.payer.pay(page.goesTo(), '4000000000000002');
    await page.payer.leave(page.goesTo());
    await page.operator.passTime(3);
    await page.until(() => page.news() === 'This was not paid');
    expect(page.said()).to.contain('Nothing was taken').and.to.contain('Failed');
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(page.amount);
    expect(page.amount()?.value).to.equal('50');
    page.press('Pay €50.00');
    await page.until(() => gone.length > 1);
    expect(await begun(page)).to.have.lengthOf(2);
  });

  it('failed, and tried again on another device: the same bills and amounts', async () => {
    const first = await atTheProvider();
    const { paymentId } = first.element;
    await first.payer.leave(first.goesTo());
    await first.operator.passTime(3);
    localStorage.clear();
    const page = await openPayments(busyConsumer(), { with: first.operator, attributes: { 'payment-id': paymentId } });
    await page.until(page.news);
    page.press('Try again');
    await page.until(() => page.payButton() === 'Pay €50.00');
    expect(page.ticks().filter(({ checked }) => checked)).to.have.lengthOf(1);
  });

  it('ended by the customer: nothing was taken', async () => {
    const page = await atTheProvider();
    page.press('Do not pay');
    await page.until(() => page.news() === 'This payment was not finished');
    await expect(page.element).to.be.accessible();
    page.press('All payments');
    await page.until(page.payButton);
    expect(page.held()).to.be.empty;
  });

  it('says so when it cannot be ended', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('/cancel', refuse(409)) });
    await page.until(page.payButton);
    page.press('Pay €');
    await page.until(() => gone.length > 0);
    page.press('Do not pay');
    await page.until(() => page.said().includes('could not be ended'));
    expect(page.reported).to.have.lengthOf(1);
  });

  it('asked by the bank: paid only once that is answered', async () => {
    const page = await atTheProvider();
    const challenge = await page.payer.pay(page.goesTo(), '4000000000020000');
    await page.operator.passTime(3);
    expect(page.news()).to.equal('One more step');
    await page.payer.confirm(challenge!, true);
    await page.operator.passTime(3);
    await page.until(() => page.news().startsWith('You have paid'));
  });

  it('late: says that nothing is lost and nobody need stay, then shows the receipt by itself', async () => {
    const page = await atTheProvider();
    await page.payer.pay(page.goesTo(), '4000000000030009');
    await page.until(() => page.news() === 'Your bank is being asked');
    await expect(page.element).to.be.accessible();
    Date.now = () => now() + 60_000;
    await page.until(() => page.news() === 'Your bank has not answered yet');
    expect(page.said()).to.contain('Nothing is lost').and.to.contain('You need not stay');
    await expect(page.element).to.be.accessible();
    await page.operator.passTime(30);
    await page.until(() => page.news().startsWith('You have paid'));
  });

  it('is never told from the return address, only as the provider says', async () => {
    const first = await atTheProvider();
    const { paymentId } = first.element;
    const page = await openPayments(busyConsumer(), { with: first.operator, attributes: { 'payment-id': paymentId } });
    await page.until(page.news);
    expect(page.news()).to.equal('One more step');
    expect(gone).to.have.lengthOf(1);
  });

  it('keeps its place while it is read', async () => {
    const page = await openPayments(busyConsumer(), { attributes: { 'payment-id': 'p1' }, faults: on('/payments', hang()) });
    await page.until(page.loading);
    expect(page.heading()).to.equal('Payments');
    await expect(page.element).to.be.accessible();
  });
});
