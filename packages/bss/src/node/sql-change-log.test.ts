import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { type Database, openDatabase } from './database.ts';
import { OUTBOX_LOCK, SqlChangeLog } from './sql-change-log.ts';
import { sqlStore } from './sql-store.ts';
import type { NewChange } from '../store/store.ts';

const databaseUrl = process.env['DATABASE_URL'];

const change = (id: string): NewChange => ({
  eventId: id,
  eventTime: '2026-11-21T10:00:00.000Z',
  eventType: 'ThingCreateEvent',
  resource: 'thing',
  id,
  partyIds: [],
});

/** Resolves once some transaction queues for the outbox. */
async function untilSomeoneWaits(db: Database): Promise<'waits'> {
  const text = "select 1 from pg_locks where locktype = 'advisory' and objid = $1::oid and not granted";
  while ((await db.query(text, [OUTBOX_LOCK])).length === 0);
  return 'waits';
}

// PGlite has one connection, so nothing can overtake anything there.
describe('two transactions at once', { skip: databaseUrl === undefined }, () => {
  it('cannot overtake each other on the way from a number to the commit', async (t) => {
    const tenant = randomUUID();
    const db = await openDatabase({ databaseUrl: String(databaseUrl) });
    const store = await sqlStore(db, { tenant });
    const log = await SqlChangeLog.open(db, tenant);
    const numbered = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    t.after(async () => {
      goOn.resolve();
      await db.close();
    });
    const slow = db.transaction(async (sql) => {
      await log.append(sql, [change('slow')]);
      numbered.resolve();
      await goOn.promise;
    });
    await numbered.promise;
    const quick = store.transaction((tx) => tx.publish(change('quick')));
    assert.equal(await Promise.race([quick.then(() => 'overtook'), untilSomeoneWaits(db)]), 'waits');
    assert.deepEqual(await log.after(0, 10), []);
    goOn.resolve();
    await Promise.all([slow, quick]);
    assert.deepEqual((await log.after(0, 10)).map(({ id }) => id), ['slow', 'quick']);
  });
});
