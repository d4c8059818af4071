import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figures } from '@faceplate/domain/service-level';
import { availabilityOf, figuresIn, isLost } from './compliance.ts';
import { creditFor } from './credit.ts';
import { afterServiceTime } from './service-hours.ts';

const zone = 'Europe/Berlin';
const terms = { zone, target: 0.9995 };
const MONTH = 30 * 86_400;

const down = (seconds: number, countedSeconds = MONTH): Figures => ({ windowSeconds: countedSeconds, outsideSeconds: 0, maintenanceSeconds: 0, waitingSeconds: 0, unknownSeconds: 0, countedSeconds, downHundredths: seconds * 100 });

test('a running month is lost only when no good day can mend it', () => {
  const now = Date.parse('2026-11-10T12:00:00Z');
  const figures = (to: string) => figuresIn([{ id: '1', kind: 'outage', from: new Date('2026-11-10T10:00:00Z'), to: new Date(to) }], '2026-11', terms, now);
  // 0.05 % of 2,592,000 s is 1,296 s.
  assert.equal(isLost(figures('2026-11-10T10:21:36Z'), '2026-11', terms), false);
  assert.equal(isLost(figures('2026-11-10T10:21:37Z'), '2026-11', terms), true);
});

test('availability is cut, never rounded up', () => {
  assert.deepEqual([0, 1, 1296, 1297, MONTH].map((seconds) => availabilityOf(down(seconds))), ['1.000000', '0.999999', '0.999500', '0.999499', '0.000000']);
  assert.equal(availabilityOf(down(0, 0)), undefined);
});

/** Of thirty days at 99.9 %, that is 2,592 s allowed, and of a price of €49.90: seconds down, per cent and cents given back. */
const LADDER: readonly (readonly [down: number, percent: number, cents: number])[] = [
  [2593, 5, 250],
  [5184, 5, 250],
  [5185, 10, 499],
  [12_961, 25, 1248],
  [25_921, 50, 2495],
  [2_000_000, 50, 2495],
];

test('the credit climbs a ladder and is capped at half the price', () => {
  assert.equal(creditFor(down(2592), 0.999, 4990), undefined);
  for (const [seconds, percent, amount] of LADDER) {
    const credit = creditFor(down(seconds), 0.999, 4990);
    assert.deepEqual(credit && { percent: credit.percent, amount: credit.amount }, { percent, amount });
  }
  const formula = creditFor(down(7200), 0.999, 4990)?.formula;
  assert.equal(formula, 'Down for 2 h 0 min, 2.7 times the time allowed: 10 % of the monthly price of €49.90');
});

test('where nothing was allowed any outage takes the highest step', () => {
  assert.equal(creditFor(down(1, 86_400), 1, 1000)?.amount, 500);
});

test('promises without days never come due', () => {
  assert.equal(afterServiceTime({ zone, days: [], from: 0, to: 1440 }, Date.parse('2027-01-15T00:00:00Z'), 1), Infinity);
});
