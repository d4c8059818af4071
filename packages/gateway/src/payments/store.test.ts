import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDatabase } from '../testing/database.ts';
import type { Attempt } from './attempt.ts';
import { memoryPayments } from './memory-payments.ts';
import { sqlPayments } from './sql-payments.ts';
import type { PaymentStore } from './store.ts';

const kinds: Record<string, () => Promise<PaymentStore>> = {
  memory: () => Promise.resolve(memoryPayments()),
  sql: async () => sqlPayments(await aDatabase()),
};

const euros = (amount: number) => ({ amount, currency: 'EUR' });

function anAttempt(id: string, targets: readonly (readonly [account: string, bill?: string])[], facts: Partial<Attempt> = {}): Attempt {
  const parts = targets.map(([account, bill]) => ({ account: { id: account, name: account }, ...(bill !== undefined && { bill: { id: bill, number: bill } }), amount: euros(5) }));
  return {
    id, parts, reference: 'P-1', person: 'anna', partyIds: ['anna'], amount: euros(5 * parts.length), asked: '', customer: 'c', keep: false, returnUrl: 'http://portal.test/',
    description: 'A payment', state: 'new', at: '2026-11-21T08:00:00.000Z', version: 1, looks: 0, ...facts,
  };
}

for (const [kind, open] of Object.entries(kinds)) {
  test(`${kind}: what a payment holds, no other one gets until it is over`, async () => {
    const store = await open();
    const first = anAttempt('one', [['home', 'b1'], ['home', 'b2']]);
    assert.deepEqual(await store.begin(first, 10), first);
    assert.equal(await store.begin(anAttempt('two', [['home', 'b2']]), 10), 'held');
    assert.equal(await store.begin(anAttempt('three', [['home']]), 10), 'held', 'the account as a whole');
    assert.notEqual(await store.begin(anAttempt('four', [['home', 'b3'], ['office']]), 10), 'held');
    assert.equal(await store.begin(anAttempt('five', [['office', 'b9']]), 10), 'held', 'a bill of an account that is held as a whole');
    assert.deepEqual(await store.begin(anAttempt('one', [['else', 'b7']]), 10), first, 'the same id is the same payment');
    assert.equal(await store.move({ ...first, state: 'abandoned', version: 2 }, undefined), true);
    assert.notEqual(await store.begin(anAttempt('two', [['home', 'b2']]), 10), 'held');
  });

  test(`${kind}: of twenty at once for one bill one is begun, of twenty changes at once one is made`, async () => {
    const store = await open();
    const begun = await Promise.all(Array.from({ length: 20 }, (_, at) => store.begin(anAttempt(`p${at}`, [['home', 'b1']]), 10)));
    const made = begun.filter((one) => one !== 'held');
    assert.equal(made.length, 1);
    const [attempt] = made;
    assert.ok(attempt);
    const moved = await Promise.all(Array.from({ length: 20 }, () => store.move({ ...attempt, state: 'open', version: 2 }, 20)));
    assert.equal(moved.filter(Boolean).length, 1);
    assert.equal((await store.read(attempt.id))?.state, 'open');
  });

  test(`${kind}: each is looked at by one, when it is due, and again when nobody came back`, async () => {
    const store = await open();
    await store.begin(anAttempt('soon', [['home', 'b1']]), 10);
    await store.begin(anAttempt('later', [['home', 'b2']]), 50);
    assert.deepEqual(await store.due(9, 40, 10), []);
    const taken = await Promise.all([store.due(10, 40, 10), store.due(10, 40, 10)]);
    assert.deepEqual(taken.flat(), ['soon']);
    assert.deepEqual(await store.due(39, 60, 10), []);
    assert.deepEqual(await store.due(40, 60, 10), ['soon']);
    await store.move(anAttempt('soon', [['home', 'b1']], { state: 'booked', version: 2 }), undefined);
    assert.deepEqual(await store.due(1_000, 2_000, 10), ['later']);
  });

  test(`${kind}: those of an account, the newest first`, async () => {
    const store = await open();
    for (const [at, id] of ['a', 'b', 'c'].entries()) await store.begin(anAttempt(id, [[id === 'b' ? 'office' : 'home', id]], { at: `2026-11-2${at}T08:00:00.000Z` }), 10);
    assert.deepEqual((await store.of(['home'], 10)).map(({ id }) => id), ['c', 'a']);
    assert.deepEqual((await store.of(['home', 'office'], 2)).map(({ id }) => id), ['c', 'b']);
    assert.deepEqual(await store.of([], 10), []);
  });
}
