import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateWorld } from '@faceplate/bss';
import type { BillList, OrderList, PaymentList, Problem, Trail, TrailMismatch } from '@faceplate/contracts';
import { NOW } from '../testing/fixtures.ts';
import { anOperator, down } from '../testing/operator.ts';
import { mismatchesIn } from './mismatches.ts';
import { bookingOf, seenBillOf } from './seen.adapter.ts';
import { type Kind, kindsIn, type Open, type Operator, paid, stepIn, tampered } from './testing/paid.ts';

const euros = (value: number) => ({ unit: 'EUR', value });

const inOrder = ({ steps }: Trail): void => {
  const moments = steps.map(({ at, on }) => at ?? on ?? '');
  assert.deepEqual(moments, moments.toSorted());
};

describe('a trail', () => {
  it('leads from the wish over the provider and billing to the bill and its orders, with each id', async () => {
    const operator = await anOperator();
    const { as, bill, payment } = await paid(operator);
    const { status, body } = await as<Trail>(`/payments/${payment.id}/trail`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual([body.correlationId, body.about.number], [payment.id, payment.reference]);
    const facts = (kind: Kind) => {
      const { id, correlation, amount, system, bill: about, account } = stepIn(body, kind) ?? assert.fail(kind);
      return { id, correlation, amount, system, bill: about?.id, account: account?.id };
    };
    const [wish, charge, booking, applied] = [facts('wish'), facts('charge'), facts('booking'), facts('applied')];
    const none = { correlation: undefined, bill: undefined, account: undefined };
    assert.deepEqual(wish, { ...none, id: payment.id, amount: bill.remaining, system: 'Meridian Telecom' });
    assert.match(charge.id, /^in_[0-9a-f]{32}$/);
    assert.deepEqual(charge, { ...none, id: charge.id, correlation: payment.id, amount: bill.remaining, system: 'Faceplate Pay' });
    assert.deepEqual(booking, { ...none, id: booking.id, correlation: payment.id, amount: bill.remaining, system: 'Meridian Billing', account: bill.account.id });
    assert.deepEqual(applied, { ...none, id: bill.id, correlation: booking.id, amount: bill.remaining, system: 'Meridian Billing', bill: bill.id });
    assert.equal(stepIn(body, 'bill')?.number, bill.number);
    const order = stepIn(body, 'order');
    assert.ok(order && (order.at ?? '') < bill.date, 'what was ordered after the bill is not behind it');
    assert.equal(stepIn(body, 'line')?.bill?.id, bill.id);
    assert.deepEqual([body.mismatches, body.gaps, body.missing], [[], [], []]);
    inOrder(body);
  });

  it('begins at the bill and at the order too, and leads to the same records', async () => {
    const operator = await anOperator();
    const { as, bill, payment } = await paid(operator);
    const ofPayment = (await as<Trail>(`/payments/${payment.id}/trail`)).body;
    const ofBill = (await as<Trail>(`/bills/${bill.id}/trail`)).body;
    assert.deepEqual(ofBill.steps, ofPayment.steps);
    const orderId = stepIn(ofBill, 'order')?.id ?? '';
    const ofOrder = (await as<Trail>(`/orders/${orderId}/trail`)).body;
    for (const kind of ['order', 'bill', 'booking', 'applied', 'line'] as const) assert.ok(stepIn(ofOrder, kind), kind);
    assert.ok(ofOrder.steps.every((step) => step.kind !== 'line' || step.correlation === orderId));
    // Billing's own number of the payment leads there as well.
    const byBilling = (await as<Trail>(`/payments/${stepIn(ofBill, 'booking')?.id}/trail`)).body;
    assert.deepEqual([byBilling.correlationId, byBilling.steps], [payment.id, ofPayment.steps]);
  });

  it('finds nothing that contradicts in what anybody of the demo world has', async () => {
    const operator = await anOperator();
    let looked = 0;
    for (const name of ['ada', 'bilal', 'chiara', 'daniel'] as const) {
      const as = operator.as(name);
      const lists = [['bills', await as<BillList>('/bills')], ['payments', await as<PaymentList>('/payments')], ['orders', await as<OrderList>('/orders')]] as const;
      for (const [noun, { body }] of lists) {
        for (const { id } of (body.items ?? []).slice(0, 5)) {
          const { status, body: trail } = await as<Trail>(`/${noun}/${id}/trail`);
          assert.equal(status, 200, `${noun} ${id}`);
          assert.deepEqual([trail.mismatches, trail.gaps], [[], []], `${noun} ${id}`);
          looked += 1;
        }
      }
    }
    assert.ok(looked > 40, String(looked));
  });

  it('finds nothing that contradicts in the books of a whole operator', () => {
    const bodies = (wanted: string) => [...generateWorld({ seed: 11, customers: 24, now: NOW }).records].flatMap(({ resource, body }) => (resource === wanted ? [body] : []));
    const setting = { zone: 'Europe/Berlin', currency: 'EUR', now: NOW, today: '2026-11-21' };
    const bills = bodies('customerBill').map((body) => seenBillOf(body, setting, 'Billing'));
    const payments = bodies('payment').map((body) => ({ bookings: [bookingOf(body, { of: new Map(), isWhole: true }, setting, 'Billing')] }));
    const books = { payments, bills: new Map(bills.map((bill) => [bill.id, bill])), keepApplied: new Set(['Billing']), now: NOW };
    assert.ok(bills.length > 500 && payments.length > 80);
    assert.deepEqual(mismatchesIn(books), []);
    const [first, ...others] = bills.filter(({ status }) => status === 'paid');
    assert.ok(first && others.length > 0);
    const { applied: _applied, ...broken } = first;
    assert.equal(mismatchesIn({ ...books, bills: new Map([...books.bills, [first.id, broken]]) }).length, 1);
  });

  it('is a table and a file for programs too, with all that contradicts', async () => {
    const operator = await anOperator();
    const { as, bill, payment } = await paid(operator);
    await tampered(operator, 'customerBill', bill.id, ({ appliedPayment: _gone, ...body }) => body);
    const csv = await (await as(`/payments/${payment.id}/trail/export.csv`)).response.text();
    assert.match(csv, /"mismatch","paid-not-applied"/);
    assert.match(csv, /says that EUR \d+\.\d\d is paid, but names only EUR 0\.00/);
    const { status, response } = await as<Trail>(`/bills/${bill.id}/trail/export.json`);
    const written = JSON.parse(await response.text()) as Trail;
    assert.deepEqual([status, kindsIn(written)], [200, ['paid-not-applied']]);
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="trail-bill-2026-11-21.json"$/);
  });

  it('is told to nobody else, and to nobody more than what is theirs', async () => {
    const operator = await anOperator();
    const { bill, payment } = await paid(operator);
    const bilal = operator.as('bilal');
    const order = ((await operator.as('ada')<OrderList>('/orders')).body.items[0]?.id) ?? '';
    for (const path of [`/payments/${payment.id}`, `/bills/${bill.id}`, `/orders/${order}`]) {
      for (const ending of ['', '/export.csv', '/export.json']) {
        const { status, body } = await bilal<Problem>(`${path}/trail${ending}`);
        assert.deepEqual([status, body.code], [404, 'not-found'], path);
      }
    }
  });
});

