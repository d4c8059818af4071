import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Bill, Charge } from '@faceplate/contracts';
import { type BillFacts, explainChange, NOT_ITEMISED, type ProductFacts } from './bill-change.ts';
import { taxOn } from './money.ts';
import { bill, eur, line, type Line, NONE, part } from './testing/bills.ts';

const told = (after: Bill, before: Bill, facts = NONE) => explainChange(after, before, facts).causes.map(({ kind, amount }) => [kind, amount.amount]);
const product = (more: Partial<ProductFacts> = {}): BillFacts => ({ products: [{ id: 'p1', startedOn: '2024-01-01', terms: [{ monthly: eur(3000) }], accountId: 'a1', ...more }] });
const same = () => line({ price: 2000, of: 'p9', name: 'Home 250' });

describe('a monthly price', () => {
  const full = () => line({ price: 3000 });
  const kinds = (causes: (string | number)[][]) => causes.map(([kind]) => kind).filter((kind) => kind !== 'rounding');

  test('that stayed is no cause', () => assert.deepEqual(told(bill(6, [full()]), bill(5, [full()]), product()), []));

  test('of a service that began, part of a month and then the whole', () => {
    const facts = product({ startedOn: '2026-06-11' });
    const [may, june, july] = [bill(5, [same()]), bill(6, [same(), part(3000, 20)]), bill(7, [same(), full()])];
    assert.deepEqual(kinds(told(june, may, facts)), ['new-service']);
    assert.deepEqual(explainChange(june, may, facts).causes[0]?.days, { charged: 20, of: 30 });
    assert.equal(explainChange(june, may, facts).causes[0]?.on, '2026-06-11');
    assert.deepEqual(kinds(told(july, june, facts)), ['proration-in']);
  });

  test('of a service that ended', () => {
    assert.deepEqual(told(bill(6, [same()]), bill(5, [same(), full()]), product({ endedOn: '2026-05-31' })), [['ended-service', -3000]]);
  });

  test('of a service that is still there is not gone for any reason we know', () => {
    assert.deepEqual(told(bill(6, [same()]), bill(5, [same(), full()]), product()), [['unexplained', -3000]]);
    assert.deepEqual(told(bill(6, [same()]), bill(5, [same(), full()]), product({ accountId: 'a2' })), [['moved-account', -3000]]);
  });

  test('of nothing the customer has has no reason either', () => {
    assert.deepEqual(told(bill(6, [full()]), bill(5, []), NONE), [['unexplained', 3000]]);
    assert.deepEqual(told(bill(6, [full()]), bill(5, []), product()), [['unexplained', 3000]]);
  });

  test('that rose by an event is told from one that just rose', () => {
    const dearer = line({ price: 3300 });
    const raised = product({ terms: [{ monthly: eur(3000) }, { from: '2026-06-01', monthly: eur(3300) }] });
    assert.deepEqual(told(bill(6, [dearer]), bill(5, [full()]), raised), [['price-change', 300]]);
    assert.deepEqual(told(bill(6, [dearer]), bill(5, [full()]), product()), [['unexplained', 300]]);
    const announcedLess = product({ terms: [{ monthly: eur(3000) }, { from: '2026-06-01', monthly: eur(3200) }] });
    assert.deepEqual(told(bill(6, [dearer]), bill(5, [full()]), announcedLess), [['price-change', 200], ['unexplained', 100]]);
  });

  test('of another plan within the month', () => {
    const lines = [part(3000, 10), part(4500, 20, 30, { name: 'Mobile XL', period: { from: '2026-06-11', to: '2026-06-28' } })];
    const facts = product({ terms: [{ plan: 'L', monthly: eur(3000) }, { from: '2026-06-11', plan: 'XL', monthly: eur(4500) }] });
    assert.deepEqual(kinds(told(bill(6, lines), bill(5, [full()]), facts)), ['plan-change']);
    const replaced = { products: [...product({ endedOn: '2026-05-31' }).products, { id: 'p2', startedOn: '2026-06-01', replaces: 'p1', terms: [{ monthly: eur(4499) }] }] };
    assert.deepEqual(told(bill(6, [line({ price: 4499, of: 'p2' })]), bill(5, [full()]), replaced), [['plan-change', 1499]]);
  });

  test('by the day follows the length of the period', () => {
    const [short, long] = [line({ price: 2800 }), line({ price: 5600 })];
    long.net = eur(short.net.amount * 2);
    assert.deepEqual(told({ ...bill(6, [long]), period: { from: '2026-06-01', to: '2026-07-26' } }, bill(5, [short], { days: 28 })).map(([kind]) => kind), ['period-length']);
  });

  test('cut in two by a change to the same price is a cent of that change', () => {
    const lines = [part(3001, 10, 31), part(3001, 21, 31, { period: { from: '2026-06-11', to: '2026-06-28' } })];
    const facts = product({ terms: [{ monthly: eur(3001) }, { from: '2026-06-11', monthly: eur(3001) }] });
    assert.ok(kinds(told(bill(6, lines), bill(5, [line({ price: 3001 })]), facts)).every((kind) => kind === 'price-change'));
  });

  test('agreed on by the month that silently follows the days has no reason', () => {
    const [may, june] = [line({ price: 3000 }), line({ price: 3000 })];
    may.net = eur(2800);
    june.net = eur(3000);
    const facts = product({ terms: [{ monthly: { amount: 3332, currency: 'EUR' } }] });
    assert.deepEqual(told(bill(6, [june], { days: 30 }), bill(5, [may], { days: 28 }), facts), [['unexplained', 238]]);
  });

  test('in two parts of a month, silently a cent dearer, is a cent without a reason', () => {
    const dear = full();
    dear.net = eur(dear.net.amount + 1);
    const [june, may] = [bill(6, [dear]), bill(5, [part(3000, 10)])];
    const causes = told(june, may, product({ startedOn: '2026-05-19' }));
    assert.deepEqual(causes.find(([kind]) => kind === 'unexplained'), ['unexplained', 1]);
  });
});

