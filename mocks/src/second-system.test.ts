import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bill, BillChange, BillList } from '@faceplate/contracts';
import { down, type Fault, garbage, none } from './fault.ts';
import { type Operator, operator } from './operator.ts';
import { busyConsumer } from './worlds.ts';

const ask = async (from: Operator, path: string): Promise<unknown> => (await from.fetch(new Request(`http://portal.test/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }))).json();
const billsOf = async (second: Fault) => BillList.parse(await ask(operator(busyConsumer(), { second }), '/bills'));

describe('two billing systems', () => {
  it('are one list of bills, each with the system it comes from, and no id twice', async () => {
    const { items, gaps } = await billsOf(none);
    assert.deepEqual(gaps, []);
    assert.deepEqual(new Set(items.map(({ origin }) => origin)), new Set(['Meridian Billing', 'Rhein Cable Billing']));
    assert.deepEqual(new Set(items.map(({ account }) => account.name)), new Set(['Home', 'Mobile', 'Cable']));
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });

  it('each have bills that add up, and say why they differ from the one before', async () => {
    const from = operator(busyConsumer(), { second: none });
    const { items } = BillList.parse(await ask(from, '/bills'));
    const newest = items.find(({ origin }) => origin === 'Rhein Cable Billing') ?? assert.fail();
    const bill = Bill.parse(await ask(from, `/bills/${newest.id}`));
    const total = (amounts: readonly { amount: number }[]) => amounts.reduce((all, { amount }) => all + amount, 0);
    assert.equal(total(bill.charges.map(({ net }) => net)), bill.net.amount);
    assert.equal(bill.net.amount + total(bill.taxes.map(({ amount }) => amount)), bill.total.amount);
    const { causes, difference } = BillChange.parse(await ask(from, `/bills/${newest.id}/change`));
    assert.equal(total(causes.map(({ amount }) => amount)), difference.amount);
    assert.ok(causes.every(({ kind }) => kind !== 'unexplained'));
  });

  it('leave a gap that names the one that is missing, and all that the other has', async () => {
    const whole = await billsOf(none);
    for (const fault of [down(), garbage()]) {
      const { items, gaps } = await billsOf(fault);
      assert.deepEqual(items.map(({ id }) => id), whole.items.filter(({ origin }) => origin === 'Meridian Billing').map(({ id }) => id));
      assert.equal(gaps.length, 1);
    }
  });
});
