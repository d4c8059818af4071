import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sum, taxOn, withTax } from './amounts.ts';
import type { Charge } from './charge.ts';
import { withinTolerance } from './tolerance.ts';
import { totalsOf } from './totals.ts';

const priced = (gross: number, rate = 19, more: Partial<Charge> = {}): Charge => ({ kind: 'recurring', name: 'Mobile', rate, at: 0, ...withTax(gross, rate), ...more });
const wholeOf = (charges: readonly Charge[]) => sum(charges.map(({ net, tax = 0 }) => net + tax));
const off = (charges: readonly Charge[], rate = 19): number => {
  const own = charges.filter((one) => one.rate === rate);
  return totalsOf(own).total - sum(own.map(({ net }) => net)) - taxOn(sum(own.map(({ net }) => net)), rate);
};

describe('hundreds of lines rounded the same way', () => {
  it('come to a tax that an invoice may state, and to the same price', () => {
    const phones = Array.from({ length: 1000 }, () => priced(799));
    assert.ok(off(phones) >= 500, 'a thousand phones are five euros off');
    const told = withinTolerance(phones);
    assert.ok(Math.abs(off(told)) < 100);
    assert.equal(wholeOf(told), 799_000);
    assert.ok(told.every(({ net, tax = 0 }) => net + tax === 799 && Math.abs(net - 671) <= 1));
  });

  it('are moved no further than they have to be, and fewer not at all', () => {
    const few = Array.from({ length: 160 }, () => priced(799));
    assert.deepEqual(withinTolerance(few), few);
    const phones = Array.from({ length: 300 }, () => priced(799));
    const moved = withinTolerance(phones).filter(({ net }, at) => net !== phones[at]?.net).length;
    assert.equal(moved, Math.ceil((off(phones) - 99) / 1.19));
  });

  it('keep what was granted or is agreed without tax as it is, whatever the prices', () => {
    const line = fc.record({ gross: fc.integer({ min: -3000, max: 9000 }), rate: fc.constantFrom(0, 7, 19), kind: fc.constantFrom('recurring' as const, 'credit' as const, 'usage' as const), isNet: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(60), (lines, times) => {
        const some = lines.map(({ gross, rate, kind, isNet }): Charge => (isNet ? { kind, name: 'x', at: 0, rate, net: gross } : priced(gross, rate, { kind })));
        const all = Array.from({ length: times }, () => some).flat();
        const told = withinTolerance(all);
        for (const [at, { kind, tax, net }] of told.entries()) if (kind === 'credit' || tax === undefined) assert.deepEqual({ net, tax }, { net: all[at]?.net, tax: all[at]?.tax });
        assert.equal(wholeOf(told), wholeOf(all));
      }),
    );
  });
});
