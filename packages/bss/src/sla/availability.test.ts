import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowanceUsed, availabilityOf, type Figures, figuresOf, type IntervalState, isLost, outcomeOf, type Unavailability } from './availability.ts';
import { creditFor } from './credit.ts';
import { afterServiceTime } from './service-hours.ts';

const zone = 'Europe/Berlin';
const AFTER = Date.parse('2027-01-15T00:00:00Z');
const DAY = 86_400;
const promise = { zone, target: 0.9995 };

const was = (state: IntervalState, from: string, to?: string): Unavailability => ({ state, from: Date.parse(from), to: to === undefined ? undefined : Date.parse(to) });

/** Worked out by hand; counted, down, excluded, unknown seconds, and what became of 99.95 %. */
const GOLDEN: readonly (readonly [what: string, month: string, intervals: readonly Unavailability[], figures: readonly [number, number, number, number], outcome: string])[] = [
  ['thirty quiet days', '2026-11', [], [30 * DAY, 0, 0, 0], 'met'],
  ['March loses an hour to summer time', '2026-03', [], [31 * DAY - 3600, 0, 0, 0], 'met'],
  ['October gains one', '2026-10', [], [31 * DAY + 3600, 0, 0, 0], 'met'],
  // 0.05 % of 2,592,000 s is 1,296 s.
  ['exactly the allowance', '2026-11', [was('outage', '2026-11-10T10:00:00Z', '2026-11-10T10:21:36Z')], [30 * DAY, 1296, 0, 0], 'met'],
  ['a second more', '2026-11', [was('outage', '2026-11-10T10:00:00Z', '2026-11-10T10:21:37Z')], [30 * DAY, 1297, 0, 0], 'missed'],
  ['two outages at once are one', '2026-11', [was('outage', '2026-11-10T10:00:00Z', '2026-11-10T10:20:00Z'), was('outage', '2026-11-10T10:10:00Z', '2026-11-10T10:30:00Z')], [30 * DAY, 1800, 0, 0], 'missed'],
  // Window 01:00 to 03:00 in Berlin; down until 03:10.
  ['planned work that overruns', '2026-11', [was('maintenance', '2026-11-10T00:00:00Z', '2026-11-10T02:00:00Z'), was('outage', '2026-11-10T01:30:00Z', '2026-11-10T02:10:00Z')], [30 * DAY - 7200, 600, 7200, 0], 'met'],
  ['nobody lets the technician in', '2026-11', [was('outage', '2026-11-10T10:00:00Z', '2026-11-10T14:00:00Z'), was('customerPending', '2026-11-10T11:00:00Z', '2026-11-10T13:00:00Z')], [30 * DAY - 7200, 7200, 7200, 0], 'missed'],
  ['no data is unknown, an outage in it is one', '2026-11', [was('noData', '2026-11-10T10:00:00Z', '2026-11-10T12:00:00Z'), was('outage', '2026-11-10T11:30:00Z', '2026-11-10T12:30:00Z')], [30 * DAY - 5400, 3600, 0, 5400], 'missed'],
  ['mostly without data', '2026-11', [was('noData', '2026-11-01T00:00:00Z', '2026-11-29T00:00:00Z')], [2 * DAY, 0, 0, 28 * DAY], 'unknown'],
  // Midnight of 1 November in Berlin is 23:00 UTC.
  ['over midnight, the part of November', '2026-11', [was('outage', '2026-10-31T22:30:00Z', '2026-10-31T23:20:00Z')], [30 * DAY, 1200, 0, 0], 'met'],
  ['over midnight, the part of October', '2026-10', [was('outage', '2026-10-31T22:30:00Z', '2026-10-31T23:20:00Z')], [31 * DAY + 3600, 1800, 0, 0], 'missed'],
  // 01:30 summer time to 02:30 winter time: two hours by a stopwatch.
  ['through the hour that comes twice', '2026-10', [was('outage', '2026-10-24T23:30:00Z', '2026-10-25T01:30:00Z')], [31 * DAY + 3600, 7200, 0, 0], 'missed'],
];

