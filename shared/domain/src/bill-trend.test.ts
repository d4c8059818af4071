import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billTrend } from './bill-trend.ts';

const bill = (from: string, amount: number, currency = 'EUR') => ({ period: { from, to: from }, total: { amount, currency } });

test('twelve months, oldest first, up to the newest bill', () => {
  const [trend] = billTrend([bill('2026-11-03', 300), bill('2025-12-03', 100), bill('2025-11-03', 999)]);
  assert.equal(trend?.months.length, 12);
  assert.deepEqual(trend?.months[0], { month: '2025-12', bills: 1, total: { amount: 100, currency: 'EUR' } });
  assert.deepEqual(trend?.months.at(-1), { month: '2026-11', bills: 1, total: { amount: 300, currency: 'EUR' } });
});

test('a month without a bill is a hole, not a zero; two bills of a month are added', () => {
  const [trend] = billTrend([bill('2026-11-03', 300), bill('2026-11-20', -50)], 2);
  assert.deepEqual(trend?.months, [
    { month: '2026-10', bills: 0 },
    { month: '2026-11', bills: 2, total: { amount: 250, currency: 'EUR' } },
  ]);
});

test('currencies stay apart, the usual one first', () => {
  const trends = billTrend([bill('2026-11-03', 100, 'CHF'), bill('2026-11-03', 300), bill('2026-10-03', 300)], 2);
  assert.deepEqual(trends.map(({ currency }) => currency), ['EUR', 'CHF']);
});

test('no bills, no chart', () => {
  assert.deepEqual(billTrend([]), []);
});
