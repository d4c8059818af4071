import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDatabase } from '../testing/database.ts';
import { type FeedOwner, type FeedStore, memoryFeeds } from './feeds.ts';
import { sqlFeeds } from './sql-feeds.ts';

const kinds: Record<string, () => Promise<FeedStore>> = {
  memory: () => Promise.resolve(memoryFeeds()),
  sql: async () => sqlFeeds(await aDatabase()),
};

const anna: FeedOwner = { tenant: 'http://portal.test', person: 'anna' };
const feed = (id: string) => ({ id, madeAt: '2026-11-21T08:00:00.000Z' });
const NOON = '2026-11-21T12:00:00.000Z';

for (const [kind, open] of Object.entries(kinds)) {
  test(`${kind}: one feed a person; another takes its place, and the old id leads nowhere`, async () => {
    const store = await open();
    assert.equal(await store.of(anna), undefined);
    await store.put(anna, feed('c1'));
    assert.deepEqual(await store.find(anna.tenant, 'c1'), { ...anna, ...feed('c1') });
    await store.put(anna, feed('c2'));
    assert.equal(await store.find(anna.tenant, 'c1'), undefined);
    assert.equal((await store.of(anna))?.id, 'c2');
  });

  test(`${kind}: is of one person at one operator`, async () => {
    const store = await open();
    await store.put(anna, feed('c1'));
    assert.equal(await store.find('http://other.test', 'c1'), undefined);
    assert.equal(await store.of({ ...anna, person: 'boris' }), undefined);
    await store.put({ ...anna, person: 'boris' }, feed('c2'));
    await store.remove(anna);
    assert.deepEqual([await store.of(anna), (await store.of({ ...anna, person: 'boris' }))?.id], [undefined, 'c2']);
  });

  test(`${kind}: knows when it was fetched last; a new one was not, and an old id says nothing of it`, async () => {
    const store = await open();
    await store.put(anna, feed('c1'));
    await store.read(anna, 'c1', NOON);
    assert.equal((await store.of(anna))?.readAt, NOON);
    await store.put(anna, feed('c2'));
    await store.read(anna, 'c1', NOON);
    assert.equal((await store.of(anna))?.readAt, undefined);
  });
}
