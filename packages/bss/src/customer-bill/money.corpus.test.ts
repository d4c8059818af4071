import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { account, product } from '../testing/money.seed.ts';
import { cycleNamed } from './period.ts';
import { runCycle } from './run.ts';
import { paymentNoun, placePayment } from '../payment/payment.ts';
import { checkAccounts, checkBills, checkEntries, checkHouse } from '../proofs/money/check.ts';
import { accountRecords, catalogueRecords, plannedAccount } from '../proofs/money/plan.ts';
import { cyclesOf, playMonth } from '../proofs/money/play.ts';
import { readShard } from '../proofs/money/shard.ts';
import type { Balance } from '../ledger/ledger.ts';
import type { Store } from '../store/store.ts';
import { storeMakers } from '../testing/stores.ts';

const ACCOUNT = 'acct22222222';
const cycle = cycleNamed('2026-11') ?? assert.fail();
const now = new Date(cycle.to);

/** What each store's ledger came to; all must come to the same. */
const outcomes: Balance[][] = [];

async function playedOn(store: Store): Promise<Balance[]> {
  const accounts = [0, 1].map((number) => plannedAccount(5, number, 2));
  await store.load([...catalogueRecords(), ...accounts.flatMap((one) => [...accountRecords(one)])]);
  for (const month of cyclesOf(2)) for (const one of accounts) await playMonth(store, one, month, 5);
  return store.read().ledger.balances('');
}

async function withBill(store: Store): Promise<string> {
  await store.load([{ resource: 'billingAccount', body: account() }, { resource: 'product', body: product() }]);
  return (await store.transaction((tx) => runCycle({ tx, now }, ACCOUNT, cycle))) ?? '';
}

for (const maker of storeMakers()) {
  describe(`money in ${maker.name}`, () => {
    after(() => maker.close());

    it('adds up over months, to the same as in every other store', async () => {
      const store = await maker.make();
      outcomes.push(await playedOn(store));
      assert.deepEqual(outcomes.at(-1), outcomes[0]);
      const shard = await readShard(store);
      const faults = [...checkBills(shard), ...checkEntries(shard), ...checkAccounts(shard), ...checkHouse(shard)].filter((one) => one !== undefined);
      assert.deepEqual(faults, []);
    });

    it('bills a cycle once, however many ask at the same time', async () => {
      const store = await maker.make();
      await store.load([{ resource: 'billingAccount', body: account() }, { resource: 'product', body: product() }]);
      const run = () => store.transaction((tx) => runCycle({ tx, now }, ACCOUNT, cycle));
      const bills = await Promise.all(Array.from({ length: 6 }, run));
      assert.equal(new Set(bills).size, 1);
      assert.equal((await store.read().list('customerBill')).total, 1);
      assert.equal(await store.read().ledger.balanceOf(`receivable/${ACCOUNT}`, 'EUR'), 2975n);
    });

    it('takes payments that come at once one after the other, and no cent twice', async () => {
      const store = await maker.make();
      const bill = await withBill(store);
      const [course = assert.fail()] = paymentNoun.courses ?? [];
      const pay = (value: number, correlatorId: string) =>
        store.transaction(async (tx) => {
          const said = { account: { id: ACCOUNT }, paymentMethod: { '@type': 'cash', name: 'Cash' }, totalAmount: { unit: 'EUR', value }, correlatorId };
          const payment = await placePayment({ tx, now }, said);
          for (let again = 0; again < 2; again += 1) {
            const found = await tx.get('payment', payment.id);
            if (found && course.isDue(found.body, { now: now.getTime(), step: 0 })) await course.advance(tx, found.body, { now: now.getTime(), step: 0 });
          }
        });
      await Promise.all([pay(10, 'a'), pay(10, 'b'), pay(10, 'c'), pay(10, 'a')]);
      const { ledger } = store.read();
      assert.deepEqual([await ledger.balanceOf('cash', 'EUR'), await ledger.balanceOf(`unapplied/${ACCOUNT}`, 'EUR'), await ledger.balanceOf(`receivable/${ACCOUNT}`, 'EUR')], [3000n, -25n, 0n]);
      assert.equal((await store.read().get('customerBill', bill))?.body['state'], 'settled');
    });
  });
}
