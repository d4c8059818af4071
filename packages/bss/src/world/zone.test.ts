import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayIn, daysIn, dayOfMonth, iso, monthName, monthNumber } from './zone.ts';

const month = (year: number, of: number) => year * 12 + of - 1;

const hours = (of: number) => (dayIn(month(2026, of) + 1) - dayIn(month(2026, of))) / 3_600_000;

test('a month begins at local midnight, in winter and in summer', () => {
  assert.equal(iso(dayIn(month(2026, 1))), '2025-12-31T23:00:00.000Z');
  assert.equal(iso(dayIn(month(2026, 7))), '2026-06-30T22:00:00.000Z');
});

test('the months in which the clocks change are an hour shorter and longer', () => {
  assert.equal(hours(3), 31 * 24 - 1);
  assert.equal(hours(10), 31 * 24 + 1);
  assert.equal(hours(2), 28 * 24);
});

test('an instant just before local midnight of the first belongs to the month before', () => {
  assert.equal(monthNumber(Date.parse('2026-03-31T21:59:59.999Z')), month(2026, 3));
  assert.equal(monthNumber(Date.parse('2026-03-31T22:00:00.000Z')), month(2026, 4));
  assert.equal(dayOfMonth(Date.parse('2026-03-31T22:00:00.000Z')), 1);
});

test('months have names and lengths, also across a leap year', () => {
  assert.equal(monthName(month(2028, 2)), '2028-02');
  assert.equal(daysIn(month(2028, 2)), 29);
});
