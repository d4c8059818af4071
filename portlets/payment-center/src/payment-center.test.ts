import type { Bill } from '@faceplate/contracts';
import { busyConsumer, nothingYet } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { asked, cents, departures, openPayments, paymentsOf } from './payment-center.page.ts';

const VISA = '4111111111111111';

describe('<fp-payment-center>', function () {
  this.timeout(30_000);

  const gone = departures();
  beforeEach(() => {
    localStorage.clear();
    gone.length = 0;
  });
  afterEach(closePortlets);

  it('shows what is open over all accounts, each with the system it is from, and adds up', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    expect(page.payButton()).to.equal(`Pay ${page.toPay()}`);
    expect(page.pays().reduce((sum, one) => sum + cents(one), 0)).to.equal(cents(page.toPay()));
    expect(page.together()).to.equal(page.toPay());
    expect(page.accounts().join(' ')).to.contain('From Meridian Billing');
    expect(page.said()).to.contain('3 bills on 2 accounts').and.to.contain('3 bills are overdue').and.to.contain('Your card never touches this page');
    await expect(page.element).to.be.accessible();
  });

  it('pays everything in one tap, goes on at the provider’s, and shows the receipt by itself', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(page.payButton);
    const all = page.toPay();
    const bills = page.bills().length;
    const paid: string[] = [];
    page.element.addEventListener('fp-payment-paid', (event) => paid.push(event.paymentId));
    page.press('Pay €');
    await page.until(() => gone.length > 0);
    expect(page.visited).to.deep.equal([`/payments/${page.element.paymentId}`]);
    expect(gone).to.deep.equal([page.goesTo()]);
    await expect(page.element).to.be.accessible();

    await page.payer.pay(page.goesTo(), VISA);
    await page.until(() => page.news().startsWith('You have paid'));
    expect(page.news()).to.equal(`You have paid ${all}. Thank you.`);
    expect(page.parts()).to.have.lengthOf(bills + 2);
    expect(page.said()).to.contain('Reference').and.to.contain('Processed').and.to.contain('There is nothing more to do');
    expect(paid).to.deep.equal([page.element.paymentId]);
    const { items } = await asked<{ items: Bill[] }>(page.operator, '/bills');
    expect(items.filter(({ remaining }) => remaining.amount > 0)).to.be.empty;
    await expect(page.element).to.be.accessible();
  });

  it('pays with what is kept without leaving the page', async () => {
    const first = await openPayments(busyConsumer());
    await first.until(first.payButton);
    first.press('Pay less');
    await first.choose('way', 'amount');
    await first.until(first.amount);
    first.type(first.amount(), '10');
    await first.keep();
    await first.until(() => first.payButton() === 'Pay €10.00');
    first.press('Pay €10.00');
    await first.until(() => gone.length > 0);
    await first.payer.pay(first.goesTo(), VISA, { keep: true });
    await first.operator.passTime(3);
    await first.until(() => first.news().startsWith('You have paid'));

    const page = await openPayments(busyConsumer(), { with: first.operator });
    await page.until(page.payButton);
    expect(page.said()).to.match(/With .*1111/);
    page.press('Pay €');
    await page.until(page.news);
    await page.operator.passTime(3);
    await page.until(() => page.news().startsWith('You have paid'));
    expect(gone).to.have.lengthOf(1);
    expect((await paymentsOf(page.operator)).filter(({ status }) => status === 'paid').length).to.be.greaterThan(1);
  });

  it('takes the keyboard to a payment and back to where it came from', async () => {
    const page = await openPayments(busyConsumer());
    await page.until(() => page.payments().length > 0);
    page.press('Payment of');
    await page.until(() => page.focused()?.matches('h2'));
    expect(page.focused()?.textContent).to.match(/^Payment of €/);
    page.press('All payments');
    await page.until(() => page.payments().length > 0 && page.focused());
    expect(page.focused()?.textContent?.trim()).to.match(/^Payment of/);
    expect(page.visited.at(-1)).to.equal('/payments');
  });

  it('hands the receipt over and says so, or says that it could not', async () => {
    const page = await openPayments(busyConsumer());
    const [paid] = (await paymentsOf(page.operator)).filter(({ status }) => status === 'paid');
    page.element.paymentId = paid!.id;
    await page.until(page.news);
    page.press('Download receipt');
    await page.until(() => /could not be made|downloads/.test(page.status()));
    // The operator in memory has no printing press: the failure has to be told.
    expect(page.status()).to.equal('The receipt could not be made. Try again.');
    expect(page.reported).to.have.lengthOf(1);
    await expect(page.element).to.be.accessible();
  });

  it('says so when a payment does not exist', async () => {
    const page = await openPayments(busyConsumer(), { attributes: { 'payment-id': 'nobodys' } });
    await page.until(page.problem);
    expect(page.problem()).to.equal('We cannot find this payment');
    expect(page.heading()).to.equal('Payments');
    await expect(page.element).to.be.accessible();
  });

  it('answers in one figure, one sentence and one action as a card', async () => {
    const page = await openPayments(busyConsumer(), { attributes: { view: 'card' } });
    await page.until(page.toPay);
    expect(page.said()).to.contain('of it is overdue');
    page.press(`Pay ${page.toPay()}`);
    expect(page.visited).to.deep.equal(['/payments?all=1']);
    await expect(page.element).to.be.accessible();
  });

  it('has nothing to pay for who owes nothing, and says how that changes', async () => {
    const page = await openPayments(nothingYet());
    await page.until(() => page.message() === 'Nothing to pay');
    expect(page.said()).to.contain('When a bill comes').and.to.contain('Your first payment appears here');
    await expect(page.element).to.be.accessible();
    const card = await openPayments(nothingYet(), { attributes: { view: 'card' } });
    await card.until(() => card.said().includes('Nothing to pay'));
    card.press('See what is open');
    expect(card.visited).to.deep.equal(['/payments']);
    await expect(card.element).to.be.accessible();
  });

  it('speaks German and Arabic, and mirrors', async () => {
    const page = await openPayments(busyConsumer(), { locale: 'de-DE' });
    await page.until(page.payButton);
    expect(page.payButton()).to.match(/^236,64\s€ bezahlen$/);
    page.press('Weniger');
    await page.choose('way', 'parts');
    await page.until(() => page.amounts().length > 0);
    expect(page.amounts()[0]?.value).to.match(/^\d+,\d\d$/);
    const arabic = await openPayments(busyConsumer(), { locale: 'ar-EG' });
    await arabic.until(arabic.payButton);
    expect(arabic.heading()).to.equal('المدفوعات');
    expect(arabic.element.dir).to.equal('rtl');
    await expect(arabic.element).to.be.accessible();
    const [paid] = await paymentsOf(arabic.operator);
    arabic.element.paymentId = paid!.id;
    await arabic.until(() => arabic.news().includes('شكرًا'));
    await expect(arabic.element).to.be.accessible();
  });
});
