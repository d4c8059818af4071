import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { storeMakers } from '../testing/stores.ts';

// Only with DATABASE_URL are there two connections that could wait for each other.
const makers = storeMakers();
after(() => Promise.all(makers.map((maker) => maker.close())));

for (const maker of makers) {
  test(`two that want the same two things in opposite order both get through: ${maker.name}`, async () => {
    const store = await maker.make();
    await store.load([{ resource: 'productOrder', body: { id: 'one', count: 0 } }, { resource: 'productOrder', body: { id: 'other', count: 0 } }]);
    const both = (ids: readonly string[]) =>
      store.transaction(async (tx) => {
        for (const id of ids) {
          const body = (await tx.get('productOrder', id))?.body ?? assert.fail();
          await tx.put('productOrder', { ...body, count: Number(body['count']) + 1 });
        }
      });
    await Promise.all(Array.from({ length: 10 }, (_, turn) => both(turn % 2 === 0 ? ['one', 'other'] : ['other', 'one'])));
    for (const id of ['one', 'other']) assert.equal((await store.read().get('productOrder', id))?.body['count'], 10);
    await store.close();
  });
}
