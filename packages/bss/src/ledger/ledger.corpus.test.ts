import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { storeMakers } from '../testing/stores.ts';
import { type LedgerEntry, UnbalancedEntry } from './ledger.ts';

const posting = (account: string, amount: bigint, currency = 'EUR') => ({ account, amount, currency });
const entry = (id: string, ...postings: LedgerEntry['postings']): LedgerEntry => ({ id, at: '2026-11-21T10:00:00.000Z', text: `Entry ${id}`, postings });

for (const maker of storeMakers()) {
  describe(`a ledger in ${maker.name}`, () => {
    after(() => maker.close());

    it('adds up what was posted to an account, each currency by itself', async () => {
      const store = await maker.make();
      await store.transaction(async ({ ledger }) => {
        await ledger.post(entry('e1', posting('receivable/a', 1190n), posting('revenue', -1000n), posting('tax/19', -190n)));
        assert.equal(await ledger.balanceOf('receivable/a', 'EUR'), 1190n, 'the transaction sees what it has posted');
        await ledger.post(entry('e2', posting('receivable/a', -5n, 'CHF'), posting('cash', 5n, 'CHF')));
      });
      const { ledger } = store.read();
      assert.equal(await ledger.balanceOf('receivable/a', 'EUR'), 1190n);
      assert.equal(await ledger.balanceOf('receivable/a', 'CHF'), -5n);
      assert.equal(await ledger.balanceOf('receivable', 'EUR'), 0n);
      assert.deepEqual(await ledger.balances('re'), [
        { account: 'receivable/a', currency: 'CHF', amount: -5n },
        { account: 'receivable/a', currency: 'EUR', amount: 1190n },
        { account: 'revenue', currency: 'EUR', amount: -1000n },
      ]);
    });

    it('says what was posted, in order', async () => {
      const store = await maker.make();
      const second = { ...entry('e2', posting('cash', 2n), posting('revenue', -2n)), ref: 'bill-1' };
      await store.transaction(({ ledger }) => ledger.post(entry('e1', posting('cash', 1n), posting('cash', 2n), posting('revenue', -3n))));
      await store.transaction(({ ledger }) => ledger.post(second));
      const at = '2026-11-21T10:00:00.000Z';
      assert.deepEqual(await store.read().ledger.postingsOf('cash'), [
        { entry: 'e1', at, text: 'Entry e1', ...posting('cash', 1n) },
        { entry: 'e1', at, text: 'Entry e1', ...posting('cash', 2n) },
        { entry: 'e2', at, text: 'Entry e2', ref: 'bill-1', ...posting('cash', 2n) },
      ]);
    });

    it('takes no entry that makes or loses a cent, nor one with a single side', async () => {
      const store = await maker.make();
      const wrong = [
        entry('cent', posting('cash', 100n), posting('revenue', -99n)),
        entry('mixed', posting('cash', 1n, 'EUR'), posting('revenue', -1n, 'CHF')),
        entry('single', posting('cash', 0n)),
        entry('empty'),
      ];
      for (const one of wrong) await assert.rejects(store.transaction(({ ledger }) => ledger.post(one)), UnbalancedEntry, one.id);
      const huge = 2n ** 63n;
      await assert.rejects(store.transaction(({ ledger }) => ledger.post(entry('huge', posting('a', huge), posting('b', -huge)))), RangeError);
      assert.deepEqual(await store.read().ledger.balances(''), []);
    });

    it('takes an entry once: a repeat fails and takes its transaction with it', async () => {
      const store = await maker.make();
      const first = entry('e1', posting('cash', 1n), posting('revenue', -1n));
      await store.transaction(({ ledger }) => ledger.post(first));
      const again = store.transaction(async (tx) => {
        await tx.put('payment', { id: 'p1' });
        await tx.ledger.post(first);
      });
      await assert.rejects(again);
      assert.equal(await store.read().get('payment', 'p1'), undefined);
      assert.equal(await store.read().ledger.balanceOf('cash', 'EUR'), 1n);
    });

    it('forgets what a failed transaction posted', async () => {
      const store = await maker.make();
      const failing = store.transaction(async ({ ledger }) => {
        await ledger.post(entry('e1', posting('cash', 1n), posting('revenue', -1n)));
        throw new Error('changed my mind');
      });
      await assert.rejects(failing, /changed my mind/);
      assert.deepEqual(await store.read().ledger.balances(''), []);
    });

    it('holds amounts beyond what a number can, and names with any sign', async () => {
      const store = await maker.make();
      const large = 2n ** 62n + 1n;
      const name = 'tax/7%_\\é🦊';
      await store.transaction(({ ledger }) => ledger.post(entry('e1', posting(name, large), posting('tax/7xyz', -large))));
      assert.equal(await store.read().ledger.balanceOf(name, 'EUR'), large);
      assert.deepEqual(await store.read().ledger.balances('tax/7%'), [{ account: name, currency: 'EUR', amount: large }]);
    });
  });
}
