import type { BillList } from '@faceplate/contracts';
import { badDays, busyConsumer, down, type Fault, garbage, hang, on, once, refuse, signedOut, slow } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { asked, openPayments } from './payment-center.page.ts';

const no =
  (status: number, code: string): Fault =>
  () =>
    Promise.resolve(Response.json({ status, code, title: 'No.', trace: 't-1' }, { status }));

/** What billing says of each bill, changed on its way. */
const retold =
  (change: (bill: Record<string, unknown>, index: number) => object): Fault =>
  async (request, next) => {
    const response = await next(request);
    const body = (await response.json()) as Record<string, unknown> | Record<string, unknown>[];
    const rows = Array.isArray(body) ? body.map((bill, index) => ({ ...bill, ...change(bill, index) })) : body;
    return Response.json(rows, { headers: response.headers });
  };

describe('every state of <fp-payment-center>', function () {
  this.timeout(30_000);

  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('keeps its place while it waits', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('/bills', hang()) });
    await page.until(page.loading);
    expect(page.heading()).to.equal('Payments');
    await expect(page.element).to.be.accessible();
  });

  it('shows what is open before anybody knows how it can be paid', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('/payment-means', slow(400)) });
    await page.until(() => page.bills().length > 0);
    expect(page.payButton()).to.equal('');
    await page.until(page.payButton);
  });

  it('asks to sign in when nobody is, on a card too', async () => {
    for (const view of ['full', 'card']) {
      const page = await openPayments(signedOut(), { attributes: { view } });
      await page.until(page.problem);
      expect(page.problem()).to.equal('Sign in to see this');
      await expect(page.element).to.be.accessible();
    }
  });

  for (const [name, fault] of badDays) {
    it(`is never blank: ${name}`, async () => {
      const page = await openPayments(busyConsumer(), { faults: on('/bills', fault) });
      await page.until(page.problem);
      expect(page.heading()).to.equal('Payments');
      expect(page.payButton()).to.equal('');
      await expect(page.element).to.be.accessible();
    });
  }

  it('offers nothing to be paid while nobody knows what is on its way, and recovers', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('GET /payments', once(refuse(400))) });
    await page.until(page.problem);
    expect(page.payButton()).to.equal('');
    page.press('Try again');
    await page.until(page.payButton);
  });

  it('shows what is open though the ways to pay cannot be read, and recovers', async () => {
    const page = await openPayments(busyConsumer(), { faults: on('/payment-means', once(garbage())) });
    await page.until(page.problem);
    expect(page.bills()).to.have.lengthOf(3);
    expect(page.payButton()).to.equal('');
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(page.payButton);
  });

  const closed: [string, Fault, string][] = [
    ['who may see and not pay', no(403, 'not-allowed'), 'You cannot pay these bills'],
    ['on somebody else’s page', no(403, 'not-here'), 'You pay in the portal itself'],
    ['staff who act for a customer', no(403, 'not-while-acting'), 'Only the customer can pay'],
    ['an operator that takes no payments', no(404, 'not-offered'), 'You cannot pay online here'],
  ];
  for (const [name, fault, words] of closed) {
    it(`shows what is open, and a neutral word in place of the button: ${name}`, async () => {
      const page = await openPayments(busyConsumer(), { faults: on('/payment', fault) });
      await page.until(page.closed);
      expect(page.closed()).to.equal(words);
      expect(page.toPay()).to.equal('€236.64');
      expect(page.bills()).to.have.lengthOf(3);
      expect(page.payButton()).to.equal('');
      expect(page.problem()).to.equal('');
      await expect(page.element).to.be.accessible();
    });
  }

  it('asks nothing of the ways to pay for staff', async () => {
    const calls: string[] = [];
    const listen: Fault = (request, next) => {
      calls.push(new URL(request.url).pathname);
      return next(request);
    };
    const page = await openPayments(busyConsumer(), { faults: listen, attributes: { mode: 'agent' } });
    await page.until(page.closed);
    expect(page.closed()).to.equal('Only the customer can pay');
    expect(calls.filter((path) => path.endsWith('/payment-means'))).to.be.empty;
  });

  it('says so where nobody takes payments', async () => {
    const page = await openPayments(busyConsumer(), { providerFaults: 'none' });
    await page.until(page.closed);
    expect(page.closed()).to.equal('You cannot pay online here');
    expect(page.said()).to.not.contain('Your payments');
  });

  it('says what it knows, and that something is missing, when some bills cannot be read', async () => {
    const spoil = retold((bill, index) => (index === 0 ? { billDate: 'soon', amountDue: 'a lot', remainingAmount: 'a lot', taxIncludedAmount: 'a lot' } : bill));
    const page = await openPayments(busyConsumer(), { upstreamFaults: on('v4/customerBill', spoil) });
    await page.until(() => page.note() || page.payButton());
    expect(page.note()).to.equal('Some of this is missing');
    expect(page.said()).to.contain('To pay now, at least');
    await expect(page.element).to.be.accessible();
  });

  it('says so when billing does not answer at all', async () => {
    const page = await openPayments(busyConsumer(), { upstreamFaults: on('customerBill', down()) });
    await page.until(page.problem);
    expect(page.payButton()).to.equal('');
  });

  it('leaves out what is disputed, and says so', async () => {
    const first = await openPayments(busyConsumer());
    const { items } = await asked<BillList>(first.operator, '/bills');
    const bill = items.find(({ remaining }) => remaining.amount === 13058)!;
    const dispute = { amount: { amount: 3058, currency: 'EUR' }, reason: 'wrong-amount', description: 'I was not there.' };
    const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const raised = await first.operator.fetch(new Request(`/api/v1/bills/${bill.id}/disputes`, { method: 'POST', headers, body: JSON.stringify(dispute) }));
    expect(raised.status).to.equal(201);
    const page = await openPayments(busyConsumer(), { with: first.operator });
    await page.until(page.payButton);
    expect(page.payButton()).to.equal('Pay €206.06');
    expect(page.held()).to.have.lengthOf(1);
    expect(page.held()[0]).to.contain('€30.58').and.to.contain('you said this is wrong');
    await expect(page.element).to.be.accessible();
  });

  it('asks nothing for a bill on hold, and says why', async () => {
    const hold = retold((bill) => (bill['billNo'] === '202610-101047' ? { state: 'onHold' } : {}));
    const page = await openPayments(busyConsumer(), { upstreamFaults: on('customerBill', hold) });
    await page.until(page.payButton);
    expect(page.payButton()).to.equal('Pay €196.68');
    expect(page.held()[0]).to.contain('202610-101047').and.to.contain('on hold');
  });

  it('keeps two currencies apart: one payment each', async () => {
    const dollars = (value: unknown) => (typeof value === 'object' && value && 'unit' in value ? { ...value, unit: 'USD' } : value);
    const abroad = retold((bill) =>
      bill['billNo'] === '202610-101047' ? Object.fromEntries(Object.entries(bill).map(([name, value]) => [name, Array.isArray(value) ? value.map((one: object) => Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, dollars(inner)]))) : dollars(value)])) : {},
    );
    const page = await openPayments(busyConsumer(), { upstreamFaults: on('customerBill', abroad) });
    await page.until(page.payButton);
    expect(page.payButton()).to.equal('Pay €196.68');
    expect(page.said()).to.contain('Each currency is a payment of its own.');
    await expect(page.element).to.be.accessible();
    await page.choose('currency', 'USD');
    await page.until(() => page.payButton() === 'Pay US$39.96');
    expect(page.bills()).to.have.lengthOf(1);
  });
});