for (const [what, month, intervals, [countedSeconds, downSeconds, excludedSeconds, unknownSeconds], outcome] of GOLDEN) {
  test(`${month}: ${what}`, () => {
    const figures = figuresOf(intervals, month, promise, AFTER);
    assert.deepEqual(figures, { countedSeconds, downSeconds, excludedSeconds, unknownSeconds });
    assert.equal(outcomeOf(figures, promise.target), outcome);
  });
}

test('a promise for office hours is judged in office hours', () => {
  const hours = { zone, days: [1, 2, 3, 4, 5], from: 480, to: 1080 };
  // November 2026 has 21 weekdays. Friday 17:00 to Monday 9:00 is one hour on Friday and one on Monday.
  const weekend = [was('outage', '2026-11-20T16:00:00Z', '2026-11-23T08:00:00Z')];
  assert.deepEqual(figuresOf(weekend, '2026-11', { ...promise, hours }, AFTER), { countedSeconds: 21 * 36_000, downSeconds: 7200, excludedSeconds: 0, unknownSeconds: 0 });
});

test('a month is judged as far as it has come, and while the promise holds', () => {
  const early = Date.parse('2026-11-01T00:00:00Z');
  assert.equal(figuresOf([], '2026-11', promise, early).countedSeconds, 3600);
  assert.equal(figuresOf([], '2026-12', promise, early).countedSeconds, 0);
  assert.equal(figuresOf([], '2026-11', { ...promise, since: Date.parse('2026-11-29T23:00:00Z') }, AFTER).countedSeconds, DAY);
});

test('an outage that goes on counts up to now', () => {
  const now = Date.parse('2026-11-10T10:20:00Z');
  assert.equal(figuresOf([was('outage', '2026-11-10T10:00:00Z')], '2026-11', promise, now).downSeconds, 1200);
});

test('a running month is lost only when no good day can mend it', () => {
  const now = Date.parse('2026-11-10T12:00:00Z');
  const figures = (to: string) => figuresOf([was('outage', '2026-11-10T10:00:00Z', to)], '2026-11', promise, now);
  assert.equal(isLost(figures('2026-11-10T10:21:36Z'), '2026-11', promise), false);
  assert.equal(isLost(figures('2026-11-10T10:21:37Z'), '2026-11', promise), true);
});

test('availability is cut, never rounded up', () => {
  const down = (downSeconds: number): Figures => ({ countedSeconds: 30 * DAY, downSeconds, excludedSeconds: 0, unknownSeconds: 0 });
  assert.equal(availabilityOf(down(1296)), '0.999500');
  assert.equal(availabilityOf(down(1297)), '0.999499');
  assert.equal(availabilityOf(down(0)), '1.000000');
  assert.equal(availabilityOf({ ...down(0), countedSeconds: 0 }), undefined);
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
  const figures = (downSeconds: number): Figures => ({ countedSeconds: 30 * DAY, downSeconds, excludedSeconds: 0, unknownSeconds: 0 });
  assert.equal(creditFor(figures(2592), 0.999, 4990), undefined);
  for (const [down, percent, amount] of LADDER) {
    const credit = creditFor(figures(down), 0.999, 4990);
    assert.deepEqual(credit && { percent: credit.percent, amount: credit.amount }, { percent, amount });
  }
  const formula = creditFor(figures(7200), 0.999, 4990)?.formula;
  assert.equal(formula, 'Down for 2 h 0 min, 2.7 times the time allowed: 10 % of the monthly price of €49.90');
});

test('where nothing was allowed any outage takes the highest step', () => {
  const figures: Figures = { countedSeconds: DAY, downSeconds: 1, excludedSeconds: 0, unknownSeconds: 0 };
  assert.equal(allowanceUsed(figures, 1), Infinity);
  assert.equal(creditFor(figures, 1, 1000)?.amount, 500);
});

test('promises without days never come due', () => {
  assert.equal(afterServiceTime({ zone, days: [], from: 0, to: 1440 }, AFTER, 1), Infinity);
});
