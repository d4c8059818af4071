import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Bill, BillChange } from '@faceplate/contracts';
import fc from 'fast-check';
import { type BillFacts, explainChange, NOT_ITEMISED } from './bill-change.ts';
import { bill, line, NONE } from './testing/bills.ts';

const amounts = fc.integer({ min: -9_000_000_000, max: 9_000_000_000 });
const day = fc.integer({ min: 0, max: 120 }).map((days) => new Date(Date.UTC(2026, 3, 1 + days)).toISOString().slice(0, 10));
const monies = fc.record({ amount: amounts, currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'CHF') });
const few = fc.constantFrom('p1', 'p2', 'p3');
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anyCharge = fc.record({
  id: fc.constantFrom('c1', 'c2', 'c3', 'c4', NOT_ITEMISED), kind: fc.constantFrom('recurring', 'usage', 'one-off', 'discount', 'credit', 'penalty', 'instalment'),
  name: fc.constantFrom('Mobile', 'Roaming', 'Part 1 of 2', ''), service: perhaps(few.map((productId) => ({ productId, name: productId }))),
  period: perhaps(fc.record({ from: day, to: day })), quantity: perhaps(fc.record({ value: fc.double(), unit: fc.constantFrom('GB', 'min') })), net: monies,
  taxRate: fc.oneof(fc.constantFrom(0, 7, 19, 5.5), fc.double({ noNaN: true })), gross: perhaps(monies), days: perhaps(fc.record({ charged: fc.integer(), of: fc.integer() })),
  tiers: perhaps(fc.array(fc.record({ quantity: fc.integer({ min: 0, max: 99 }), each: fc.record({ amount: fc.nat(9999), currency: fc.constant('EUR') }), amount: monies }), { maxLength: 3 })),
  reason: perhaps(fc.record({ kind: fc.constantFrom('product', 'ticket', 'service-level', 'bill'), id: few })),
});
const anyBill = fc.record({
  id: fc.string(), number: fc.string(), account: fc.record({ id: few, name: fc.string() }), origin: fc.string(), date: day, period: fc.record({ from: day, to: day }), due: day,
  status: fc.constantFrom('due', 'paid'), total: monies, remaining: monies, net: monies, taxes: fc.constant([]), charges: fc.array(anyCharge, { maxLength: 8 }),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Bill>;
const anyFacts = fc.record({
  products: fc.array(
    fc.record({
      id: few, startedOn: perhaps(day), endedOn: perhaps(day), replaces: perhaps(few), accountId: perhaps(few), movedOn: perhaps(day),
      terms: perhaps(fc.array(fc.record({ from: perhaps(day), plan: perhaps(few), monthly: perhaps(monies) }), { maxLength: 4 })),
      promotions: perhaps(fc.array(fc.record({ from: perhaps(day), until: perhaps(day) }), { maxLength: 2 })), instalments: perhaps(fc.record({ from: perhaps(day), until: perhaps(day) })),
    }),
    { maxLength: 4 },
  ),
  disputes: fc.array(few),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<BillFacts>;

/** Without the attributes that are not there, as the contract has them. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('whatever the bills and the facts', () => {
  test('the causes add up to the difference, and are what the contract says', () => {
    fc.assert(fc.property(anyBill, anyBill, anyFacts, (after, before, facts) => {
      const change = explainChange(plain(after), plain(before), plain(facts));
      assert.equal(change.causes.reduce((sum, { amount }) => sum + amount.amount, 0), change.difference.amount);
      assert.ok(change.causes.every(({ amount }) => amount.currency === change.difference.currency && amount.amount !== 0));
      const fitted = BillChange.safeParse({ ...plain(change), bill: { ...change.bill, period: { from: '2026-01-01', to: '2026-01-31' } }, gaps: [] });
      assert.ok(fitted.success, fitted.success ? '' : JSON.stringify(fitted.error.issues.slice(0, 3)));
    }), { numRuns: 3000, seed: 23 });
  });

  test('a bill set against itself has not changed', () => {
    fc.assert(fc.property(anyBill, anyFacts, (one, facts) => assert.deepEqual(explainChange(plain(one), plain(one), plain(facts)).causes, [])), { numRuns: 500, seed: 23 });
  });

  test('of bills that add up, rounding is at most half a unit a line and rate, and no other unit is without a reason', () => {
    const lines = fc.array(fc.record({ price: fc.integer({ min: -5000, max: 90_000 }), taxRate: fc.constantFrom(0, 7, 19) }), { maxLength: 30 });
    fc.assert(fc.property(lines, lines, (was, is) => {
      const use = (all: { price: number; taxRate: number }[]) => all.map((one, at) => line({ ...one, kind: 'usage', name: `Use ${String.fromCharCode(65 + at)}` }));
      const [before, after] = [bill(5, use(was)), bill(6, use(is))];
      const rounding = explainChange(after, before, NONE).causes.filter(({ kind }) => kind === 'rounding').reduce((sum, { amount }) => sum + amount.amount, 0);
      const rates = new Set(was.map(({ taxRate }) => taxRate)).size + new Set(is.map(({ taxRate }) => taxRate)).size;
      assert.ok(Math.abs(rounding) <= (was.length + is.length + rates) / 2);
      assert.ok(!explainChange(after, before, NONE).causes.some(({ kind }) => kind === 'unexplained'));
    }), { numRuns: 1000, seed: 23 });
  });
});
