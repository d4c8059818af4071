import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { dueOf, remainingOf } from './bill.ts';
import { operator, read } from '../simulator/operator.seed.ts';
import type { Resource, Store } from '../store/store.ts';

const all = async (store: Store, resource: string): Promise<Resource[]> => (await store.read().list(resource)).rows.map(({ body }) => body);
const kindOf = (rate: Resource) => (rate['characteristic'] as { name: string; value: unknown }[]).find(({ name }) => name === 'chargeKind')?.value;
const cents = (money: unknown): number => Math.round((money as { value: number }).value * 100);
const idIn = (value: unknown): string | undefined => (value as Resource | undefined)?.id;
const STANDING: readonly unknown[] = ['recurring', 'discount', 'one-off'];

/** The generated operator from 21 November until its bills of that month are made, and reminded of. */
async function atTheEndOf(month: string, { store, pass }: ReturnType<typeof operator>): Promise<void> {
  const isDone = async () => (await all(store, 'billCycle')).some(({ name, stage }) => name === month && stage === 'closed');
  for (let step = 0; step < 400 && !(await isDone()); step += 1) await pass(12 * 3600);
  assert.ok(await isDone());
}

describe('the generated operator, a month later', () => {
  const office = operator();
  const { store } = office;
  let forecasts: Resource[] = [];

  before(async () => {
    forecasts = (await all(store, 'appliedCustomerBillingRate')).filter((rate) => rate['isBilled'] === false);
    await atTheEndOf('2026-11', office);
  });

  it('has a bill of the month for every account that had charges', async () => {
    const bills = (await all(store, 'customerBill')).filter(({ billNo }) => String(billNo).startsWith('202611'));
    const accounts = new Set(forecasts.map((rate) => idIn(rate['billingAccount'])));
    assert.ok(accounts.size > 15);
    assert.deepEqual(new Set(bills.map((bill) => idIn(bill['billingAccount']))), accounts);
    assert.equal(bills.length, accounts.size);
  });

  it('billed what it had foreseen, line by line: one arithmetic makes both', async () => {
    let same = 0;
    for (const forecast of forecasts) {
      const line = await read(store, 'appliedCustomerBillingRate', forecast.id);
      assert.equal(line['isBilled'], true, String(forecast['name']));
      assert.equal(cents(line['taxExcludedAmount']), cents(forecast['taxExcludedAmount']), String(forecast['name']));
      assert.equal(line['name'], forecast['name']);
      if (STANDING.includes(kindOf(forecast))) same += 1;
    }
    assert.ok(same > 50);
  });

  it('foresees the month that runs', async () => {
    const waiting = (await all(store, 'appliedCustomerBillingRate')).filter((rate) => rate['isBilled'] === false && kindOf(rate) === 'recurring');
    assert.ok(waiting.length > 30);
    assert.ok(waiting.every(({ periodCoverage }) => (periodCoverage as { startDateTime: string }).startDateTime >= '2026-11-30T23:00:00.000Z'));
  });

  it('owes on its accounts what stands on its bills, and so does the ledger', async () => {
    const bills = await all(store, 'customerBill');
    const receivable = new Map((await store.read().ledger.balances('receivable/')).map(({ account, amount }) => [account.slice(11), Number(amount)]));
    for (const account of await all(store, 'billingAccount')) {
      const own = bills.filter((bill) => idIn(bill['billingAccount']) === account.id);
      const sum = (amount: (bill: Resource) => number) => own.reduce((total, bill) => total + amount(bill), 0);
      const due = (account['accountBalance'] as { balanceType: string; amount: unknown }[]).find(({ balanceType }) => balanceType === 'due');
      assert.equal(cents(due?.amount), sum(remainingOf), account.id);
      assert.equal(receivable.get(account.id) ?? 0, sum(dueOf), account.id);
    }
  });

  it('was paid by those with a mandate, and the ledger adds up to nothing', async () => {
    const autopaid = (await all(store, 'payment')).filter(({ correlatorId }) => String(correlatorId).startsWith('autopay/'));
    assert.ok(autopaid.length > 3);
    for (const payment of autopaid) {
      assert.equal(payment['status'], 'captured');
      assert.equal((await read(store, 'customerBill', String(payment['correlatorId']).slice(8)))['state'], 'settled');
    }
    const total = (await store.read().ledger.balances('')).reduce((sum, { amount }) => sum + amount, 0n);
    assert.equal(total, 0n);
  });
});
