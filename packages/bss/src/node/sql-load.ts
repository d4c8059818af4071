import type { Sql } from './database.ts';
import { copyLine } from './copy-in.ts';
import { documentIndexes } from './store-schema.ts';
import type { StoredRecord } from '../store/store.ts';

/** Documents of one load statement: few round trips, parameters of some megabytes at most. */
const CHUNK = 1000;

/** As many documents are worth taking the indexes down for. */
const LARGE = 5000;

/** A document given twice begins another chunk: one statement cannot write a row twice. */
function* chunksOf(records: Iterable<StoredRecord>): Generator<StoredRecord[]> {
  let chunk = new Map<string, StoredRecord>();
  for (const record of records) {
    const key = `${record.resource}/${record.body.id}`;
    if (chunk.size === CHUNK || chunk.has(key)) {
      yield [...chunk.values()];
      chunk = new Map();
    }
    chunk.set(key, record);
  }
  if (chunk.size > 0) yield [...chunk.values()];
}

/** Documents in one statement; the conflict clause needs the primary key. */
async function insert(sql: Sql, tenant: string, chunk: readonly StoredRecord[], onConflict: string): Promise<void> {
  const text = `insert into doc (tenant, type, id, body)
    select $1, type, id, body::jsonb
    from unnest($2::text[], $3::text[], $4::text[]) with ordinality as given (type, id, body, place)
    order by place ${onConflict}`;
  const types = chunk.map(({ resource }) => resource);
  const ids = chunk.map(({ body }) => body.id);
  const bodies = chunk.map(({ body }) => JSON.stringify(body));
  await sql.query(text, [tenant, types, ids, bodies]);
}

const REPLACE = 'on conflict (tenant, type, id) do update set body = excluded.body, rev = doc.rev + 1';

async function insertAll(sql: Sql, tenant: string, records: Iterable<StoredRecord>, onConflict: string): Promise<number> {
  let count = 0;
  for (const chunk of chunksOf(records)) {
    await insert(sql, tenant, chunk, onConflict);
    count += chunk.length;
  }
  return count;
}

function* linesOf(tenant: string, records: Iterable<StoredRecord>, count: (one: 1) => void): Generator<string> {
  for (const { resource, body } of records) {
    yield copyLine([tenant, resource, body.id, JSON.stringify(body)]);
    count(1);
  }
}

/** Frozen from the start: nobody else can have seen the table since it was emptied, and nothing is left for vacuum to do. */
async function copyAll(sql: Sql, tenant: string, records: Iterable<StoredRecord>): Promise<number> {
  if (!sql.copyIn) return insertAll(sql, tenant, records, '');
  let count = 0;
  const lines = linesOf(tenant, records, (one) => (count += one));
  await sql.copyIn('copy doc (tenant, type, id, body) from stdin with (freeze)', lines);
  return count;
}

/** A document given twice keeps its first place and takes its last body, as one that was put twice does. */
const SETTLE_TWINS = `
  with twin as (
    select tenant, type, id, min(seq) as first, max(seq) as last, count(*)::int as times
    from doc group by tenant, type, id having count(*) > 1
  ), kept as (
    update doc set body = latest.body, rev = twin.times
    from twin join doc latest on latest.seq = twin.last
    where doc.seq = twin.first
  )
  delete from doc using twin
  where doc.tenant = twin.tenant and doc.type = twin.type and doc.id = twin.id and doc.seq <> twin.first`;

const UNIQUE_VIOLATION = '23505';

async function index(sql: Sql): Promise<void> {
  for (const { create } of documentIndexes) await sql.query(create);
}

async function indexOnce(sql: Sql): Promise<void> {
  // Enough to sort millions of keys without a detour over the disk, little enough for a small server.
  if (sql.copyIn) await sql.query("set local maintenance_work_mem = '256MB'");
  await sql.query('savepoint unindexed');
  try {
    await index(sql);
  } catch (cause) {
    if ((cause as { code?: string }).code !== UNIQUE_VIOLATION) throw cause;
    await sql.query('rollback to savepoint unindexed');
    await sql.query(SETTLE_TWINS);
    await index(sql);
  }
}

/**
 * A process that dies while its indexes are made would leave them to be made
 * to the end, with the table locked, before anybody learns that it is gone.
 * Not every server's system can ask.
 */
async function askWhetherWeLive(sql: Sql): Promise<void> {
  await sql.query('savepoint unasked');
  await sql.query("set local client_connection_check_interval = '1s'").catch(() => sql.query('rollback to savepoint unasked'));
}

async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ empty: boolean }>('select not exists (select 1 from doc) as empty');
  return row?.empty ?? false;
}

/** True when nobody has any document, and nobody else will get one before the transaction ends. A table in use is never locked. */
async function isOursAlone(sql: Sql): Promise<boolean> {
  if (!(await isEmpty(sql))) return false;
  await sql.query('savepoint unlocked');
  await sql.query('lock table doc in access exclusive mode');
  if (await isEmpty(sql)) return true;
  await sql.query('rollback to savepoint unlocked');
  return false;
}

async function loadLarge(sql: Sql, tenant: string, records: Iterable<StoredRecord>): Promise<number> {
  if (sql.copyIn) await askWhetherWeLive(sql);
  for (const { drop } of documentIndexes.toReversed()) await sql.query(drop);
  await sql.query('truncate doc');
  const count = await copyAll(sql, tenant, records);
  await indexOnce(sql);
  return count;
}

/** The first records, no more than `most`. Unlike `Iterator.take`, it leaves the rest to be read. */
function takeUpTo<T>(most: number, iterator: Iterator<T>): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = iterator.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

function* chained<T>(head: readonly T[], rest: Iterable<T>): Generator<T> {
  yield* head;
  yield* rest;
}

/**
 * Loads documents within the transaction of `sql`. Many of them into an empty
 * table go in without its indexes, which are made once at the end; the answers
 * are the same either way.
 */
export async function loadRecords(sql: Sql, tenant: string, records: Iterable<StoredRecord>): Promise<number> {
  const rest = Iterator.from(records);
  const head = takeUpTo(LARGE, rest);
  const isLarge = head.length === LARGE && (await isOursAlone(sql));
  const all = chained(head, rest);
  const count = isLarge ? await loadLarge(sql, tenant, all) : await insertAll(sql, tenant, all, REPLACE);
  // PGlite never does this by itself, and the planner would take the wrong index.
  await sql.query('analyze doc');
  return count;
}