describe('a payment that somebody made for several houses', () => {
  it('is told to each of them as far as it is theirs: no sum, no other’s part, and no mismatch for what is not to be seen', async () => {
    const operator = await anOperator();
    const [ada, chiara] = [operator.as('ada'), operator.as('chiara')];
    const [mine, theirs] = await Promise.all([ada, chiara].map(async (as) => (await as<BillList>('/bills')).body.items[0] as Open));
    assert.ok(mine && theirs);
    const parts = [mine, theirs].map(({ id, number, account, total }) => ({ account: { id: account.id, name: account.name }, bill: { id, number }, amount: total }));
    const amount = { ...mine.total, amount: mine.total.amount + theirs.total.amount };
    const at = new Date(NOW.getTime() - 3_600_000).toISOString();
    await operator.payments.desk.begin({
      id: 'pay-of-both', reference: 'P-0000000001', person: operator.subjects.bilal.sub, partyIds: [], parts, amount, asked: '', customer: 'nobody', keep: false,
      returnUrl: 'http://portal.test/', description: 'Both', state: 'new', at, version: 1, looks: 0,
    });
    operator.payments.desk.provider.find = () => Promise.resolve({ id: 'in_1', reference: 'pay-of-both', amount, state: 'succeeded' });
    const { status, body, response } = await ada<Trail>('/payments/pay-of-both/trail');
    assert.equal(status, 200);
    assert.deepEqual([stepIn(body, 'wish')?.amount, stepIn(body, 'charge')?.amount], [mine.total, undefined]);
    assert.deepEqual([body.mismatches, body.missing.map(({ reason }) => reason)], [[], ['not-yours']]);
    const told = await response.text();
    for (const secret of [theirs.id, theirs.account.id, theirs.number, String(amount.amount)]) assert.ok(!told.includes(secret), secret);
    // Whoever has no part in it is told what they would be told of one that is not there.
    assert.equal((await operator.as('daniel')<Problem>('/payments/pay-of-both/trail')).status, 404);
  });
});

