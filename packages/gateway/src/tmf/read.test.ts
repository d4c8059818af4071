import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at, characteristic, day, instant, lastDay, money, needed, number, period, records, text, Unreadable, whole } from './read.ts';

const zone = 'Europe/Berlin';

test('takes one object where a list belongs, and the first of a list where one object belongs', () => {
  assert.equal(text({ billingAccount: [{ id: 'a' }, { id: 'b' }] }, 'billingAccount', 'id'), 'a');
  assert.deepEqual(records({ note: { text: 'hi' } }, 'note'), [{ text: 'hi' }]);
  assert.deepEqual(records({ note: [null, 3, { text: 'hi' }, ['x']] }, 'note'), [{ text: 'hi' }]);
  assert.deepEqual(records({}, 'note'), []);
});

test('reads nothing from prototypes', () => {
  assert.equal(at({}, 'constructor'), undefined);
  assert.equal(at(JSON.parse('{"__proto__":{"x":1}}'), 'x'), undefined);
});

test('text is trimmed, cut, and free of control characters', () => {
  assert.equal(text('  aborted '), 'aborted');
  assert.equal(text('a\u0000b\u001bc\nd'), 'abc\nd');
  assert.equal(text(12), '12');
  assert.equal(text(''), undefined);
  assert.equal(text('x'.repeat(30_000))?.length, 20_000);
});

test('numbers may come as text', () => {
  assert.equal(number('0.9995'), 0.9995);
  assert.equal(number('many'), undefined);
  assert.equal(number(NaN), undefined);
});

test('whole numbers are within reason or not at all', () => {
  assert.equal(whole([1, 10], '3.4'), 3);
  for (const value of [0, 11, 1e308, -1, 'x', null]) assert.equal(whole([1, 10], value), undefined);
});

test('instants come in many spellings and leave in one', () => {
  assert.equal(instant('2026-11-21T08:00:00+01:00'), '2026-11-21T07:00:00.000Z');
  assert.equal(instant('2026-11-21T08:00+0100'), '2026-11-21T07:00:00.000Z');
  assert.equal(instant('2026-11-21 08:00:00'), '2026-11-21T08:00:00.000Z');
  assert.equal(instant('2026-11-21'), '2026-11-21T00:00:00.000Z');
  for (const bad of ['soon', '2026-13-40T00:00:00Z', '2026-02-30T00:00:00Z', '2026-02-30', '21.11.2026', {}, 5, null]) assert.equal(instant(bad), undefined);
});

test('days are local; a period ends the day before the midnight it names', () => {
  assert.equal(day(zone, '2026-10-31T23:00:00.000Z'), '2026-11-01');
  assert.equal(day(zone, '2026-11-01'), '2026-11-01');
  for (const never of ['2026-02-30', '2026-02-29', '2026-13-01']) assert.equal(day(zone, never) ?? lastDay(zone, never), undefined);
  assert.equal(day(zone, '2028-02-29'), '2028-02-29');
  assert.equal(lastDay(zone, '2026-11-30T23:00:00.000Z'), '2026-11-30');
  const november = { startDateTime: '2026-10-31T23:00:00.000Z', endDateTime: '2026-11-30T23:00:00.000Z' };
  assert.deepEqual(period(zone, november), { from: '2026-11-01', to: '2026-11-30' });
  assert.equal(period(zone, { startDateTime: '2026-12-01', endDateTime: '2026-11-01' }), undefined);
  assert.equal(period(zone, { startDateTime: '2026-12-01' }), undefined);
});

test('money is exact, and its unit may be left out', () => {
  assert.deepEqual(money('EUR', { unit: 'EUR', value: 0.1 }), { amount: 10, currency: 'EUR' });
  assert.deepEqual(money('EUR', { value: '12.34' }), { amount: 1234, currency: 'EUR' });
  assert.deepEqual(money('EUR', { unit: 'chf', value: 1 }), { amount: 100, currency: 'CHF' });
  for (const bad of [{ unit: 'EUR' }, { unit: 'Euro', value: 1 }, { value: 'free' }, 12, null]) assert.equal(money('EUR', bad), undefined);
});

test('characteristics are found by name', () => {
  assert.equal(characteristic([{ name: 'a', value: 1 }, { name: 'b', value: 'x' }], 'b'), 'x');
});

test('what is needed and not there is said', () => {
  assert.throws(() => needed(undefined, 'id'), Unreadable);
});

test('nothing at all makes a reader throw', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.string(), (value, step) => {
    at(value, step); text(value, step); records(value, step); number(value, step); instant(value); day(zone, value);
    lastDay(zone, value); period(zone, value); money('EUR', value); money('EUR', { unit: value, value });
  }));
});
