import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Charge } from '@faceplate/contracts';
import { chargeOf } from './charge.adapter.ts';

const SETTING = { zone: 'Europe/Berlin', currency: 'EUR', today: '2026-11-21' } as unknown as Parameters<typeof chargeOf>[1];

const euros = (value: unknown) => ({ unit: 'EUR', value });
const fact = ([name, value]: [string, unknown]) => ({ name, value });
const rate = (facts: Record<string, unknown> = {}, more: object = {}) => ({
  id: 'r1', name: 'Roaming outside the EU', description: '+49 151 1', product: { id: 'p1', name: 'Mobile L' },
  taxExcludedAmount: euros(83.86), taxIncludedAmount: euros(99.79), appliedTax: [{ taxRate: 19 }],
  characteristic: Object.entries(facts).map(fact), ...more,
});

const TIERS = [{ quantity: 14, each: 5.99, amount: 83.86 }, { quantity: 4, each: 3.99, amount: 15.96 }];
const FULL = { chargeKind: 'usage', quantity: 18, unit: 'days', tiers: TIERS, includedQuantity: 1, daysCharged: 8, daysOf: 30, reasonKind: 'ticket', reason: 't1' };

describe('how a line came to its amount', () => {
  it('is told step by step where the billing system says it', () => {
    const charge = chargeOf(rate(FULL), SETTING);
    assert.ok(Charge.safeParse(charge).success);
    assert.deepEqual(charge.tiers?.map(({ quantity, each, amount }) => [quantity, each.amount, amount.amount]), [[14, 599, 8386], [4, 399, 1596]]);
    assert.deepEqual([charge.quantity, charge.included], [{ value: 18, unit: 'days' }, { value: 1, unit: 'days' }]);
    assert.deepEqual([charge.days, charge.reason, charge.hasEvents], [{ charged: 8, of: 30 }, { kind: 'ticket', id: 't1' }, true]);
    assert.deepEqual(charge.gross, { amount: 9979, currency: 'EUR' });
  });

  it('is left out where it says nothing', () => {
    const charge = chargeOf({ id: 'r1', taxExcludedAmount: euros(1) }, SETTING);
    assert.deepEqual(charge, { id: 'r1', kind: 'one-off', name: 'Charge', net: { amount: 100, currency: 'EUR' }, taxRate: 0 });
  });

  it('is left out where it makes no sense, and the line stays', () => {
    const garbage: Record<string, unknown>[] = [
      { tiers: 'many' }, { tiers: [{ quantity: 1, each: 'x', amount: 1 }] }, { tiers: [...TIERS, null, { quantity: 'NaN' }] }, { tiers: {} }, { tiers: [] },
      { includedQuantity: -3, unit: 'GB' }, { includedQuantity: 'lots', unit: 'GB' }, { includedQuantity: 3 },
      { daysCharged: 40, daysOf: 30 }, { daysCharged: 4 }, { daysOf: 0, daysCharged: 0 }, { daysCharged: 1e9, daysOf: 1e9 },
      { reasonKind: 'constructor', reason: 'x' }, { reasonKind: 'ticket' }, { reason: 'sla-violation/1' }, { reasonKind: ['ticket'], reason: {} },
    ];
    for (const facts of garbage) {
      const { tiers, included, days, reason, net } = chargeOf(rate(facts), SETTING);
      assert.deepEqual([tiers, included, days, reason, net.amount], [undefined, undefined, undefined, undefined, 8386], JSON.stringify(facts));
    }
  });

  it('has no gross in another currency than its net', () => {
    assert.equal(chargeOf(rate({}, { taxIncludedAmount: { unit: 'USD', value: 1 } }), SETTING).gross, undefined);
  });
});
