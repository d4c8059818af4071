import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it, type TestContext } from 'node:test';
import { subscriber } from '../testing/subscriber.ts';
import { openDatabase } from '../node/database.ts';
import { sqlStore } from '../node/sql-store.ts';
import { aTicket, type Bench, bench } from '../testing/bench.ts';
import { storeMakers } from '../testing/stores.ts';

const HUB = '/tmf-api/troubleTicket/v4/hub';
const subscribe = (bss: Bench) => bss.ask('POST', HUB, { callback: 'https://crm.example/tmf' });

for (const maker of storeMakers()) {
  describe(`two BSSes over one store in ${maker.name}`, () => {
    after(() => maker.close());

    it('tell a subscriber of each change once, in order', async () => {
      const store = await maker.make();
      const { delivered, hub } = subscriber();
      const pair = [bench({ store, hub, simulate: false }), bench({ store, hub, simulate: false })] as const;
      await subscribe(pair[0]);
      const made: string[] = [];
      for (let at = 0; at < 30; at += 1) made.push((await pair[at % 2 === 0 ? 0 : 1].make('troubleTicket', aTicket())).id);
      while (delivered.length < 30) await Promise.all(pair.map((bss) => bss.tick()));
      await Promise.all(pair.map((bss) => bss.close()));
      const told = delivered.map(({ body }) => (body['event'] as { troubleTicket: { id: string } }).troubleTicket.id);
      assert.deepEqual(told, made);
      await store.close();
    });
  });
}

const databaseUrl = process.env['DATABASE_URL'];

async function aProcess(t: TestContext, tenant: string, hub: ReturnType<typeof subscriber>['hub']): Promise<Bench> {
  const db = await openDatabase({ databaseUrl: String(databaseUrl) });
  const store = await sqlStore(db, { tenant });
  const bss = bench({ store, hub, simulate: false });
  t.after(async () => {
    await bss.close();
    await store.close();
    await db.close();
  });
  return bss;
}

describe('two processes on one Postgres', { skip: databaseUrl === undefined }, () => {
  it('tell a subscriber of each change once, in order', async (t) => {
    const tenant = randomUUID();
    const { delivered, hub } = subscriber();
    const pair = [await aProcess(t, tenant, hub), await aProcess(t, tenant, hub)] as const;
    await subscribe(pair[0]);
    await Promise.all(Array.from({ length: 60 }, (_, at) => pair[at % 2 === 0 ? 0 : 1].make('troubleTicket', aTicket())));
    while (delivered.length < 60) await Promise.all(pair.map((bss) => bss.tick()));
    for (const _ of [1, 2, 3]) await Promise.all(pair.map((bss) => bss.tick()));
    const told = delivered.map(({ body }) => body['eventId']);
    const changes = await pair[0].store.changes.after(0, 1000);
    assert.deepEqual(told, changes.map(({ eventId }) => eventId));
  });
});
