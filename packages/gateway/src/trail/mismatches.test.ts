import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Bill, Payment, PaymentPart, TrailMismatch } from '@faceplate/contracts';
import fc from 'fast-check';
import { mismatchesIn } from './mismatches.ts';
import type { Booking, PaymentSeen, Seen } from './seen.ts';

const NOW = new Date('2026-11-21T08:00:00.000Z');
const BEFORE = '2026-11-20T08:00:00.000Z';
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const total = (amounts: readonly number[]) => amounts.reduce((one, other) => one + other, 0);
const accountOf = (at: number) => ({ id: `acc${at}`, name: `Account ${at}` });

interface Plan {
  /** Of each bill: what it came to, what of it was paid before, and what of it this payment pays. */
  bills: { total: number; before: number; paying: number; account: number; credited: boolean }[];
  /** Beyond all bills. */
  credit: number;
  /** No part has more than it: given back of what is on no bill. */
  back: number;
}

const plans: fc.Arbitrary<Plan> = fc
  .record({
    bills: fc.array(fc.record({ total: fc.integer({ min: 3, max: 90_000 }), before: fc.integer({ min: 0, max: 50 }), paying: fc.integer({ min: 1, max: 100 }), account: fc.integer({ min: 0, max: 2 }), credited: fc.boolean() }), { minLength: 1, maxLength: 5 }),
    credit: fc.integer({ min: 0, max: 5_000 }),
    back: fc.integer({ min: 0, max: 5_000 }),
  })
  .map(({ bills, credit, back }) => ({
    credit,
    back: Math.min(back, credit),
    bills: bills.map((bill) => {
      const before = Math.floor((bill.total * bill.before) / 100);
      return { ...bill, before, paying: Math.max(1, Math.floor(((bill.total - before) * bill.paying) / 100)) };
    }),
  }));

const billOf = ({ total: all, before, paying, account, credited }: Plan['bills'][number], at: number): Bill => ({
  id: `b${at}`, number: `2026-${at}`, account: accountOf(account), origin: 'Billing', date: '2026-11-01', period: { from: '2026-10-01', to: '2026-10-31' }, due: '2026-11-15',
  status: all === before + paying ? 'paid' : 'part-paid', total: euros(all), remaining: euros(all - before - paying), net: euros(all), taxes: [], charges: [],
  applied: [...(before > 0 ? [credited ? { kind: 'credit' as const, amount: euros(before), id: 'c1' } : { kind: 'payment' as const, amount: euros(before) }] : []), { kind: 'payment', amount: euros(paying), id: 't1' }],
});

/** One payment of several bills and some credit, as it stands everywhere when nothing has gone wrong. */
function sound({ bills, credit, back }: Plan): { payment: PaymentSeen & { wish: NonNullable<PaymentSeen['wish']> }; bills: Bill[]; booking: Booking } {
  const parts: PaymentPart[] = [
    ...bills.map(({ paying, account }, at) => ({ account: accountOf(account), bill: { id: `b${at}`, number: `2026-${at}` }, amount: euros(paying) })),
    ...(credit > 0 ? [{ account: accountOf(9), amount: euros(credit) }] : []),
  ];
  const amount = euros(total(parts.map((part) => part.amount.amount)));
  const payment: Payment = { id: 't1', reference: 'P-1', status: 'paid', amount, parts, at: BEFORE };
  const refunds = back > 0 ? [{ id: 'r1', system: 'Billing', amount: euros(back), isDone: true }] : [];
  const booking: Booking = { payment, system: 'Billing', account: accountOf(0), correlation: 'pay-1', items: amount, refunds };
  const wish = { id: 'pay-1', reference: 'P-1', at: BEFORE, settledAt: BEFORE, amount, parts, isWhole: true, status: 'paid' as const, wasBooked: true };
  return { payment: { wish, charge: { id: 'in_1', reference: 'pay-1', amount, state: 'succeeded' }, bookings: [booking] }, bills: bills.map(billOf), booking };
}

const seenOf = (payment: PaymentSeen, bills: readonly Bill[], facts: Partial<Seen> = {}): Seen => ({ payments: [payment], bills: new Map(bills.map((bill) => [bill.id, bill])), keepApplied: new Set(['Billing']), now: NOW, ...facts });
const kindsIn = (seen: Seen): string[] => [...new Set(mismatchesIn(seen).map(({ kind }) => kind))].toSorted();