describe('discounts', () => {
  const full = line({ price: 3000 });
  const off = () => line({ price: -1000, kind: 'discount', name: 'Welcome discount' });
  const facts = product({ promotions: [{ from: '2025-06-01', until: '2026-05-31' }] });

  test('end with their promotion, or for no reason that is known', () => {
    assert.deepEqual(told(bill(6, [full]), bill(5, [full, off()]), facts), [['promotion-end', 1000]]);
    assert.deepEqual(told(bill(6, [full]), bill(5, [full, off()]), product()), [['unexplained', 1000]]);
  });

  test('begin with it', () => {
    const begun = product({ promotions: [{ from: '2026-06-01' }] });
    assert.deepEqual(told(bill(6, [full, off()]), bill(5, [full]), begun), [['promotion-start', -1000]]);
  });

  test('go with the service they are on', () => {
    const ended = product({ endedOn: '2026-05-31', promotions: [{ from: '2025-06-01', until: '2027-05-31' }] });
    assert.deepEqual(told(bill(6, []), bill(5, [line({ price: 3000 }), off()]), ended), [['ended-service', -2000]]);
  });
});

describe('everything else', () => {
  const against = (before: Line[], after: Line[], facts = NONE) =>
    told(bill(6, [same(), ...after.map(line)]), bill(5, [same(), ...before.map(line)]), facts).filter(([kind]) => kind !== 'rounding');

  test('is named by what it is', () => {
    assert.deepEqual(against([{ kind: 'usage', name: 'Calls abroad', price: 100 }], [{ kind: 'usage', name: 'Calls abroad', price: 350 }]), [['usage', 250]]);
    assert.deepEqual(against([], [{ kind: 'usage', name: 'Roaming outside the EU', price: 599 }]), [['roaming-premium', 599]]);
    assert.deepEqual(against([], [{ kind: 'usage', name: 'Extra data', price: 400, included: { value: 20, unit: 'GB' } }]), [['allowance-exceeded', 400]]);
    assert.deepEqual(against([], [{ kind: 'one-off', name: 'Set-up', price: 1999 }]), [['one-off', 1999]]);
    assert.deepEqual(against([{ kind: 'one-off', name: 'Set-up', price: 1999 }], []), [['one-off', -1999]]);
    assert.deepEqual(against([], [{ kind: 'penalty', name: 'Late fee', price: 350, taxRate: 0, of: '' }]), [['late-fee', 350]]);
    assert.deepEqual(against([], [{ kind: 'credit', name: 'Sorry', price: -500, of: '' }]), [['credit', -500]]);
    assert.deepEqual(against([], [{ kind: 'credit', name: 'Outage', price: -500, reason: { kind: 'service-level', id: 'v1' } }]), [['service-level-credit', -500]]);
    assert.deepEqual(against([], [{ kind: 'credit', name: 'Granted', price: -500, reason: { kind: 'ticket', id: 't1' } }], { products: [], disputes: ['t1'] }), [['dispute', -500]]);
  });

  test('instalments begin, go on and end', () => {
    const part = (name: string, price = 2500): Line => ({ kind: 'instalment', name, price, taxRate: 0 });
    assert.deepEqual(against([], [part('Phone: 1 of 24')]), [['instalment-start', 2500]]);
    assert.deepEqual(against([part('Phone: 1 of 24')], [part('Phone: 2 of 24')]), []);
    assert.deepEqual(against([part('Phone: 24 of 24')], []), [['instalment-end', -2500]]);
    assert.deepEqual(against([part('Phone: 7 of 24')], []), [['unexplained', -2500]]);
    assert.deepEqual(against([part('Phone: 7 of 24')], [part('Phone: 8 of 24', 2600)]), [['unexplained', 100]]);
  });

  test('another tax rate is told from another price', () => {
    const before = [line({ price: 11900 }), line({ price: 1190, kind: 'usage', name: 'Calls' })];
    const after = [{ ...line({ price: 0 }), net: eur(10000), taxRate: 21 }, { ...line({ price: 0, kind: 'usage', name: 'Calls' }), net: eur(2000), taxRate: 21 }];
    assert.deepEqual(told(bill(6, after), bill(5, before), product({ terms: [] })), [['usage', 1190], ['tax-change', 240]]);
  });

  test('another price of one tier is not a matter of how much was used', () => {
    const tier = (quantity: number, each: number) => ({ quantity, each: eur(each), amount: eur(quantity * each) });
    assert.deepEqual(
      against([{ kind: 'usage', name: 'Calls', price: 1000, tiers: [tier(10, 100)] }], [{ kind: 'usage', name: 'Calls', price: 2200, tiers: [tier(20, 110)] }]),
      [['usage', 1000], ['unexplained', 200]],
    );
  });

  test('a total that is a cent off is a cent without a reason', () => {
    assert.deepEqual(told(bill(6, [same()], { off: 1 }), bill(5, [same()])), [['unexplained', 1]]);
    assert.deepEqual(told(bill(6, [same()]), bill(5, [same()], { off: 1 })), [['unexplained', -1]]);
  });

  test('of a system that taxes line by line nothing is left over', () => {
    const linewise = (month: number, prices: number[]): Bill => {
      const charges = prices.map((price, at) => line({ price, kind: 'usage', name: `Use ${'abcdefgh'[at]}` }));
      const tax = charges.reduce((sum, { net }) => sum + taxOn(net, 19).amount, 0);
      const made = bill(month, charges);
      return { ...made, taxes: [{ name: 'VAT', rate: 19, amount: eur(tax) }], total: eur(made.net.amount + tax) };
    };
    assert.deepEqual(told(linewise(6, [103, 103, 103, 103, 207]), linewise(5, [103, 103, 103, 103, 103])), [['usage', 103]]);
  });

  test('what was not itemised has no reason', () => {
    const lump: Charge = { id: NOT_ITEMISED, kind: 'one-off', name: 'Not itemised', net: eur(700), taxRate: 0 };
    assert.deepEqual(told(bill(6, [same(), lump]), bill(5, [same()])), [['unexplained', 700]]);
  });

  test('bills of two currencies cannot be compared', () => {
    const francs = { ...bill(5, []), total: { amount: 900, currency: 'CHF' } };
    const { difference, causes } = explainChange(bill(6, [same()]), francs, NONE);
    assert.deepEqual([difference, causes.map(({ kind, amount }) => [kind, amount])], [eur(2000), [['unexplained', eur(2000)]]]);
  });

  test('stands with the largest first, rounding and what has no reason last', () => {
    const causes = told(bill(6, [line({ price: 10, kind: 'one-off' }), line({ price: 900, kind: 'usage' })], { off: 5000 }), bill(5, []));
    assert.deepEqual(causes.map(([kind]) => kind).filter((kind) => kind !== 'rounding'), ['usage', 'one-off', 'unexplained']);
  });
});
