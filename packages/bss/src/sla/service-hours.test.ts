import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterServiceTime, aroundTheClock, type ServiceHours, serviceTime } from './service-hours.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const zone = 'Europe/Berlin';
/** Monday to Saturday, eight to eight. */
const shop: ServiceHours = { zone, days: [1, 2, 3, 4, 5, 6], from: 480, to: 1200 };
const office: ServiceHours = { zone, days: [1, 2, 3, 4, 5], from: 480, to: 1080 };

test('an hour of service is an hour when the shop is open', () => {
  // Friday 20 November 2026, 10:00 to 11:30 in Berlin.
  assert.equal(serviceTime(shop, { from: at('2026-11-20T09:00:00Z'), to: at('2026-11-20T10:30:00Z') }), 1.5 * HOUR);
});

test('nights and Sundays do not count', () => {
  // Saturday 19:00 to Monday 9:00: one hour on Saturday, one on Monday.
  assert.equal(serviceTime(shop, { from: at('2026-11-21T18:00:00Z'), to: at('2026-11-23T08:00:00Z') }), 2 * HOUR);
  // Saturday evening to Sunday noon: the last half hour before eight.
  assert.equal(serviceTime(shop, { from: at('2026-11-21T18:30:00Z'), to: at('2026-11-22T11:00:00Z') }), 0.5 * HOUR);
});

test('what is due is due in service hours', () => {
  // Four hours from Friday 16:00 office time end on Monday at 10:00.
  assert.equal(afterServiceTime(office, at('2026-11-20T15:00:00Z'), 4 * HOUR), at('2026-11-23T09:00:00Z'));
  // Raised on Sunday, eight hours of a shop that opens on Monday at eight.
  assert.equal(afterServiceTime(shop, at('2026-11-22T12:00:00Z'), 8 * HOUR), at('2026-11-23T15:00:00Z'));
});

test('the clock stands while the customer is asked', () => {
  // Raised Monday 9:00, asked 10:00 to 15:00, four office hours: one before, three after.
  const asked = [{ from: at('2026-11-23T09:00:00Z'), to: at('2026-11-23T14:00:00Z') }];
  assert.equal(afterServiceTime(office, at('2026-11-23T08:00:00Z'), 4 * HOUR, asked), at('2026-11-23T17:00:00Z'));
  const stillAsked = [{ from: at('2026-11-23T09:00:00Z'), to: Infinity }];
  assert.equal(afterServiceTime(office, at('2026-11-23T08:00:00Z'), 4 * HOUR, stillAsked), Infinity);
});

test('around the clock the night of the clock change is as long as it is', () => {
  // 25 October 2026 has 25 hours in Berlin, 29 March 2026 has 23.
  const always = aroundTheClock(zone);
  assert.equal(serviceTime(always, { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T23:00:00Z') }), 25 * HOUR);
  assert.equal(serviceTime(always, { from: at('2026-03-28T23:00:00Z'), to: at('2026-03-29T22:00:00Z') }), 23 * HOUR);
  assert.equal(afterServiceTime(always, at('2026-10-24T22:00:00Z'), 25 * HOUR), at('2026-10-25T23:00:00Z'));
});

test('on the day of the clock change the shop opens at eight all the same', () => {
  const daily: ServiceHours = { ...shop, days: [7] };
  // Eight in the morning is 06:00 UTC in summer time (29 March) and 07:00 UTC in winter time (25 October).
  assert.equal(afterServiceTime(daily, at('2026-03-28T23:30:00Z'), HOUR), at('2026-03-29T07:00:00Z'));
  assert.equal(afterServiceTime(daily, at('2026-10-24T22:30:00Z'), HOUR), at('2026-10-25T08:00:00Z'));
});
