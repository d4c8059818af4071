import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { forecastOf, type RunningFacts } from './bill-forecast.ts';
import { CurrencyMismatch, money } from './money.ts';

const eur = (amount: number) => money(amount, 'EUR');
const forecast = (facts: Partial<RunningFacts>) => {
  const found = forecastOf({ total: eur(4000), use: eur(0), passed: 0.5, before: [0, 0, 0].map(eur), ...facts });
  return found && [found.low.amount, found.likely.amount, found.high.amount, found.from];
};

describe('what a running bill will come to', () => {
  test('without any use it is what stands on it', () => {
    assert.deepEqual(forecast({}), [4000, 4000, 4000, 3]);
  });

  test('what is sure to come is added to all three', () => {
    assert.deepEqual(forecast({ toCome: eur(1500) }), [5500, 5500, 5500, 3]);
  });

  test('half a month at a pace between this month’s and the usual one', () => {
    // 10.00 used in half a month; usually 6.00 in a whole one: 13.00 a month, 6.50 for the half that is left.
    assert.deepEqual(forecast({ total: eur(5000), use: eur(1000), before: [600, 600, 600].map(eur) }), [5650, 5650, 5650, 3]);
  });

  test('before the month begins, a sparing month and a lavish one are its bounds', () => {
    const before = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map(eur);
    assert.deepEqual(forecast({ passed: 0, before }), [4050, 4500, 4950, 11]);
    // A quarter left: the band is half as wide.
    assert.deepEqual(forecast({ passed: 0.75, before }), [4000, 4031, 4256, 11]);
  });

  test('on the last day nothing is uncertain', () => {
    assert.deepEqual(forecast({ total: eur(5234), use: eur(1234), passed: 1, before: [0, 5000, 9000].map(eur) }), [5234, 5234, 5234, 3]);
  });

  test('says nothing where too little is known', () => {
    assert.equal(forecast({ before: [100, 200].map(eur) }), undefined);
    for (const passed of [-0.1, 1.1, NaN]) assert.equal(forecast({ passed }), undefined);
    assert.equal(forecast({ use: eur(-1) }), undefined);
  });

  test('currencies never meet', () => {
    assert.throws(() => forecastOf({ total: eur(1), use: money(1, 'CHF'), passed: 0.5, before: [1, 2, 3].map(eur) }), CurrencyMismatch);
  });

  const facts: fc.Arbitrary<RunningFacts> = fc
    .record({ rest: fc.integer({ min: -5000, max: 100_000 }), use: fc.nat(100_000), passed: fc.double({ min: 0, max: 1, noNaN: true }), before: fc.array(fc.nat(100_000).map(eur), { minLength: 3, maxLength: 12 }) })
    .map(({ rest, use, ...more }) => ({ total: eur(rest + use), use: eur(use), ...more }));

  test('it is never less than what stands already, and the likely figure lies in the band', () => {
    fc.assert(fc.property(facts, (known) => {
      const found = forecastOf(known);
      assert.ok(found && known.total.amount <= found.low.amount && found.low.amount <= found.likely.amount && found.likely.amount <= found.high.amount);
    }));
  });

  test('the order of the bills before does not matter', () => {
    fc.assert(fc.property(facts, (known) => assert.deepEqual(forecastOf({ ...known, before: known.before.toReversed() }), forecastOf(known))));
  });

  test('of months like those before, most end within the band', () => {
    // A linear congruential generator: the same thousand months every time.
    let state = 20_261_121;
    const dice = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    // A household: on some days a call abroad or a film, for a few euros.
    const month = () => Array.from({ length: 30 }, () => (dice() < 0.2 ? Math.round(100 + dice() * 400) : 0));
    const use = (days: readonly number[]) => days.reduce((sofar, one) => sofar + one, 0);
    let within = 0;
    let miss = 0;
    for (let round = 0; round < 1000; round += 1) {
      const [running, ...before] = Array.from({ length: 13 }, month);
      const days = 5 + (round % 20);
      const sofar = use(running!.slice(0, days));
      const found = forecastOf({ total: eur(sofar), use: eur(sofar), passed: days / 30, before: before.map((one) => eur(use(one))) })!;
      const end = use(running!);
      if (found.low.amount <= end && end <= found.high.amount) within += 1;
      miss += Math.abs(found.likely.amount - end);
    }
    console.log(`    ${within} of 1000 months ended within the band; on average ${Math.round(miss / 1000)} cents beside the likely figure`);
    assert.ok(within >= 700, `${within}`);
  });
});