/** What can go wrong, one thing at a time; `by` is by how many cents. Undefined where this payment has nothing of the kind. */
const PLANTS: readonly { kind: TrailMismatch['kind']; name: string; also?: readonly TrailMismatch['kind'][]; plant: (one: ReturnType<typeof sound>, by: number) => Seen | undefined }[] = [
  { kind: 'amount-differs', name: 'the provider took another amount', plant: ({ payment, bills }, by) => seenOf({ ...payment, charge: { id: 'in_1', reference: 'pay-1', state: 'succeeded', amount: euros(payment.wish.amount.amount + by) } }, bills) },
  {
    kind: 'amount-differs', name: 'billing has another amount, and items that fit it', also: ['booked-not-applied'],
    plant: ({ payment, booking, bills }, by) => {
      const [first, ...others] = booking.payment.parts;
      const parts = first ? [{ ...first, amount: euros(first.amount.amount + by) }, ...others] : [];
      const amount = euros(booking.payment.amount.amount + by);
      return seenOf({ ...payment, bookings: [{ ...booking, payment: { ...booking.payment, amount, parts }, items: amount }] }, bills);
    },
  },
  { kind: 'amount-differs', name: 'the items of a booking do not come to it', plant: ({ payment, booking, bills }, by) => seenOf({ ...payment, bookings: [{ ...booking, items: euros(booking.payment.amount.amount + by) }] }, bills) },
  { kind: 'amount-differs', name: 'booked twice', plant: ({ payment, booking, bills }) => seenOf({ ...payment, bookings: [booking, { ...booking, payment: { ...booking.payment, id: 't2', parts: booking.payment.parts.map(({ bill: _bill, ...part }) => part) } }] }, bills) },
  { kind: 'booked-not-charged', name: 'the provider has never heard of it', plant: ({ payment, bills }) => seenOf({ ...payment, charge: 'none' }, bills) },
  { kind: 'booked-not-charged', name: 'the bank said no', plant: ({ payment, bills }) => seenOf({ ...payment, charge: { id: 'in_1', reference: 'pay-1', amount: payment.wish.amount, state: 'failed' } }, bills) },
  { kind: 'charged-not-booked', name: 'billing knows nothing of it', plant: ({ payment, bills }) => seenOf({ ...payment, bookings: [] }, bills) },
  {
    kind: 'charged-not-booked', name: 'billing has refused it',
    plant: ({ payment, booking }) => seenOf({ ...payment, wish: { ...payment.wish, wasBooked: false }, bookings: [{ ...booking, payment: { ...booking.payment, status: 'failed' } }] }, []),
  },
  { kind: 'applied-too-much', name: 'bills count more than was paid', plant: ({ payment, bills, booking }, by) => seenOf({ ...payment }, counting(bills, booking.payment.amount.amount + by)) },
  { kind: 'applied-too-much', name: 'bills still count what went back', plant: ({ payment, booking, bills }) => seenOf({ ...payment, bookings: [{ ...booking, payment: { ...booking.payment, status: 'returned' } }] }, bills) },
  {
    kind: 'applied-too-much', name: 'a bill names more than it says is settled',
    plant: ({ payment, bills: [first, ...others] }, by) => first && seenOf(payment, [{ ...first, applied: [...(first.applied ?? []), { kind: 'credit', amount: euros(by) }] }, ...others]),
  },
  { kind: 'paid-not-applied', name: 'a bill says it is paid, and names nothing', plant: ({ bills: [first] }) => first && seenOf({}, [{ ...without(first), status: 'paid', remaining: euros(0) }]) },
  {
    kind: 'booked-not-applied', name: 'a bill is open though it was paid for',
    plant: ({ payment, booking, bills: [first, ...others] }) =>
      first && (booking.refunds[0]?.amount.amount ?? 0) < (booking.payment.parts[0]?.amount.amount ?? 0) ? seenOf(payment, [{ ...without(first), status: 'due', remaining: first.total }, ...others]) : undefined,
  },
];

const without = ({ applied: _applied, ...bill }: Bill): Bill => bill;

/** The first bill counts so much more of the payment, and is as much larger, that all of them count this. */
function counting([first, ...others]: readonly Bill[], wanted: number): Bill[] {
  if (!first) return [];
  const more = wanted - total([first, ...others].flatMap(({ applied = [] }) => applied.filter(({ id }) => id === 't1').map(({ amount }) => amount.amount)));
  const applied = (first.applied ?? []).map((one) => (one.id === 't1' ? { ...one, amount: euros(one.amount.amount + more) } : one));
  return [{ ...first, total: euros(first.total.amount + more), applied }, ...others];
}

