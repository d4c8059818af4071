import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate } from './allocation.ts';
import { CurrencyMismatch } from './money.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const open = (id: string, due: string, amount: number) => ({ id, due, open: eur(amount) });

test('the oldest is paid in full before the next gets anything', () => {
  const { parts, left } = allocate([open('new', '2026-11-10', 3000), open('old', '2026-09-10', 2000), open('mid', '2026-10-10', 1000)], eur(2500));
  assert.deepEqual(parts, [{ id: 'old', amount: eur(2000) }, { id: 'mid', amount: eur(500) }]);
  assert.deepEqual(left, eur(0));
});

test('what is more than all that is open stays over', () => {
  assert.deepEqual(allocate([open('a', '2026-09-10', 2000)], eur(2001)).left, eur(1));
  assert.deepEqual(allocate([], eur(5)), { parts: [], left: eur(5) });
});

test('what is due on one day goes by id, in whatever order it came', () => {
  const [one, other] = [open('b', '2026-09-10', 100), open('a', '2026-09-10', 100)];
  assert.deepEqual(allocate([one, other], eur(150)), allocate([other, one], eur(150)));
  assert.deepEqual(allocate([one, other], eur(150)).parts, [{ id: 'a', amount: eur(100) }, { id: 'b', amount: eur(50) }]);
});

test('nothing is paid to what is paid, and a credit takes nothing', () => {
  assert.deepEqual(allocate([open('paid', '2026-09-01', 0), open('credit', '2026-09-02', -400), open('due', '2026-09-10', 100)], eur(100)).parts, [
    { id: 'due', amount: eur(100) },
  ]);
});

test('parts and rest add up to the amount, and no part is more than what is open, whatever the amounts', () => {
  let seed = 7;
  const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  for (let run = 0; run < 2000; run += 1) {
    const payables = Array.from({ length: next(6) }, (_, index) => open(`b${index}`, `2026-0${1 + next(9)}-10`, next(5000)));
    const amount = eur(next(12000));
    const { parts, left } = allocate(payables, amount);
    assert.equal(parts.reduce((sum, part) => sum + part.amount.amount, left.amount), amount.amount);
    for (const part of parts) assert.ok(part.amount.amount <= payables.find(({ id }) => id === part.id)!.open.amount);
    if (left.amount > 0) assert.equal(left.amount, amount.amount - payables.reduce((sum, one) => sum + one.open.amount, 0));
  }
});

test('two currencies are never one payment, and nothing below zero is', () => {
  assert.throws(() => allocate([{ id: 'a', due: '2026-09-10', open: { amount: 1, currency: 'CHF' } }], eur(1)), CurrencyMismatch);
  assert.throws(() => allocate([], eur(-1)), RangeError);
});
