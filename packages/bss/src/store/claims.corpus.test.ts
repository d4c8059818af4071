import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { storeMakers } from '../testing/stores.ts';

for (const maker of storeMakers()) {
  describe(`claims in ${maker.name}`, () => {
    after(() => maker.close());

    it('go to whoever is first, and stay theirs', async () => {
      const store = await maker.make();
      const first = await store.transaction((tx) => tx.claim('number', '+49301', 'ann'));
      const second = await store.transaction((tx) => tx.claim('number', '+49301', 'bob'));
      const again = await store.transaction((tx) => tx.claim('number', '+49301', 'ann'));
      assert.deepEqual([first, second, again], ['ann', 'ann', 'ann']);
      assert.equal(await store.read().holderOf('number', '+49301'), 'ann');
      assert.equal(await store.read().holderOf('number', '+49302'), undefined);
      assert.equal(await store.read().holderOf('sim', '+49301'), undefined, 'another space knows nothing of it');
    });

    it('are free again once released, and not before', async () => {
      const store = await maker.make();
      await store.transaction((tx) => tx.claim('sim', 's1', 'ann'));
      assert.equal(await store.transaction((tx) => tx.release('sim', 's2')), false);
      assert.equal(await store.transaction((tx) => tx.release('sim', 's1')), true);
      assert.equal(await store.read().holderOf('sim', 's1'), undefined);
      assert.equal(await store.transaction((tx) => tx.claim('sim', 's1', 'bob')), 'bob');
    });

    it('are told in the order of their keys, by code point', async () => {
      const store = await maker.make();
      await store.transaction(async (tx) => {
        for (const key of ['b', '🦊', 'Z', '\uffff', 'a']) await tx.claim('place', key, `of ${key}`);
        await tx.release('place', 'b');
        assert.deepEqual([...(await tx.holders('place')).keys()], ['Z', 'a', '\uffff', '🦊']);
      });
      const holders = [...(await store.read().holders('place'))];
      assert.deepEqual(holders.map(([key]) => key), ['Z', 'a', '\uffff', '🦊']);
      assert.deepEqual(holders[0], ['Z', 'of Z']);
      assert.equal((await store.read().holders('nothing')).size, 0);
    });

    it('stand or fall with their transaction', async () => {
      const store = await maker.make();
      await store.transaction((tx) => tx.claim('run', 'kept', 'ann'));
      const failing = store.transaction(async (tx) => {
        await tx.claim('run', 'lost', 'bob');
        await tx.release('run', 'kept');
        assert.deepEqual([...(await tx.holders('run'))], [['lost', 'bob']], 'the transaction itself sees them');
        throw new Error('changed my mind');
      });
      await assert.rejects(failing, /changed my mind/);
      assert.deepEqual([...(await store.read().holders('run'))], [['kept', 'ann']]);
    });

    it('keep what their holder left with them', async () => {
      const store = await maker.make();
      const left = { at: '2026-11-21T10:00:00.000Z', body: { status: 201, text: '{"b":1,"a":"ü"}', none: null } };
      await store.transaction((tx) => tx.claim('key', 'k', 'ann', left));
      await store.transaction((tx) => tx.claim('key', 'k', 'bob', { body: 'not his' }));
      assert.deepEqual(await store.read().claimOf('key', 'k'), { key: 'k', holder: 'ann', ...left });
      await store.transaction((tx) => tx.claim('key', 'bare', 'ann'));
      assert.deepEqual(await store.read().claimOf('key', 'bare'), { key: 'bare', holder: 'ann' });
    });

    it('end with their age where they have one', async () => {
      const store = await maker.make();
      await store.transaction(async (tx) => {
        await tx.claim('key', 'old', 'ann', { at: '2026-11-20T10:00:00.000Z' });
        await tx.claim('key', 'new', 'ann', { at: '2026-11-21T10:00:00.000Z' });
        await tx.claim('key', 'ageless', 'ann');
        await tx.claim('other', 'old', 'ann', { at: '2026-11-20T10:00:00.000Z' });
      });
      assert.equal(await store.transaction((tx) => tx.expire('key', '2026-11-21T10:00:00.000Z')), 1);
      assert.deepEqual([...(await store.read().holders('key')).keys()], ['ageless', 'new']);
      assert.equal((await store.read().holders('other')).size, 1);
    });

    it('go to one alone of many who want them at once', async () => {
      const store = await maker.make();
      const wanted = Array.from({ length: 40 }, (_, at) => ({ key: `place-${at % 4}`, holder: `h${at}` }));
      const got = await Promise.all(
        wanted.map(({ key, holder }) => store.transaction((tx) => tx.claim('slot', key, holder))),
      );
      const winners = wanted.filter(({ holder }, at) => got[at] === holder);
      assert.deepEqual(winners.map(({ key }) => key).toSorted(), ['place-0', 'place-1', 'place-2', 'place-3']);
      const holders = await store.read().holders('slot');
      assert.deepEqual(got, wanted.map(({ key }) => holders.get(key)));
    });

    it('fill a slot to its capacity and no further, while others give back', async () => {
      const store = await maker.make();
      const book = (holder: string) =>
        store.transaction(async (tx) => {
          for (const place of ['1', '2', '3']) if ((await tx.claim('slot', place, holder)) === holder) return place;
          return undefined;
        });
      const first = await Promise.all(Array.from({ length: 9 }, (_, at) => book(`a${at}`)));
      assert.equal(first.filter((place) => place !== undefined).length, 3);
      const release = store.transaction((tx) => tx.release('slot', '2'));
      const second = await Promise.all([release, ...Array.from({ length: 9 }, (_, at) => book(`b${at}`))]);
      assert.ok(second.slice(1).filter((place) => place !== undefined).length <= 1);
      const late = await book('late');
      assert.equal([late, ...second.slice(1)].filter((place) => place === '2').length, 1);
    });
  });
}
