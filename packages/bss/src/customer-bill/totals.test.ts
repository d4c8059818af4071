import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { taxOn, withTax } from './amounts.ts';
import type { Charge } from './charge.ts';
import { capCredits, totalsOf } from './totals.ts';
import { grossOf, tariffOf } from '../usage/tariffs.ts';

const charge = (net: number, rate = 19, kind: Charge['kind'] = 'recurring', at = 0): Charge => ({ kind, name: kind, net, rate, at });

describe('what a bill comes to', () => {
  it('has tax once a rate, not once a line', () => {
    // Three lines of 0.03: taxed by themselves they would bear 0.03, together 0.02.
    assert.deepEqual(totalsOf([charge(3), charge(3), charge(3)]), { net: 9, taxes: [{ rate: 19, amount: 2 }], total: 11 });
    assert.deepEqual(totalsOf([charge(1000), charge(500, 7), charge(350, 0)]), {
      net: 1850,
      taxes: [{ rate: 19, amount: 190 }, { rate: 7, amount: 35 }, { rate: 0, amount: 0 }],
      total: 2075,
    });
  });

  it('asks of a price with tax in it just that price, however many there are', () => {
    // 7.99 is 6.71 and 1.28; tax on 6.71 would be 1.27, and on three of them 3.82.
    const each = { ...charge(671), tax: 128 };
    assert.deepEqual(totalsOf([each]), { net: 671, taxes: [{ rate: 19, amount: 128 }], total: 799 });
    assert.deepEqual(totalsOf([each, each, each, charge(3), charge(3)]), { net: 2019, taxes: [{ rate: 19, amount: 385 }], total: 3 * 799 + 7 });
  });

  it('rounds half away from zero, whatever a binary fraction makes of the rate', () => {
    // 7.7 % of 5.00 is 38.5 cents exactly.
    assert.deepEqual([taxOn(500, 7.7), taxOn(-500, 7.7), taxOn(50, 19), taxOn(-50, 19)], [39, -39, 10, -10]);
  });
});

describe('credits', () => {
  it('never take a bill or a tax of it below nothing, and nothing of them is lost', () => {
    const rate = fc.constantFrom(0, 7, 19);
    const isWithTax = fc.boolean();
    const line = fc.record({ amount: fc.integer({ min: 0, max: 10_000 }), rate, isWithTax });
    const credit = fc.record({ amount: fc.integer({ min: -10_000, max: -1 }), rate, isWithTax, at: fc.nat(9) });
    const made = ({ amount, isWithTax: known, rate: own }: { amount: number; isWithTax: boolean; rate: number }, kind?: Charge['kind'], at?: number): Charge => ({ ...charge(amount, own, kind, at), ...(known && withTax(amount, own)) });
    fc.assert(
      fc.property(fc.array(line), fc.array(credit), (lines, credits) => {
        const all = [...lines.map((one) => made(one)), ...credits.map((one) => made(one, 'credit', one.at))];
        const { charges, left } = capCredits(all);
        const sum = (some: readonly Charge[]) => some.reduce((total, { net }) => total + net, 0);
        for (const own of [0, 7, 19]) assert.ok(sum(charges.filter((one) => one.rate === own)) >= 0);
        assert.ok(totalsOf(charges).taxes.every(({ amount }) => amount >= 0));
        assert.equal(sum(charges) + sum(left), sum(all));
        const given = (some: readonly Charge[]) => some.filter(({ kind }) => kind === 'credit').reduce((total, { net, rate: own, tax = taxOn(net, own) }) => total + net + tax, 0);
        assert.equal(given(charges) + given(left), given(all));
        assert.ok(totalsOf(charges).total >= 0);
      }),
    );
  });

  it('are taken oldest first', () => {
    const { charges, left } = capCredits([charge(-70, 19, 'credit', 2), charge(100), charge(-80, 19, 'credit', 1)]);
    assert.deepEqual(charges.map(({ net, at }) => [net, at]), [[100, 0], [-80, 1], [-20, 2]]);
    assert.deepEqual(left.map(({ net, at }) => [net, at]), [[-50, 2]]);
  });
});

describe('a tariff', () => {
  const data = tariffOf('mobile', 'Extra data') ?? assert.fail();

  it('gets cheaper beyond a tier, for what is beyond it alone', () => {
    assert.deepEqual([0, 4, 10, 11, 0.1].map((quantity) => grossOf(data, quantity)), [0, 1200, 3000, 3200, 30]);
  });

  it('costs no more in parts than at once', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 20 });
    fc.assert(
      fc.property(parts, (quantities) => {
        let sofar = 0;
        let paid = 0;
        for (const quantity of quantities) {
          paid += grossOf(data, sofar + quantity) - grossOf(data, sofar);
          sofar += quantity;
        }
        assert.equal(paid, grossOf(data, sofar));
      }),
    );
  });

  it('is known by its line of business', () => {
    assert.equal(tariffOf('tv', 'Extra data'), undefined);
    assert.equal(tariffOf('constructor', 'name'), undefined);
  });
});
