import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../testing/fixtures.ts';
import { aDatabase } from '../testing/database.ts';
import { memoryIdempotency } from './memory.ts';
import { sqlIdempotency, sweepIdempotency } from './sql.ts';
import { CLAIM_FOR, type IdempotencyStore, KEPT_FOR } from './store.ts';

const key = { tenant: 't', party: 'anna', operation: 'POST /orders', key: 'k1' };
const answer = { status: 201, contentType: 'application/json', body: '{"id":"ü\\n"}' };
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

const stores: Record<string, () => Promise<IdempotencyStore>> = {
  memory: () => Promise.resolve(memoryIdempotency()),
  sql: async () => sqlIdempotency(await aDatabase()),
};

for (const [kind, open] of Object.entries(stores)) {
  test(`${kind}: of many calls at once one is claimed`, async () => {
    const store = await open();
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.begin(key, 'f', NOW)));
    assert.equal(claims.filter(({ step }) => step === 'claimed').length, 1);
    assert.equal(claims.filter(({ step }) => step === 'in-progress').length, 19);
  });

  test(`${kind}: a finished call gives its answer back, byte for byte`, async () => {
    const store = await open();
    await store.begin(key, 'f', NOW);
    await store.finish(key, answer);
    assert.deepEqual(await store.begin(key, 'f', after(1_000)), { step: 'finished', answer });
    assert.deepEqual(await store.begin(key, 'other', after(1_000)), { step: 'other-body' });
  });

  test(`${kind}: neither another person nor another operation meets the key`, async () => {
    const store = await open();
    await store.begin(key, 'f', NOW);
    for (const other of [{ tenant: 'u' }, { party: 'boris' }, { operation: 'POST /tickets' }, { key: 'k2' }]) {
      assert.deepEqual(await store.begin({ ...key, ...other }, 'f', NOW), { step: 'claimed' });
    }
  });

  test(`${kind}: an abandoned call may be tried again at once`, async () => {
    const store = await open();
    await store.begin(key, 'f', NOW);
    await store.abandon(key);
    assert.deepEqual(await store.begin(key, 'other', NOW), { step: 'claimed' });
  });

  test(`${kind}: a claim outlives its process by five minutes, an answer a day`, async () => {
    const store = await open();
    await store.begin(key, 'f', NOW);
    assert.equal((await store.begin(key, 'f', after(CLAIM_FOR))).step, 'in-progress');
    assert.equal((await store.begin(key, 'f', after(CLAIM_FOR + 1))).step, 'claimed');
    await store.finish(key, answer);
    assert.equal((await store.begin(key, 'f', after(KEPT_FOR))).step, 'finished');
    assert.equal((await store.begin(key, 'f', after(CLAIM_FOR + KEPT_FOR + 2))).step, 'claimed');
  });
}

test('sql: sweeping deletes what is past its day', async () => {
  const sql = await aDatabase();
  const store = await sqlIdempotency(sql);
  await store.begin(key, 'f', NOW);
  assert.equal(await sweepIdempotency(sql, after(KEPT_FOR)), 0);
  assert.equal(await sweepIdempotency(sql, after(KEPT_FOR + 1)), 1);
});
