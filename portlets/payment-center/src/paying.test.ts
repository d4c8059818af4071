import { busyConsumer, down, type Fault, garbage, loseTheAnswer, on, once, refuse, times } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { begun, departures, openPayments } from './payment-center.page.ts';

const VISA = '4111111111111111';
const UNKNOWN = 'We do not know yet whether this arrived';

/** Carried out, and then silence. */
const muteAfter: Fault = async (request, next) => {
  await next(request);
  return new Promise(() => undefined);
};

const refusedAs =
  (status: number, code: string): Fault =>
  () =>
    Promise.resolve(Response.json({ status, code, title: 'That is more than is due of this bill now.', trace: 't-1' }, { status }));

describe('a payment on a bad line', function () {
  this.timeout(30_000);

  const gone = departures();
  beforeEach(() => {
    localStorage.clear();
    gone.length = 0;
  });
  afterEach(closePortlets);

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
    expect(page.said()).to.contain('You sent a payment of €236.64').and.to.contain('it stays one payment');
    expect(page.reported).to.have.lengthOf(1);
    await expect(page.element).to.be.accessible();
  });

  it('is the same payment after the tab was closed while it was sent, with everything typed still there', async () => {
    const first = await openPayments(busyConsumer(), { faults: on('POST /payments', once(muteAfter)) });
    await first.until(first.payButton);
    first.press('Pay less');
    await first.choose('way', 'parts');
    await first.until(() => first.amounts().length > 0);
    first.type(first.amounts()[0], '6.09');
    await first.until(() => first.payButton() === 'Pay €176.63');
    first.press('Pay €176.63');
    while ((await begun(first)).length === 0) await new Promise(requestAnimationFrame);

    const again = await openPayments(busyConsumer(), { with: first.operator });
    await again.until(again.problem);
    expect(again.problem()).to.equal(UNKNOWN);
    expect(again.said()).to.contain('€176.63');
    again.press('Try again');
    await again.until(() => gone.length > 0);
    expect((await again.payment()).amount.amount).to.equal(17663);
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
    expect(JSON.stringify(Object.entries(localStorage))).to.not.match(/1111|card/i);
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
