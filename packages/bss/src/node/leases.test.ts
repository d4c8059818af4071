import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { type Database, openDatabase } from './database.ts';

const databaseUrl = process.env['DATABASE_URL'];

async function open(t: TestContext): Promise<Database> {
  const db = await openDatabase({ databaseUrl: String(databaseUrl) });
  t.after(() => db.close());
  return db;
}

/** Ends the session that holds the name, as a lost network would. */
async function cut(db: Database, name: string): Promise<void> {
  const text = `select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)`;
  assert.equal((await db.query(text, [name])).length, 1);
}

describe('two processes on one Postgres', { skip: databaseUrl === undefined }, () => {
  it('never have one name at a time', async (t) => {
    const [one, other] = [await open(t), await open(t)];
    const name = randomUUID();
    const lease = await one.lease(name);
    assert.equal(lease?.lost, false);
    assert.equal(await other.lease(name), undefined);
    await lease.end();
    const second = await other.lease(name);
    assert.ok(second);
    assert.equal(await one.lease(name), undefined);
    await second.end();
  });

  it('take over from one that is gone', async (t) => {
    const [one, other] = [await openDatabase({ databaseUrl: String(databaseUrl) }), await open(t)];
    const name = randomUUID();
    assert.ok(await one.lease(name));
    await one.close();
    let taken = await other.lease(name);
    // The server notices the end of a session a moment later.
    while (!taken) taken = await other.lease(name);
    await taken.end();
  });

  it('learn that a name is no longer theirs, and may take it again', async (t) => {
    const [one, watcher] = [await open(t), await open(t)];
    const name = randomUUID();
    const lease = await one.lease(name);
    assert.ok(lease);
    await cut(watcher, name);
    while (!lease.lost) await new Promise(setImmediate);
    await lease.end();
    let again = await one.lease(name).catch(() => undefined);
    while (!again) again = await one.lease(name).catch(() => undefined);
    assert.equal(again.lost, false);
    await again.end();
  });
});
