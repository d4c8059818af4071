import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { type Database, openDatabase } from './database.ts';
import { lockForScopes } from './scope-lock.ts';
import { sqlStore } from './sql-store.ts';

const databaseUrl = process.env['DATABASE_URL'];

/** A database of its own on the tests' server, whose owner is somebody of these rights. */
async function ownedBy(rights: string): Promise<{ db: Database; close(): Promise<void> }> {
  const name = `fp_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const root = await openDatabase({ databaseUrl: databaseUrl ?? '' });
  await root.query(`create role ${name} login ${rights}`);
  await root.query(`create database ${name} owner ${name}`);
  const url = new URL(databaseUrl ?? '');
  url.username = name;
  url.pathname = `/${name}`;
  const db = await openDatabase({ databaseUrl: url.href });
  const close = async () => {
    await db.close();
    await root.query(`drop database ${name}`);
    await root.query(`drop role ${name}`).catch(() => undefined);
    await root.close();
  };
  return { db, close };
}

async function seenBy(db: Database): Promise<string[]> {
  const store = await sqlStore(db);
  await store.load(['ada', 'bob'].map((id) => ({ resource: 'troubleTicket', body: { id: `t-${id}`, relatedParty: [{ id }] } })));
  const { rows } = await store.read({ ids: ['ada'] }).list('troubleTicket');
  await store.close();
  return rows.map(({ body }) => body.id);
}

describe('the lock of a scope, on Postgres', { skip: databaseUrl === undefined && 'needs DATABASE_URL' }, () => {
  it('holds for an owner of tables who is no superuser', async () => {
    const { db, close } = await ownedBy('createrole');
    assert.deepEqual(await seenBy(db), ['t-ada']);
    assert.equal(await lockForScopes(db), true);
    // The policy alone: a query that forgets everything sees nothing else.
    const bare = await db.transaction(async (sql) => {
      await sql.query(`select set_config('app.ids', 'ada', true), set_config('app.tenant', 'default', true), set_config('app.type', 'troubleTicket', true), set_config('role', 'faceplate_reader', true)`);
      return sql.query<{ id: string }>('select id from doc');
    });
    assert.deepEqual(bare, [{ id: 't-ada' }]);
    // Who reads may not write, whatever is asked.
    const write = db.transaction(async (sql) => {
      await sql.query(`select set_config('role', 'faceplate_reader', true)`);
      await sql.query('delete from doc');
    });
    await assert.rejects(write, { code: '42501' });
    await close();
  });

  it('is left to the store where the database lets us make no role, with the same answers', async () => {
    const { db, close } = await ownedBy('nocreaterole');
    const [role] = await db.query<{ member: boolean }>(`select pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = 'faceplate_reader'`);
    assert.notEqual(role?.member, true);
    assert.deepEqual(await seenBy(db), ['t-ada']);
    assert.equal(await lockForScopes(db), false);
    await close();
  });
});
