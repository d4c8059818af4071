import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { type Database, openDatabase } from './database.ts';
import { sqlStore } from './sql-store.ts';
import { memoryStore } from '../store/memory.ts';
import type { ListQuery, Resource, Store, StoredRecord } from '../store/store.ts';

const databaseUrl = process.env['DATABASE_URL'];

/** A Postgres database that nobody has written to: only there a large load goes in before its indexes. */
async function freshPostgres(url: string): Promise<{ db: Database; clear: () => Promise<void> }> {
  const name = `load_${randomUUID().replaceAll('-', '')}`;
  const server = await openDatabase({ databaseUrl: url });
  await server.query(`create database ${name}`);
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  const db = await openDatabase({ databaseUrl: fresh.href });
  const clear = async () => {
    await db.close();
    await server.query(`drop database ${name} with (force)`);
    await server.close();
  };
  return { db, clear };
}

async function freshPglite(): Promise<{ db: Database; clear: () => Promise<void> }> {
  const db = await openDatabase({});
  return { db, clear: () => db.close() };
}

const HOSTILE = ['\t', '\\', '\\.', '\\N', 'a\nb', '\r', '"', "'", '🦊', ', ', '', '12', 'x'.repeat(3000)];

/** Enough of them to be a large load, some of them hostile, the hundredth given twice. */
function* things(count: number): Generator<StoredRecord> {
  for (let at = 0; at < count; at += 1) {
    const text = HOSTILE[at % HOSTILE.length] ?? '';
    const body: Resource = { id: `t${at}`, name: `${text}${at}`, state: text, party: [{ id: `p${at % 50}` }, { id: text }] };
    yield { resource: 'thing', body };
    if (at === 100) yield { resource: 'thing', body: { ...body, state: 'second' } };
  }
}

const COUNT = 5600;
const party = (id: string): ListQuery => ({ where: [{ path: ['party', 'id'], operator: 'eq', values: [id] }], limit: 300 });
const state = (value: string): ListQuery => ({ where: [{ path: ['state'], operator: 'eq', values: [value] }], limit: 3 });
const QUERIES: readonly ListQuery[] = [
  { limit: 3 },
  { offset: 99, limit: 3 },
  party('p7'),
  ...HOSTILE.flatMap((text) => [party(text), state(text)]),
  state('second'),
];

async function answersOf(store: Store) {
  const answers = [];
  for (const query of QUERIES) answers.push(await store.read().list('thing', query));
  return answers;
}

const indexesOf = async (db: Database) =>
  (await db.query<{ name: string }>("select indexname as name from pg_indexes where tablename = 'doc' order by 1")).map(({ name }) => name);

const INDEXES = ['doc_by_key', 'doc_by_state', 'doc_by_status', 'doc_in_order', 'doc_pkey'];

const places = [
  { name: 'PGlite', open: freshPglite },
  ...(databaseUrl ? [{ name: 'Postgres', open: () => freshPostgres(databaseUrl) }] : []),
];

for (const { name, open } of places) {
  describe(`a large load into ${name}`, async () => {
    const { db, clear } = await open();
    const store = await sqlStore(db);
    after(async () => {
      await store.close();
      await clear();
    });

    it('that is cut short leaves nothing, and all that was there', async () => {
      const cut = function* (): Generator<StoredRecord> {
        yield* things(COUNT);
        throw new Error('the plug was pulled');
      };
      await assert.rejects(store.load(cut()), /^Error: the plug was pulled$/);
      assert.equal((await store.read().list('thing', { limit: 1 })).total, 0);
      assert.deepEqual(await indexesOf(db), INDEXES);
    });

    it('answers as a store in memory does, whatever was in it', async () => {
      const memory = memoryStore();
      assert.equal(await store.load(things(COUNT)), COUNT + 1);
      assert.equal(await memory.load(things(COUNT)), COUNT + 1);
      assert.deepEqual(await answersOf(store), await answersOf(memory));
      assert.equal((await store.read().get('thing', 't100'))?.rev, 2);
      assert.deepEqual(await indexesOf(db), INDEXES);
    });

    it('of another tenant leaves everybody their own', async () => {
      const other = await sqlStore(db, { tenant: 'other' });
      assert.equal(await other.load(things(COUNT)), COUNT + 1);
      assert.equal((await other.read().list('thing', party('p7'))).total, 112);
      assert.equal((await store.read().list('thing', party('p7'))).total, 112);
      await other.close();
    });
  });
}
