import assert from 'node:assert/strict';
import { test } from 'node:test';
import { easterSunday, isHoliday } from './holidays.ts';
import { crewsIn, cutOffOf, firstBookable, inWords, slotAt, slotsBetween, slotsOn } from './slots.ts';

test('Easter falls where the calendar has it', () => {
  const known = { 2019: '04-21', 2024: '03-31', 2025: '04-20', 2026: '04-05', 2027: '03-28', 2030: '04-21', 2038: '04-25', 2100: '03-28' };
  for (const [year, day] of Object.entries(known)) assert.equal(easterSunday(Number(year)), `${year}-${day}`);
});

test('nobody works on the holidays that all of Germany has', () => {
  const days = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26'];
  for (const day of days) {
    assert.ok(isHoliday(day), day);
    assert.deepEqual(slotsOn(day), []);
  }
  assert.ok(!isHoliday('2026-12-24'));
});

test('a working day has four visits of two hours on the clock of the place, a Saturday one, a Sunday none', () => {
  assert.deepEqual(slotsOn('2026-11-24').map(inWords), [
    'Tue 24 Nov, 08:00–10:00', 'Tue 24 Nov, 10:00–12:00', 'Tue 24 Nov, 13:00–15:00', 'Tue 24 Nov, 15:00–17:00',
  ]);
  assert.deepEqual(slotsOn('2026-11-28').map(inWords), ['Sat 28 Nov, 09:00–12:00']);
  assert.deepEqual(slotsOn('2026-11-29'), []);
});

test('eight in the morning is eight in the morning, in summer and in winter', () => {
  const at = (day: string) => new Date(slotsOn(day)[0]?.from ?? 0).toISOString();
  assert.equal(at('2026-10-23'), '2026-10-23T06:00:00.000Z');
  // The clocks changed on the Sunday between.
  assert.equal(at('2026-10-26'), '2026-10-26T07:00:00.000Z');
  assert.equal(at('2026-03-30'), '2026-03-30T06:00:00.000Z');
});

test('a visit can be moved until five on the last working day before it', () => {
  const cutOff = (day: string) => new Date(cutOffOf(slotsOn(day)[0] ?? { from: 0, to: 0 })).toISOString();
  assert.equal(cutOff('2026-11-25'), '2026-11-24T16:00:00.000Z');
  // Before a Monday that is the Saturday; after Easter it is the Saturday before it.
  assert.equal(cutOff('2026-11-23'), '2026-11-21T16:00:00.000Z');
  assert.equal(cutOff('2026-04-07'), '2026-04-04T15:00:00.000Z');
});

test('no visit is today, and only whole slots are visits', () => {
  const now = Date.parse('2026-11-23T07:30:00.000Z');
  const [first] = slotsBetween(firstBookable(now), firstBookable(now) + 86_400_000);
  assert.equal(first && inWords(first), 'Tue 24 Nov, 08:00–10:00');
  assert.ok(first && slotAt(first.from, first.to));
  assert.equal(first && slotAt(first.from, first.to + 60_000), undefined);
  assert.equal(first && crewsIn(first), 3);
});
