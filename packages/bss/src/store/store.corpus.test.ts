import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Condition, ListQuery, NewChange, Resource, Store } from './store.ts';
import { storeMakers } from '../testing/stores.ts';

const change = (id: string, partyIds: string[] = []): NewChange => ({
  eventId: `e-${id}`,
  eventTime: '2026-11-01T10:00:00.000Z',
  eventType: 'TroubleTicketCreateEvent',
  resource: 'troubleTicket',
  id,
  partyIds,
});

const ticket = (id: string, more: Partial<Resource> = {}): Resource => ({ id, '@type': 'TroubleTicket', ...more });

const where = (path: string, ...values: string[]): Condition => ({ path: path.split('.'), operator: 'eq', values });

const parties = (...ids: string[]) => ticket(ids.join(''), { relatedParty: ids.map((id) => ({ id })) });

async function storeWith(store: Store, ...bodies: Resource[]): Promise<Store> {
  await store.load(bodies.map((body) => ({ resource: 'troubleTicket', body })));
  return store;
}

async function idsOf(store: Store, query: ListQuery): Promise<string[]> {
  const { rows } = await store.read().list('troubleTicket', query);
  return rows.map(({ body }) => body.id);
}

for (const maker of storeMakers()) {
  describe(`a store in ${maker.name}`, () => {
    after(() => maker.close());

    it('keeps what a transaction wrote, and counts its revisions', async () => {
      const store = await maker.make();
      await store.transaction((tx) => tx.put('troubleTicket', ticket('a', { note: [{ text: 'ünï 🦊', n: 1.5 }] })));
      await store.transaction((tx) => tx.put('troubleTicket', ticket('a', { note: null })));
      assert.deepEqual(await store.read().get('troubleTicket', 'a'), { body: ticket('a', { note: null }), rev: 2 });
      assert.equal(await store.read().get('productOrder', 'a'), undefined);
    });

    it('forgets all that a failed transaction wrote, its events too', async () => {
      const store = await storeWith(await maker.make(), ticket('kept'));
      const failing = store.transaction(async (tx) => {
        await tx.put('troubleTicket', ticket('lost'));
        await tx.delete('troubleTicket', 'kept');
        await tx.publish(change('lost'));
        assert.equal((await tx.list('troubleTicket')).total, 1, 'the transaction itself sees its writes');
        throw new Error('changed my mind');
      });
      await assert.rejects(failing, /changed my mind/);
      assert.deepEqual(await idsOf(store, {}), ['kept']);
      assert.equal(await store.changes.latest(), 0);
    });

    it('shows a change and its event to others together, after the commit', async () => {
      const store = await maker.make();
      const woken = Promise.withResolvers<void>();
      const leave = store.changes.subscribe(woken.resolve);
      await store.transaction(async (tx) => {
        await tx.put('troubleTicket', ticket('a'));
        await tx.publish(change('a', ['p1', 'p2']));
        await tx.publish(change('b'));
      });
      await woken.promise;
      leave();
      const [first, second] = await store.changes.after(0, 10);
      assert.deepEqual(first, { ...change('a', ['p1', 'p2']), seq: first?.seq });
      assert.ok(first.seq < Number(second?.seq));
      assert.equal(await store.changes.latest(), second?.seq);
      assert.deepEqual(await store.changes.after(first.seq, 10), [second]);
      assert.deepEqual(await store.changes.after(0, 1), [first]);
    });

    it('wakes nobody who has left', async () => {
      const store = await maker.make();
      let early = 0;
      const woken = Promise.withResolvers<void>();
      store.changes.subscribe(() => (early += 1))();
      const leave = store.changes.subscribe(woken.resolve);
      await store.transaction((tx) => tx.publish(change('a')));
      await woken.promise;
      leave();
      assert.equal(early, 0);
    });

    it('lists in the order of creation, page by page, with the total of all', async () => {
      const store = await storeWith(await maker.make(), ticket('c'), ticket('a'), ticket('b'));
      await store.transaction((tx) => tx.put('troubleTicket', ticket('c', { name: 'changed' })));
      assert.deepEqual(await idsOf(store, {}), ['c', 'a', 'b']);
      const page = await store.read().list('troubleTicket', { offset: 1, limit: 1 });
      assert.deepEqual([page.rows[0]?.body.id, page.total], ['a', 3]);
      assert.deepEqual(await store.read().list('troubleTicket', { offset: 9, limit: 5 }), { rows: [], total: 3 });
      assert.deepEqual(await store.read().list('troubleTicket', { limit: 0 }), { rows: [], total: 3 });
    });

    it('finds by attribute, through lists and objects', async () => {
      const store = await storeWith(await maker.make(), parties('x', 'y'), parties('y'), parties('z'));
      assert.deepEqual(await idsOf(store, { where: [where('relatedParty.id', 'y')] }), ['xy', 'y']);
      assert.deepEqual(await idsOf(store, { where: [where('relatedParty.id', 'x', 'z')] }), ['xy', 'z']);
      assert.deepEqual(await idsOf(store, { where: [where('relatedParty.id', 'y'), where('id', 'y', 'z')] }), ['y']);
      assert.deepEqual(await idsOf(store, { where: [where('relatedParty', 'y')] }), []);
      assert.deepEqual(await idsOf(store, { where: [where('state')] }), []);
    });

    it('sorts numbers as numbers and text by code point, and puts what has neither last', async () => {
      const bodies = [undefined, 10, 9, 'é', 'Z', 'a', '🦊', '\uffff', null, true].map((priority, at) =>
        ticket(`t${at}`, priority === undefined ? {} : { priority }),
      );
      const store = await storeWith(await maker.make(), ...bodies);
      const sorted = async (descending: boolean) => idsOf(store, { sort: [{ path: ['priority'], descending }] });
      assert.deepEqual(await sorted(false), ['t2', 't1', 't4', 't5', 't9', 't3', 't7', 't6', 't0', 't8']);
      assert.deepEqual(await sorted(true), ['t1', 't2', 't6', 't7', 't3', 't9', 't5', 't4', 't0', 't8']);
    });

    it('lends copies: what a reader does to them changes nothing', async () => {
      const store = await storeWith(await maker.make(), ticket('a', { note: [] }));
      const read = await store.read().get('troubleTicket', 'a');
      const notes = read?.body['note'] as unknown[];
      notes.push('mine');
      assert.deepEqual((await store.read().get('troubleTicket', 'a'))?.body['note'], []);
    });

    it('lets no update get lost between two transactions', async () => {
      const store = await storeWith(await maker.make(), ticket('a', { count: 0 }));
      const increment = () =>
        store.transaction(async (tx) => {
          const row = await tx.get('troubleTicket', 'a');
          await tx.put('troubleTicket', ticket('a', { count: Number(row?.body['count']) + 1 }));
        });
      await Promise.all(Array.from({ length: 20 }, increment));
      assert.equal((await store.read().get('troubleTicket', 'a'))?.body['count'], 20);
    });

    it('keeps what a deleted document was', async () => {
      const store = await maker.make();
      const last = ticket('a', { note: [{ text: 'ü' }] });
      await store.transaction((tx) => tx.publish({ ...change('a'), last }));
      const [told] = await store.changes.after(0, 10);
      assert.deepEqual(told, { ...change('a'), last, seq: told?.seq });
    });

    it('forgets what nobody needs any more, the newest never', async () => {
      const store = await maker.make();
      const at = (day: number) => `2026-11-0${day}T10:00:00.000Z`;
      for (const day of [1, 2, 3, 4, 5]) await store.transaction((tx) => tx.publish({ ...change(`d${day}`), eventTime: at(day) }));
      const all = await store.changes.after(0, 10);
      const latest = await store.changes.latest();
      const left = async () => (await store.changes.after(0, 10)).map(({ id }) => id);
      assert.equal(await store.changes.prune({ upTo: Number(all[0]?.seq), before: at(9), keep: 1 }), 1, 'somebody is not there yet');
      assert.equal(await store.changes.prune({ upTo: latest, before: at(3), keep: 1 }), 1, 'what is young stays');
      assert.equal(await store.changes.prune({ upTo: latest, before: at(9), keep: 2 }), 1, 'some always stay');
      assert.deepEqual(await left(), ['d4', 'd5']);
      assert.equal(await store.changes.prune({ upTo: latest, before: at(9), keep: 0 }), 1);
      assert.deepEqual(await left(), ['d5']);
      assert.equal(await store.changes.latest(), latest);
      await store.transaction((tx) => tx.publish(change('d6')));
      assert.deepEqual((await store.changes.after(latest, 10)).map(({ id }) => id), ['d6']);
    });

    it('lends a name to one at a time', async () => {
      const store = await maker.make();
      const first = await store.lease('delivery');
      assert.equal(first?.lost, false);
      assert.equal(await store.lease('delivery'), undefined);
      const other = await store.lease('other');
      assert.ok(other);
      await first?.end();
      const second = await store.lease('delivery');
      assert.ok(second);
      await first?.end();
      assert.equal(await store.lease('delivery'), undefined, 'giving back twice takes from nobody');
      await Promise.all([second.end(), other.end()]);
    });

    it('lets a reader who follows miss nothing while many write', async () => {
      const store = await maker.make();
      const writes = Array.from({ length: 60 }, (_, at) => store.transaction((tx) => tx.publish(change(`c${at}`))));
      const writing = { done: false };
      const finished = Promise.all(writes).then(() => (writing.done = true));
      const seen: string[] = [];
      for (let cursor = 0, more = true; more || !writing.done; ) {
        const news = await store.changes.after(cursor, 7);
        seen.push(...news.map(({ id }) => id));
        cursor = news.at(-1)?.seq ?? cursor;
        more = news.length > 0;
      }
      await finished;
      const rest = await store.changes.after(0, 100);
      assert.deepEqual(seen, rest.map(({ id }) => id).slice(0, seen.length));
      assert.equal(rest.length, 60);
    });
  });
}
