import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { forgetKeys, once } from './idempotency.ts';
import { openDatabase } from '../node/database.ts';
import { sqlStore } from '../node/sql-store.ts';
import type { Resource, Store } from '../store/store.ts';
import { aTicket, type Bench, bench, NOW, pathOf } from '../testing/bench.ts';
import { storeMakers } from '../testing/stores.ts';

const TICKETS = pathOf('troubleTicket');
const DAY = 24 * 60 * 60 * 1000;

const raise = (bss: Bench, key: string, body: object = aTicket()) =>
  bss.ask('POST', TICKETS, body, { 'idempotency-key': key });

/** All of an answer that a caller can tell apart. */
async function whole(response: Response) {
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

async function count(store: Store): Promise<number> {
  return (await store.read().list('troubleTicket')).total;
}

for (const maker of storeMakers()) {
  describe(`a request sent again with its key, in ${maker.name}`, () => {
    const opened: Bench[] = [];
    const operator = async (): Promise<Bench> => {
      const bss = bench({ store: await maker.make() });
      opened.push(bss);
      return bss;
    };
    after(async () => {
      for (const bss of opened) await bss.close();
      await maker.close();
    });

    it('is done once, and answered each time as it was the first', async () => {
      const bss = await operator();
      const first = await whole(await raise(bss, 'k1'));
      assert.equal(first.status, 201);
      const { id } = JSON.parse(first.body) as Resource;
      await bss.ask('PATCH', `${TICKETS}/${id}`, { status: 'inProgress' });
      const events = await bss.store.changes.latest();
      assert.deepEqual(await whole(await raise(bss, 'k1')), first);
      const { headers } = first;
      assert.deepEqual(new Map(headers).get('location'), `http://bss.test${TICKETS}/${id}`);
      assert.ok(new Map(headers).has('etag'));
      assert.equal(await count(bss.store), 1);
      assert.equal(await bss.store.changes.latest(), events, 'nobody is told twice');
    });

    it('is another request under another key, or at another place', async () => {
      const bss = await operator();
      await raise(bss, 'k1');
      await raise(bss, 'k2');
      assert.equal(await count(bss.store), 2);
      const cart = await bss.ask('POST', pathOf('shoppingCart'), {}, { 'idempotency-key': 'k1' });
      assert.equal(cart.status, 201);
      assert.equal(((await cart.json()) as Resource)['@type'], 'ShoppingCart');
    });

    it('is refused when it says something else', async () => {
      const bss = await operator();
      await raise(bss, 'k1');
      const other = await raise(bss, 'k1', aTicket({ severity: 'Major' }));
      assert.equal(other.status, 422);
      assert.match(await other.text(), /new key/);
      assert.equal(await count(bss.store), 1);
    });

    it('is told to wait while the first is under way', async () => {
      const store = await maker.make();
      const begun = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      const request = new Request('http://bss.test/x', { headers: { 'idempotency-key': 'k1' } });
      const making = { store, request, said: {}, now: new Date(NOW) };
      const first = once(making, async () => {
        begun.resolve();
        await goOn.promise;
        return new Response('made', { status: 201 });
      });
      await begun.promise;
      const never = () => Promise.reject(new Error('must not be done again'));
      await assert.rejects(once(making, never), { status: 409 });
      goOn.resolve();
      await first;
      assert.equal(await (await once(making, never)).text(), 'made');
    });

    it('is done once though it is sent five times at once', async () => {
      const bss = await operator();
      const answers = await Promise.all(Array.from({ length: 5 }, () => raise(bss, 'k1')));
      const statuses = answers.map(({ status }) => status);
      assert.ok(statuses.includes(201) && statuses.every((status) => [201, 409].includes(status)), String(statuses));
      assert.equal(await count(bss.store), 1);
    });

    it('may be put right after a refusal', async () => {
      const bss = await operator();
      assert.equal((await raise(bss, 'k1', { description: 'incomplete' })).status, 400);
      assert.equal((await raise(bss, 'k1')).status, 201);
    });

    it('is remembered for a day', async () => {
      const bss = await operator();
      await raise(bss, 'k1');
      const at = async (milliseconds: number) => forgetKeys(bss.store, new Date(Date.parse(NOW) + milliseconds));
      assert.equal(await at(DAY), 0);
      assert.equal((await raise(bss, 'k1')).status, 201);
      assert.equal(await count(bss.store), 1);
      assert.equal(await at(DAY + 1), 1);
      await raise(bss, 'k1');
      assert.equal(await count(bss.store), 2);
    });
  });
}

describe('a key', () => {
  it('has 1 to 200 printable characters', async () => {
    const bss = bench();
    for (const key of ['', ' ', 'k'.repeat(201), 'schlüssel']) {
      const response = await raise(bss, key);
      assert.equal(response.status, 400, key);
      assert.match(await response.text(), /Idempotency-Key/);
    }
    assert.equal((await raise(bss, 'k'.repeat(200))).status, 201);
    assert.equal((await raise(bss, '"8e03978e-40d5-43e8-bc93-6894a57f9324"')).status, 201);
  });
});

const databaseUrl = process.env['DATABASE_URL'];

describe('a request sent again to another process', { skip: databaseUrl === undefined }, () => {
  it('is done once, whichever of them is asked', async (t) => {
    const tenant = randomUUID();
    const processes = await Promise.all(
      [1, 2].map(async () => {
        const db = await openDatabase({ databaseUrl: String(databaseUrl) });
        const store = await sqlStore(db, { tenant });
        const bss = bench({ store });
        t.after(async () => {
          await bss.close();
          await store.close();
          await db.close();
        });
        return bss;
      }),
    );
    const keys = Array.from({ length: 20 }, (_, at) => `k${at}`);
    const answers = await Promise.all(keys.map((key) => Promise.all(processes.map((bss) => raise(bss, key)))));
    for (const pair of answers) assert.ok(pair.some(({ status }) => status === 201) && pair.every(({ status }) => [201, 409].includes(status)));
    const again = await Promise.all(keys.map(async (key) => Promise.all(processes.map(async (bss) => whole(await raise(bss, key))))));
    for (const [one, other] of again) assert.deepEqual(one, other);
    const [bss] = processes;
    assert.equal(bss && (await count(bss.store)), 20);
  });
});
