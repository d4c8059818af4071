import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { account, product } from '../testing/money.seed.ts';
import { grantCredit } from './credit.ts';
import { customerBillNoun } from './customer-bill.ts';
import { openDispute } from './dispute.ts';
import { cycleNamed } from './period.ts';
import { runCycle } from './run.ts';
import type { Act } from '../nouns/noun.ts';
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

/** Places a payment and takes it, as the back office would. */
async function pay(act: Act, value: number, correlatorId: string): Promise<void> {
  const [course = assert.fail()] = paymentNoun.courses ?? [];
  const pace = { now: act.now.getTime(), step: 0 };
  const said = { account: { id: ACCOUNT }, paymentMethod: { '@type': 'cash', name: 'Cash' }, totalAmount: { unit: 'EUR', value }, correlatorId };
  const payment = await placePayment(act, said);
  for (let again = 0; again < 2; again += 1) {
    const found = await act.tx.get('payment', payment.id);
    if (found && course.isDue(found.body, pace)) await course.advance(act.tx, found.body, pace);
  }
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

    it('lets many at one account at once: nobody waits for ever, and it adds up', async () => {
      const store = await maker.make();
      const bill = await withBill(store);
      const next = cycleNamed('2026-12') ?? assert.fail();
      const later = new Date(next.to);
      const act = <T>(work: (one: Act) => Promise<T>) => store.transaction((tx) => work({ tx, now: later }));
      const ticket = { id: 'ticket222222', ticketType: 'billDispute', relatedEntity: [{ id: bill, '@referredType': 'CustomerBill' }] };
      const hold = () =>
        act(async (one) => {
          const before = (await one.tx.get('customerBill', bill))?.body;
          if (!before) return;
          const after = { ...before, state: before['state'] === 'onHold' ? 'sent' : 'onHold' };
          await customerBillNoun.changing?.(one, before, after);
          await one.tx.put('customerBill', before);
        });
      const work = [
        ...Array.from({ length: 4 }, (_, at) => act((one) => pay(one, 3, `p${at}`))),
        ...Array.from({ length: 4 }, hold),
        act((one) => openDispute(one, ticket)),
        act((one) => grantCredit(one, { accountId: ACCOUNT, amount: 100, reason: 'Sorry', ref: 'r' })),
        act((one) => runCycle(one, ACCOUNT, next)),
        act((one) => runCycle(one, ACCOUNT, next)),
      ];
      await Promise.all(work);
      const shard = await readShard(store);
      assert.deepEqual([...checkBills(shard), ...checkEntries(shard), ...checkHouse(shard)].filter((one) => one !== undefined), []);
      assert.equal((await store.read().list('customerBill')).total, 2);
      assert.equal(await store.read().ledger.balanceOf('cash', 'EUR'), 1200n);
    });

    it('takes payments that come at once one after the other, and no cent twice', async () => {
      const store = await maker.make();
      const bill = await withBill(store);
      const take = (value: number, correlatorId: string) => store.transaction((tx) => pay({ tx, now }, value, correlatorId));
      await Promise.all([take(10, 'a'), take(10, 'b'), take(10, 'c'), take(10, 'a')]);
      const { ledger } = store.read();
      assert.deepEqual([await ledger.balanceOf('cash', 'EUR'), await ledger.balanceOf(`unapplied/${ACCOUNT}`, 'EUR'), await ledger.balanceOf(`receivable/${ACCOUNT}`, 'EUR')], [3000n, -25n, 0n]);
      assert.equal((await store.read().get('customerBill', bill))?.body['state'], 'settled');
    });
  });
}
