import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays, addMonths, addMonthsToDate, daysBetween, daysInMonth, isZone, localDate, localMonth, monthBounds, monthsUntil, startOfDay,
} from './calendar.ts';

const hours = ({ from, to }: { from: Date; to: Date }) => (+to - +from) / 3_600_000;

test('a local day begins at local midnight, summer and winter', () => {
  assert.equal(startOfDay('2026-07-01', 'Europe/Berlin').toISOString(), '2026-06-30T22:00:00.000Z');
  assert.equal(startOfDay('2026-12-01', 'Europe/Berlin').toISOString(), '2026-11-30T23:00:00.000Z');
  assert.equal(startOfDay('2026-03-29', 'Europe/Berlin').toISOString(), '2026-03-28T23:00:00.000Z');
  assert.equal(startOfDay('2026-03-30', 'Europe/Berlin').toISOString(), '2026-03-29T22:00:00.000Z');
  assert.equal(startOfDay('2026-10-25', 'Europe/Berlin').toISOString(), '2026-10-24T22:00:00.000Z');
  assert.equal(startOfDay('2026-10-26', 'Europe/Berlin').toISOString(), '2026-10-25T23:00:00.000Z');
});

test('a day without a midnight begins when the clocks leap; of two midnights the first counts', () => {
  assert.equal(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString(), '2018-11-04T03:00:00.000Z');
  assert.equal(startOfDay('2026-11-01', 'America/Havana').toISOString(), '2026-11-01T04:00:00.000Z');
});

test('months with a clock change are an hour shorter or longer', () => {
  assert.equal(hours(monthBounds('2026-03', 'Europe/Berlin')), 31 * 24 - 1);
  assert.equal(hours(monthBounds('2026-10', 'Europe/Berlin')), 31 * 24 + 1);
  assert.equal(hours(monthBounds('2026-02', 'Europe/Berlin')), 28 * 24);
  assert.equal(hours(monthBounds('2026-10', 'UTC')), 31 * 24);
});

test('the day of an instant is the day on the wall', () => {
  assert.equal(localDate('2026-11-20T23:00:00.000Z', 'Europe/Berlin'), '2026-11-21');
  assert.equal(localDate('2026-11-20T22:59:59.999Z', 'Europe/Berlin'), '2026-11-20');
  assert.equal(localMonth('2026-10-31T23:00:00Z', 'Europe/Berlin'), '2026-11');
});

test('months are added without falling off their end', () => {
  assert.equal(addMonthsToDate('2026-01-31', 1), '2026-02-28');
  assert.equal(addMonthsToDate('2028-02-29', 12), '2029-02-28');
  assert.equal(addMonthsToDate('2026-03-31', -1), '2026-02-28');
  assert.equal(addMonths('2026-11', 2), '2027-01');
  assert.equal(addMonths('2026-01', -13), '2024-12');
  assert.deepEqual(monthsUntil('2026-02', 3), ['2025-12', '2026-01', '2026-02']);
  assert.equal(daysInMonth('2028-02'), 29);
});

test('days between do not feel the clocks', () => {
  assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
  assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
});

test('knows a zone from a word', () => {
  assert.ok(isZone('Europe/Berlin'));
  assert.ok(!isZone('Europe/Atlantis'));
});

test('every instant lies in its own local day', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Havana', 'UTC');
  const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(fc.property(instant, zone, (at, where) => {
    const day = localDate(at, where);
    assert.ok(+startOfDay(day, where) <= +at);
    assert.ok(+at < +startOfDay(addDays(day, 1), where));
    const { from, to } = monthBounds(localMonth(at, where), where);
    assert.ok(+from <= +at && +at < +to);
  }));
});
