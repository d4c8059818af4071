import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UsagePrice } from '@faceplate/contracts';
import { monthOn, partFor, stepsFor } from './estimate.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const data: UsagePrice = { name: 'Extra data', unit: 'GB', included: 25, tiers: [{ upTo: 10, each: euros(300) }, { each: euros(200) }] };

test('each step has its own price, and the last has no end', () => {
  assert.deepEqual(stepsFor(data, 14).map(({ quantity, amount }) => [quantity, amount.amount]), [[10, 3_000], [4, 800]]);
  assert.deepEqual(stepsFor(data, 10).map(({ quantity }) => quantity), [10]);
  assert.deepEqual(stepsFor(data, 0), []);
});

test('the steps of a sum are the sum: cents are rounded once', () => {
  let seed = 7;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 2_000; round += 1) {
    const tiers = [{ upTo: 1 + next() * 20, each: euros(Math.round(next() * 90)) }, { upTo: 30 + next() * 20, each: euros(Math.round(next() * 90)) }, { each: euros(Math.round(next() * 90)) }];
    const quantity = Math.round(next() * 80_000) / 1_000;
    const steps = stepsFor({ tiers }, quantity);
    const exact = steps.reduce((sofar, step) => sofar + step.quantity * step.each.amount, 0);
    assert.ok(Math.abs(steps.reduce((sofar, { amount }) => sofar + amount.amount, 0) - exact) <= 0.5 + 1e-3);
    assert.ok(Math.abs(steps.reduce((sofar, step) => sofar + step.quantity, 0) - quantity) < 1e-5);
  }
});

test('what is included costs nothing', () => {
  const part = partFor(data, 26.5, 'EUR');
  assert.deepEqual([part.included, part.quantity, part.amount.amount], [25, 26.5, 450]);
  assert.equal(partFor(data, 20, 'EUR').amount.amount, 0);
});

test('a month is what stands every month and what is used beyond, by the price after the promotion', () => {
  const offer = { price: { once: euros(0), monthly: euros(1_999), promotion: { months: 6, monthlyAfter: euros(2_499) } }, beyond: [data] };
  const month = monthOn(offer, new Map([['Extra data', 36], ['Calls abroad', 100]]), '2026-10');
  assert.deepEqual([month.month, month.standing.amount, month.parts.length, month.total.amount], ['2026-10', 2_499, 1, 2_499 + 3_000 + 200]);
  assert.equal(monthOn(offer, new Map()).total.amount, 2_499);
});
