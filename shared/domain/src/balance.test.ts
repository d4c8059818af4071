import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { allFigures, type BalanceFigures, figuresOf, type OpenBill, type Standing } from './balance.ts';
import { CurrencyMismatch, money, sum } from './money.ts';

const eur = (amount: number) => money(amount, 'EUR');
const aBill = (facts: Partial<OpenBill> = {}): OpenBill => ({ id: 'b1', due: '2026-12-15', remaining: eur(5000), held: false, automatic: false, ...facts });
const aStanding = (facts: Partial<Standing> = {}): Standing => ({ currency: 'EUR', today: '2026-11-21', bills: [], underWay: [], credit: eur(0), unbilled: eur(0), ...facts });
const amounts = (figures: BalanceFigures) => Object.fromEntries(Object.entries(figures).map(([name, { amount }]) => [name, amount]));
const shown = (facts: Partial<Standing>) => amounts(figuresOf(aStanding(facts)));

const none = { due: 0, overdue: 0, disputed: 0, scheduled: 0, credit: 0, unbilled: 0, position: 0 };

describe('where an open cent stands', () => {
  const cases: [what: string, facts: Partial<Standing>, figures: Partial<typeof none>][] = [
    ['nothing is open', {}, {}],
    ['not late', { bills: [aBill()] }, { due: 5000, position: 5000 }],
    ['on its last day it is not late', { bills: [aBill({ due: '2026-11-21' })] }, { due: 5000, position: 5000 }],
    ['the day after it is', { bills: [aBill({ due: '2026-11-20' })] }, { overdue: 5000, position: 5000 }],
    ['a disputed part is held back, the rest is due', { bills: [aBill({ disputed: eur(1200) })] }, { due: 3800, disputed: 1200, position: 5000 }],
    ['no more is disputed than is left', { bills: [aBill({ remaining: eur(700), disputed: eur(1200) })] }, { disputed: 700, position: 700 }],
    ['a bill on hold is held back whole, late or not', { bills: [aBill({ held: true, due: '2026-10-15' })] }, { disputed: 5000, position: 5000 }],
    ['what takes itself on the day is scheduled, but for what is disputed', { bills: [aBill({ automatic: true, disputed: eur(1200) })] }, { scheduled: 3800, disputed: 1200, position: 5000 }],
    ['a day that is past takes nothing by itself', { bills: [aBill({ automatic: true, due: '2026-11-20' })] }, { overdue: 5000, position: 5000 }],
    ['a payment under way for a bill', { bills: [aBill()], underWay: [{ billId: 'b1', amount: eur(2000) }] }, { due: 3000, scheduled: 2000, position: 5000 }],
    ['one for a bill that is not here pays no other', { bills: [aBill()], underWay: [{ billId: 'b9', amount: eur(2000) }] }, { due: 5000, position: 5000 }],
    ['more under way than is open is no more than open', { bills: [aBill()], underWay: [{ amount: eur(9000) }] }, { scheduled: 5000, position: 5000 }],
    [
      'money for none in particular goes to the oldest, after what is meant for one',
      { bills: [aBill({ id: 'new' }), aBill({ id: 'old', due: '2026-10-15' })], underWay: [{ amount: eur(6000) }, { billId: 'new', amount: eur(4000) }] },
      { scheduled: 10_000, position: 10_000 },
    ],
    ['nothing on its way pays what is disputed', { bills: [aBill({ disputed: eur(5000) })], underWay: [{ amount: eur(5000) }] }, { disputed: 5000, position: 5000 }],
    ['credit is in the customer’s favour, however it is written', { credit: eur(300) }, { credit: -300, position: -300 }],
    ['and so it is with a minus', { credit: eur(-300) }, { credit: -300, position: -300 }],
    ['a bill paid beyond its total is credit', { bills: [aBill({ remaining: eur(-250) })] }, { credit: -250, position: -250 }],
    ['credits that outweigh the running charges are credit', { unbilled: eur(-80) }, { credit: -80, position: -80 }],
    ['what has been run up', { unbilled: eur(1999) }, { unbilled: 1999, position: 1999 }],
  ];
  for (const [what, facts, figures] of cases) test(what, () => assert.deepEqual(shown(facts), { ...none, ...figures }));

  test('currencies never meet', () => {
    assert.throws(() => figuresOf(aStanding({ unbilled: money(1, 'CHF') })), CurrencyMismatch);
    assert.throws(() => figuresOf(aStanding({ bills: [aBill({ remaining: money(1, 'CHF') })] })), CurrencyMismatch);
  });
});

const cents = fc.integer({ min: -100_000, max: 1_000_000 }).map(eur);
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`);
const bill = fc.record({ due: day, remaining: cents, disputed: fc.option(cents, { nil: undefined }), held: fc.boolean(), automatic: fc.boolean() });
const bills = fc.array(bill, { maxLength: 8 }).map((all) => all.map((one, at) => ({ ...one, id: `b${at}` })));
const underWay = fc.array(fc.record({ billId: fc.option(fc.integer({ min: 0, max: 9 }).map((at) => `b${at}`), { nil: undefined }), amount: cents }), { maxLength: 5 });
const standing: fc.Arbitrary<Standing> = fc.record({ currency: fc.constant('EUR'), today: day, bills, underWay, credit: cents, unbilled: cents });

describe('whatever stands open', () => {
  const SIX = ['due', 'overdue', 'disputed', 'scheduled', 'credit', 'unbilled'] as const;

  test('the six add up, and only credit is below zero', () => {
    fc.assert(fc.property(standing, (facts) => {
      const figures = figuresOf(facts);
      assert.deepEqual(sum(SIX.map((name) => figures[name]), 'EUR'), figures.position);
      for (const name of SIX) assert.ok(name === 'credit' ? figures[name].amount <= 0 : figures[name].amount >= 0, name);
    }));
  });

  test('no cent of a bill is lost or doubled: the position is what is open, run up, and owed back', () => {
    fc.assert(fc.property(standing, (facts) => {
      const open = sum([...facts.bills.map(({ remaining }) => remaining), facts.unbilled, eur(-Math.abs(facts.credit.amount))], 'EUR');
      assert.deepEqual(figuresOf(facts).position, open);
    }));
  });

  test('the order in which bills and payments come does not matter', () => {
    fc.assert(fc.property(standing, (facts) => {
      const turned = { ...facts, bills: facts.bills.toReversed(), underWay: facts.underWay.toReversed() };
      assert.deepEqual(figuresOf(turned), figuresOf(facts));
    }));
  });

  test('accounts together are their sums', () => {
    fc.assert(fc.property(fc.array(standing, { maxLength: 5 }), (many) => {
      const each = many.map(figuresOf);
      const all = allFigures(each, 'EUR');
      for (const name of [...SIX, 'position'] as const) assert.equal(all[name].amount, each.reduce((sofar, figures) => sofar + figures[name].amount, 0));
      assert.deepEqual(sum(SIX.map((name) => all[name]), 'EUR'), all.position);
    }));
  });
});
