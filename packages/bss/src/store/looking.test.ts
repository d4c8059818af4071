import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looking } from './looking.ts';
import { memoryStore } from './memory.ts';

test('who only looks finds what the transaction finds, and holds none of it', async () => {
  const store = memoryStore([{ resource: 'individual', body: { id: 'ada' } }]);
  await store.transaction(async (tx) => {
    await tx.put('individual', { id: 'bilal' });
    const look = looking({ ...tx, list: (resource, query) => tx.list(resource, query), get: () => Promise.reject(new Error('held')) });
    assert.deepEqual(await look.get('individual', 'ada'), { body: { id: 'ada' }, rev: 1 });
    assert.deepEqual((await look.get('individual', 'bilal'))?.body, { id: 'bilal' });
    assert.equal(await look.get('individual', 'nobody'), undefined);
    assert.equal((await look.list('individual')).total, 2);
  });
});
