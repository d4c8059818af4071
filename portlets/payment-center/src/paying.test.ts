import { busyConsumer, down, type Fault, garbage, hang, loseTheAnswer, on, once, refuse, times } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { departures, openPayments, type PaymentsPage, paymentsOf } from './payment-center.page.ts';

const VISA = '4111111111111111';
const UNKNOWN = 'We do not know yet whether this arrived';

/** Payments begun in this test: those of the world's past are over. */
const begun = async ({ operator }: PaymentsPage) => (await paymentsOf(operator)).filter(({ reference }) => reference.startsWith('P-'));

const refusedAs =
  (status: number, code: string): Fault =>
  () =>
    Promise.resolve(Response.json({ status, code, title: 'That is more than is due of this bill now.', trace: 't-1' }, { status }));

describe('a payment on a bad line', () => {
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

  const lost: [string, Fault][] = [
    ['never got there', once(down())],
    ['got there and the answer was lost', once(loseTheAnswer())],
    ['was answered with nonsense', once(garbage())],
    ['was answered by an overloaded service', once(refuse(503))],
    ['was lost three times', times(3, loseTheAnswer())],
  ];
  for (const [name, fault] of lost) {
    it(`is one payment though it ${name}`, async () => {
      const page = await openPayments(busyConsumer(), { faults: on('POST /payments', fault) });
      await page.until(page.payButton);
      page.press('Pay €');
      for (let tries = 0; tries < 3 && gone.length === 0; tries += 1) {
        await page.until(() => gone.length > 0 || page.payButton() === 'Try again');
        if (gone.length === 0) page.press('Try again');
        await page.until(() => page.payButton() !== 'Try again');
      }
      await page.until(() => gone.length > 0);
      expect(await begun(page)).to.have.lengthOf(1);
      await page.payer.pay(page.goesTo(), VISA);
      await page.operator.passTime(3);
      await page.until(() => page.news().startsWith('You have paid'));
      expect(await begun(page)).to.have.lengthOf(1);
    });
  }

  it('says that nobody knows, what was sent, and that trying again is safe', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('POST /payments', loseTheAnswer()) });
    await page.until(page.payButton);
    page.press('Pay €');
    await page.until(page.problem);
    expect(page.problem()).to.equal(UNKNOWN);
    expect(page.said()).to.contain('You sent a payment of €236.62').and.to.contain('it stays one payment');
    expect(page.reported).to.have.lengthOf(1);
    await expect(page.element).to.be.accessible();
  });

  it('is the same payment after the tab was closed while it was sent, with everything typed still there', async () => {
    const first = await openPayments(busyConsumer(), { faults: on('POST /payments', once((request, next) => next(request).then(() => new Promise(() => undefined)))) });
    await first.until(first.payButton);
    first.press('Pay less');
    await first.choose('way', 'parts');
    await first.until(() => first.amounts().length > 0);
    first.type(first.amounts()[0], '6.09');
    await first.until(() => first.payButton() === 'Pay €176.62');
    first.press('Pay €176.62');
    while ((await begun(first)).length === 0) await new Promise(requestAnimationFrame);

    const again = await openPayments(busyConsumer(), { with: first.operator });
    await again.until(again.problem);
    expect(again.problem()).to.equal(UNKNOWN);
    expect(again.said()).to.contain('€176.62');
    again.press('Try again');
    await again.until(() => gone.length > 0);
    expect((await again.payment()).amount.amount).to.equal(17662);
    expect(await begun(again)).to.have.lengthOf(1);
  });

  it('keeps nothing of a card on the device', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    page.press('Pay €');
    await page.until(() => gone.length > 0);
    await page.payer.pay(page.goesTo(), VISA);
    await page.operator.passTime(3);
    await page.until(() => page.news().startsWith('You have paid'));
    expect(JSON.stringify({ ...localStorage })).to.not.match(/1111|card/i);
  });

  it('is sent once however often the button is pressed', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    page.press('Pay €');
    page.press('Pay €');
    page.element.shadowRoot?.querySelector<HTMLElement>('button.primary')?.click();
    await page.until(() => gone.length > 0);
    expect(await begun(page)).to.have.lengthOf(1);
  });

  it('can be changed instead of tried again; what had arrived is then shown as on its way, and not paid twice', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('POST /payments', once(loseTheAnswer())) });
    await page.until(page.payButton);
    page.press('Pay €');
    await page.until(() => page.problem() === UNKNOWN);
    page.press('Change something');
    await page.until(() => page.held().length > 0);
    expect(page.held()).to.have.lengthOf(3);
    expect(page.held()[0]).to.contain('on its way');
    expect(page.payButton()).to.equal('');
    await expect(page.element).to.be.accessible();
    page.press('See that payment');
    await page.until(() => page.news() === 'One more step');
  });

  it('keeps what was chosen when the service says no, and says why', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('POST /payments', refusedAs(409, 'payment-too-much')) });
    await page.until(page.payButton);
    page.press('Pay less');
    await page.choose('way', 'amount');
    await page.until(page.amount);
    page.type(page.amount(), '50');
    await page.until(() => page.payButton() === 'Pay €50.00');
    page.press('Pay €50.00');
    await page.until(() => page.problem() === 'This was not paid');
    expect(page.said()).to.contain('more than is due').and.to.contain('Nothing was taken');
    expect(page.amount()?.value).to.equal('50');
    await expect(page.element).to.be.accessible();
  });

  it('waits for the provider while it is away, without losing anything', async () => {
    const page = await openPayments(busyConsumer(), { providerFaults: times(1, down()) });
    await page.until(() => page.payButton() || page.note());
    await page.until(page.payButton);
    page.press('Pay €');
    await page.until(() => gone.length > 0 || page.problem() === UNKNOWN);
    if (gone.length === 0) page.press('Try again');
    await page.until(() => gone.length > 0);
    expect(await begun(page)).to.have.lengthOf(1);
  });
});

describe('what becomes of a payment', () => {
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
