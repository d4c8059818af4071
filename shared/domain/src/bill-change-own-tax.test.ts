import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Bill } from '@faceplate/contracts';
import { explainChange } from './bill-change.ts';
import { bill, eur, type Line, line, NONE } from './testing/bills.ts';

/** Lines of prices agreed with tax in them, and the bill that asks for just these. `beside` are taxed once a rate. */
function priced(month: number, lines: readonly Line[], { off = 0, beside = [] }: { off?: number; beside?: Line[] } = {}): Bill {
  const own = lines.map((one) => ({ ...line(one), gross: eur(one.price), taxIncluded: true }));
  const rest = bill(month, beside.map(line));
  const net = own.reduce((sum, one) => sum + one.net.amount, rest.net.amount);
  const total = eur(own.reduce((sum, one) => sum + one.gross.amount, rest.total.amount) + off);
  return { ...bill(month, [...own, ...rest.charges]), net: eur(net), total, remaining: total, taxes: [{ name: 'VAT', rate: 19, amount: eur(total.amount - net) }] };
}

const told = (after: Bill, before: Bill) => explainChange(after, before, NONE).causes.map(({ kind, amount }) => [kind, amount.amount]);
const each = (kind: 'usage' | 'one-off', ...prices: number[]): Line[] => prices.map((price, at) => ({ price, kind, name: `${kind} ${'abcdefgh'[at]}`, of: 'p1' }));

describe('prices that were agreed with tax in them', () => {
  test('differ by just what they are, and nothing is rounded', () => {
    // 7.99 is 6.71 and 1.28: taxed once, three of them would be a cent and more off.
    assert.deepEqual(told(priced(6, each('usage', 799, 799, 799)), priced(5, each('usage', 799))), [['usage', 799], ['usage', 799]]);
  });

  test('stand beside a bill, and lines, that are taxed once a rate', () => {
    const older = bill(5, each('usage', 799, 799, 799).map(line));
    const causes = told(priced(6, each('usage', 799, 799, 799, 1000)), older);
    assert.equal(causes.reduce((sum, [, amount]) => sum + Number(amount), 0), 3397 - older.total.amount);
    assert.ok(causes.every(([kind]) => kind !== 'unexplained'));
    const mixed = priced(6, each('usage', 799), { beside: each('one-off', 103, 103, 103) });
    assert.ok(told(mixed, priced(5, each('usage', 799))).every(([kind]) => kind !== 'unexplained'));
  });

  test('bear another tax, and that is all', () => {
    // 37.80 is 31.76 and 6.04, though the tax on 31.76 is 6.03.
    const at = (month: number, price: number, taxRate: number) => priced(month, [{ price, taxRate }]);
    assert.deepEqual(told(at(6, 3843, 21), at(5, 3780, 19)), [['tax-change', 63]]);
  });

  test('do not hide a cent that nobody gave a reason for', () => {
    assert.deepEqual(told(priced(6, each('usage', 799, 799), { off: 1 }), priced(5, each('usage', 799, 799))), [['unexplained', 1]]);
    // A line that says it costs a euro more than its net and its tax is not believed.
    const [dear] = priced(6, each('usage', 799)).charges;
    const lying: Bill = { ...priced(6, each('usage', 799)), charges: dear ? [{ ...dear, gross: eur(899) }] : [], total: eur(899) };
    assert.deepEqual(told(lying, priced(5, each('usage', 799))).filter(([kind]) => kind === 'unexplained'), [['unexplained', 101]]);
  });
});