const PLANTS: readonly { name: string; kind: TrailMismatch['kind']; also?: readonly TrailMismatch['kind'][]; plant: (operator: Operator, facts: { bill: string; booking: string }) => Promise<void> }[] = [
  { name: 'another amount', kind: 'amount-differs', also: ['applied-too-much', 'booked-not-applied'], plant: (operator, { booking }) => tampered(operator, 'payment', booking, (body) => ({ ...body, amount: euros(1), totalAmount: euros(1), paymentItem: (body['paymentItem'] as object[]).map((item) => ({ ...item, amount: euros(1), totalAmount: euros(1) })) })) },
  { name: 'items that do not come to it', kind: 'amount-differs', plant: (operator, { booking }) => tampered(operator, 'payment', booking, (body) => ({ ...body, paymentItem: (body['paymentItem'] as object[]).map((item) => ({ ...item, amount: euros(1), totalAmount: euros(1) })) })) },
  { name: 'a booking that is gone', kind: 'charged-not-booked', plant: (operator, { booking }) => tampered(operator, 'payment', booking, () => undefined) },
  {
    name: 'a booking the provider knows nothing of', kind: 'booked-not-charged',
    plant: async (operator) => {
      operator.payments.desk.provider.find = () => Promise.resolve(undefined);
    },
  },
  { name: 'a bill that counts it twice', kind: 'applied-too-much', plant: (operator, { bill }) => tampered(operator, 'customerBill', bill, (body) => ({ ...body, appliedPayment: [...(body['appliedPayment'] as object[]), ...(body['appliedPayment'] as object[])] })) },
  { name: 'a bill that is paid by nothing', kind: 'paid-not-applied', plant: (operator, { bill }) => tampered(operator, 'customerBill', bill, ({ appliedPayment: _gone, ...body }) => body) },
  {
    name: 'a bill that is open still', kind: 'booked-not-applied',
    plant: (operator, { bill }) => tampered(operator, 'customerBill', bill, ({ appliedPayment: _gone, ...body }) => ({ ...body, state: 'sent', remainingAmount: body['taxIncludedAmount'] })),
  },
];

describe('what is planted in a system', () => {
  for (const { name, kind, also = [], plant } of PLANTS) {
    it(`is found: ${name}`, async () => {
      const operator = await anOperator();
      const { as, bill, payment } = await paid(operator);
      const { body: before } = await as<Trail>(`/payments/${payment.id}/trail`);
      assert.deepEqual(before.mismatches, []);
      await plant(operator, { bill: bill.id, booking: stepIn(before, 'booking')?.id ?? '' });
      for (const path of [`/payments/${payment.id}`, `/bills/${bill.id}`]) {
        const { body } = await as<Trail>(`${path}/trail`);
        const kinds = kindsIn(body);
        assert.ok(kinds.includes(kind), `${path}: ${JSON.stringify(body)}`);
        assert.deepEqual(kinds.filter((one) => one !== kind && !also.includes(one)), []);
        for (const { says } of body.mismatches) assert.match(says, /^(Payment P-\d{10}|Bill [\d-]+)\b.*\.$/);
      }
    });
  }
});

describe('a system that does not answer', () => {
  it('is a gap, and no mismatch', async () => {
    let gone = '';
    const operator = await anOperator({ meddle: (request, pass) => (gone === '' ? undefined : down(gone)(request, pass)), paying: { meddle: (request, pass) => (gone === 'provider' ? Promise.reject(new TypeError('gone')) : pass(request)) } });
    const { as, payment } = await paid(operator);
    for (const [part, source] of [['/payment?', 'Payments'], ['/customerBill?', 'Billing'], ['/productOrder', 'Orders'], ['provider', 'Faceplate Pay']] as const) {
      gone = part;
      const { status, body } = await as<Trail>(`/payments/${payment.id}/trail`);
      assert.equal(status, 200, part);
      assert.deepEqual(body.mismatches, [], part);
      assert.ok(body.gaps.some((gap) => gap.source === source), `${part}: ${JSON.stringify(body.gaps)}`);
    }
  });

  it('or that has never said what paid a bill, is a gap too', async () => {
    const operator = await anOperator({ change: ({ resource, body }) => { if (resource === 'customerBill') delete body['appliedPayment']; } });
    const as = operator.as('ada');
    const { items } = (await as<BillList>('/bills')).body;
    const bill = items.find(({ status }) => status === 'paid');
    const { body } = await as<Trail>(`/bills/${bill?.id}/trail`);
    assert.deepEqual(body.mismatches, []);
    assert.ok(body.missing.some(({ kind, reason }) => kind === 'applied' && reason === 'not-kept'));
  });
});
