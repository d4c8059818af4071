import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../../store/store.ts';
import { billPair } from './bill-pairs.ts';

const cents = (amount: unknown): number => Math.round((amount as { value: number }).value * 100);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const pairs = Array.from({ length: 800 }, (_, seed) => billPair(seed));

test('a pair is made of its number alone', () => {
  assert.deepEqual(billPair(17), pairs[17]);
  assert.notDeepEqual(billPair(18), pairs[17]);
});

test('the causes of a pair come to its difference', () => {
  for (const { seed, before, after, expected, difference } of pairs) {
    assert.equal(cents(after.bill['taxIncludedAmount']) - cents(before.bill['taxIncludedAmount']), difference, `pair ${seed}`);
    assert.equal(total(Object.values(expected)), difference, `pair ${seed}`);
  }
});

test('both bills are what their lines come to', () => {
  for (const { seed, ...pair } of pairs) {
    for (const { bill, rates } of [pair.before, pair.after]) {
      assert.equal(total(rates.map((rate) => cents(rate['taxExcludedAmount']))), cents(bill['taxExcludedAmount']), `pair ${seed}`);
      assert.equal(new Set(rates.map(({ id }) => id)).size, rates.length);
    }
  }
});

test('every cause comes about, and every line names a product that is there', () => {
  const causes = new Set(pairs.flatMap(({ expected }) => Object.keys(expected)));
  assert.equal(causes.size, 21, [...causes].join(' '));
  for (const { before, after, products } of pairs) {
    const ids = new Set(products.map(({ id }) => id));
    for (const rate of [...before.rates, ...after.rates]) assert.ok(rate['product'] === undefined || ids.has((rate['product'] as Resource).id));
  }
});

test('ten thousand of them take less than a minute', () => {
  const start = performance.now();
  for (let seed = 0; seed < 1000; seed += 1) billPair(seed);
  assert.ok(performance.now() - start < 6000);
});
