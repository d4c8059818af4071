import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cycleNamed } from './period.ts';
import { standingCharges } from './standing.ts';
import { subscriptionOf } from './subscriptions.ts';
import { product } from '../testing/money.seed.ts';
import { chargeIn } from './rates.ts';
import { notBilled, rateBody } from './documents.ts';

const april = cycleNamed('2026-04') ?? assert.fail();
const may = cycleNamed('2026-05') ?? assert.fail();
const NO_TERMS = { once: 0, off: 0, months: 0 };
const euros = (value: number) => ({ taxIncludedAmount: { unit: 'EUR', value }, taxRate: 19 });
const price = (value: number, from?: string, until?: string, more: object = {}) => ({
  priceType: 'recurring', price: euros(value), ...(from || until ? { validFor: { ...(from && { startDateTime: from }), ...(until && { endDateTime: until }) } } : {}), ...more,
});
const lines = (productPrice: object[], cycle = april, more: object = {}) =>
  standingCharges(subscriptionOf(product('p', { productPrice, ...more }), NO_TERMS), cycle).map(({ kind, name, net, days }) => [kind, name, net, days?.charged]);

/** Local midnight of the 16th of April 2026 in Berlin. */
const MIDDLE = '2026-04-15T22:00:00.000Z';

describe('a price that has changed', () => {
  const prices = [price(35.7, MIDDLE, undefined, { productOffering: { name: 'Mobile L' } }), price(29.75, undefined, MIDDLE, { productOffering: { name: 'Mobile M' } })];

  it('is charged by the days of each, under the name of its time', () => {
    assert.deepEqual(lines(prices), [['recurring', 'Mobile M, part of a month', 1250, 15], ['recurring', 'Mobile L, part of a month', 1500, 15]]);
    assert.deepEqual(lines(prices, may), [['recurring', 'Mobile L', 3000, undefined]]);
    assert.deepEqual(lines(prices, cycleNamed('2026-03') ?? assert.fail()), [['recurring', 'Mobile M', 2500, undefined]]);
  });

  it('adds up where several prices hold at once', () => {
    assert.deepEqual(lines([price(11.9), price(5.95, MIDDLE)]), [['recurring', 'Mobile M, part of a month', 500, 15], ['recurring', 'Mobile M, part of a month', 750, 15]]);
  });
});

describe('what is taken from a price for a time', () => {
  const off = (more: object) => ({ productPriceAlteration: [{ name: 'Loyalty discount', priceType: 'discount', price: euros(-5.95), ...more }] });

  it('is taken by the days it holds, within the days of the price', () => {
    const ends = off({ validFor: { startDateTime: '2026-01-01T00:00:00Z', endDateTime: MIDDLE } });
    assert.deepEqual(lines([price(29.75, undefined, undefined, ends)]), [['recurring', 'Mobile M', 2500, undefined], ['discount', 'Mobile M: loyalty discount', -250, 15]]);
    const begins = off({ applicationDuration: 6 });
    assert.deepEqual(lines([price(29.75, MIDDLE, undefined, begins), price(29.75, undefined, MIDDLE)]).filter(([kind]) => kind === 'discount'), [['discount', 'Mobile M: loyalty discount', -250, 15]]);
  });

  it('is never more than there is to take from', () => {
    const all = { productPriceAlteration: [1, 2].map(() => ({ name: 'Discount', priceType: 'discount', price: euros(-20), validFor: { startDateTime: '2026-01-01T00:00:00Z', endDateTime: '2027-01-01T00:00:00Z' } })) };
    assert.equal(lines([price(29.75, undefined, undefined, all)]).reduce((sum, [, , net]) => sum + Number(net), 0), 0);
  });
});

describe('a device in parts', () => {
  const terms = { startDate: '2026-04-20T10:00:00Z', productTerm: [{ name: 'Instalments', duration: { amount: 2, units: 'month' } }] };

  it('costs whole parts from the month in which it was bought, and then nothing', () => {
    const months = ['2026-03', '2026-04', '2026-05', '2026-06'].map((name) => lines([price(29.75)], cycleNamed(name), terms));
    assert.deepEqual(months, [[], [['instalment', 'Mobile M: part 1 of 2', 2500, undefined]], [['instalment', 'Mobile M: part 2 of 2', 2500, undefined]], []]);
  });
});

it('what a charge says of itself survives being written down', () => {
  const charge = {
    kind: 'usage' as const, name: 'Extra data', net: 756, rate: 19, tax: 144, at: april.from, from: april.from, to: april.to, quantity: 3, unit: 'GB', included: 8, days: { charged: 3, of: 30 },
    tiers: [{ quantity: 3, each: 300, amount: 900 }], reasonKind: 'ticket' as const, reason: 't1', line: { id: 'p', name: 'Mobile S', identifier: '+49 15 1' },
  };
  assert.deepEqual(chargeIn(rateBody(charge, 'r1', notBilled({ id: 'a' }))), { ...charge, id: 'r1' });
});
