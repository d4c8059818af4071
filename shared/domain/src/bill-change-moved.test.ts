import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Charge } from '@faceplate/contracts';
import { explainChange, type BillFacts } from './bill-change.ts';
import { bill, line } from './testing/bills.ts';

const MOBILE = { id: 'a2', name: 'Mobile' };
const own = () => line({ price: 2000, of: 'p9', name: 'Home 250' });
const of = (charge: Charge): Charge => ({ ...charge, account: MOBILE });
const plan = () => of(line({ price: 3000, of: 'p1', name: 'Mobile M' }));
const fee = () => of(line({ price: 350, of: '', kind: 'penalty', name: 'Late fee' }));
const facts = (from: string, until?: string): BillFacts => ({ products: [{ id: 'p1', accountId: 'a2' }], joined: [{ accountId: 'a2', from, ...(until && { until }) }] });
const [may, june] = [bill(5, [own()]), bill(6, [own(), plan(), fee()])];
const causes = (...asked: Parameters<typeof explainChange>) => explainChange(...asked).causes.map(({ kind, amount, on, account }) => ({ kind, amount: amount.amount, on, account: account?.name }));
const total = (...asked: Parameters<typeof explainChange>) => explainChange(...asked).causes.reduce((sum, { amount }) => sum + amount.amount, 0);

describe('an account whose charges', () => {
  test('come onto the bill is named with its day, line by line', () => {
    const found = causes(june, may, facts(june.date));
    assert.deepEqual(found.filter(({ kind }) => kind !== 'rounding').map(({ kind, on, account }) => [kind, on, account]), [['moved-account', june.date, 'Mobile'], ['moved-account', june.date, 'Mobile']]);
    assert.equal(total(june, may, facts(june.date)), june.total.amount - may.total.amount);
  });

  test('leave it again are named the other way round', () => {
    const july = bill(7, [own()]);
    const left = facts(june.date, july.date);
    assert.deepEqual(causes(july, june, left).filter(({ kind }) => kind !== 'rounding').map(({ kind, on }) => [kind, on]), [['moved-account', july.date], ['moved-account', july.date]]);
    assert.equal(total(july, june, left), july.total.amount - june.total.amount);
  });

  test('were there before and after are judged as any others', () => {
    const july = bill(7, [own(), plan()]);
    assert.deepEqual(causes(july, june, facts(may.date)).map(({ kind }) => kind).filter((kind) => kind !== 'rounding'), ['late-fee']);
    assert.deepEqual(causes(bill(7, [own()]), june, facts(may.date)).map(({ kind }) => kind).filter((kind) => kind !== 'rounding'), ['late-fee', 'unexplained'], 'gone without a word is no move');
  });

  test('are told by the lines alone where nobody says when it came', () => {
    const found = causes(june, may, { products: [] });
    assert.deepEqual(found.filter(({ kind }) => kind !== 'rounding').map(({ kind, on }) => [kind, on]), [['moved-account', undefined], ['moved-account', undefined]]);
  });
});