describe('what contradicts between the systems', () => {
  it('is nothing where nothing went wrong: any payment of bills and credit, with money given back', () => {
    fc.assert(fc.property(plans, (plan) => {
      const { payment, bills } = sound(plan);
      assert.deepEqual(mismatchesIn(seenOf(payment, bills)), []);
    }), { numRuns: 500 });
  });

  for (const { kind, name, also = [], plant } of PLANTS) {
    it(`is found: ${kind}, ${name}`, () => {
      let planted = 0;
      fc.assert(fc.property(plans, fc.integer({ min: 1, max: 10_000 }), (plan, by) => {
        const seen = plant(sound(plan), by);
        if (!seen) return;
        planted += 1;
        const kinds = kindsIn(seen);
        assert.ok(kinds.includes(kind), `${kind} is not among ${kinds.join(', ')}`);
        assert.deepEqual(kinds.filter((one) => one !== kind && !also.includes(one as TrailMismatch['kind'])), []);
      }), { numRuns: 200 });
      assert.ok(planted > 100);
    });
  }

  it('is never concluded from a system that did not answer, or does not keep it', () => {
    fc.assert(fc.property(plans, (plan) => {
      const { payment, bills } = sound(plan);
      const { wish, charge } = payment;
      assert.deepEqual(mismatchesIn(seenOf({ wish, ...(charge && { charge }) }, [])), [], 'billing is away');
      assert.deepEqual(mismatchesIn(seenOf({ wish, bookings: payment.bookings ?? [] }, bills)), [], 'the provider is away');
      assert.deepEqual(mismatchesIn(seenOf({ bookings: payment.bookings ?? [] }, bills)), [], 'paid elsewhere');
      const open = bills.map((bill) => ({ ...without(bill), status: 'due' as const, remaining: bill.total }));
      const unsure = (payment.bookings ?? []).map((booking) => ({ ...booking, mayHaveMoreRefunds: true as const }));
      assert.deepEqual(mismatchesIn(seenOf({ bookings: unsure }, open)), [], 'it may have been given back');
      const silent = bills.map((bill) => ({ ...without(bill), status: 'paid' as const, remaining: euros(0) }));
      assert.deepEqual(mismatchesIn(seenOf(payment, silent, { keepApplied: new Set() })), [], 'a system that never says what has paid a bill');
    }), { numRuns: 200 });
  });

  it('is not yet what is on its way: minutes pass between two systems', () => {
    const { payment } = sound({ bills: [{ total: 500, before: 0, paying: 500, account: 0, credited: false }], credit: 0, back: 0 });
    const soon = new Date(Date.parse(BEFORE) + 60_000);
    assert.deepEqual(mismatchesIn(seenOf({ ...payment, bookings: [] }, [], { now: soon })), []);
  });

  it('takes money in dispute, on hold, or kept as credit for what it is', () => {
    const { payment, bills } = sound({ bills: [{ total: 500, before: 0, paying: 300, account: 0, credited: false }], credit: 0, back: 0 });
    const [bill] = bills as [Bill];
    const open = { ...without(bill), remaining: bill.total, status: 'due' as const };
    for (const one of [{ ...open, disputed: bill.total }, { ...open, status: 'on-hold' as const }]) assert.deepEqual(mismatchesIn(seenOf(payment, [one])), []);
    const byAnother = { ...bill, remaining: euros(0), applied: [{ kind: 'payment' as const, amount: bill.total, id: 't0' }] };
    assert.deepEqual(mismatchesIn(seenOf(payment, [byAnother])), []);
  });

  it('tells nobody the sum of parts that are others’', () => {
    const { payment } = sound({ bills: [{ total: 500, before: 0, paying: 500, account: 0, credited: false }], credit: 70, back: 0 });
    const wish = { ...payment.wish, isWhole: false, parts: payment.wish.parts.slice(0, 1) };
    const found = mismatchesIn(seenOf({ wish, charge: { id: 'in_1', reference: 'pay-1', state: 'succeeded', amount: euros(1) } }, []));
    assert.deepEqual(found, [{ kind: 'amount-differs', payment: { id: 'pay-1', number: 'P-1' } }]);
  });
});
