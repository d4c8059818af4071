import type { Database, Sql } from './database.ts';
import { listSql } from './list-sql.ts';
import { migrate } from './migrate.ts';
import { SqlClaims } from './sql-claims.ts';
import { SqlLedger } from './sql-ledger.ts';
import { SqlChangeLog } from './sql-change-log.ts';
import { loadRecords } from './sql-load.ts';
import { schema } from './schema.ts';
import { enter, lockForScopes } from './scope-lock.ts';
import type { Claim, ClaimNote } from '../store/claims.ts';
import type { Lease } from '../store/lease.ts';
import { type Look, type LookFor, refersTo, scopedReader } from '../store/scope.ts';
import type {
  ListQuery,
  NewChange,
  Page,
  ReadScope,
  Resource,
  Store,
  Stored,
  StoredRecord,
  StoreReader,
  StoreTransaction,
} from '../store/store.ts';

export interface SqlStoreOptions {
  /** Whose documents these are; stores of several tenants share the tables and see nothing of each other. */
  tenant?: string;
  /** `false`: scopes are kept by filtering alone, as where the database lets us make no role. */
  rowSecurity?: boolean;
}

interface Row {
  body: string;
  rev: number;
}

const stored = ({ body, rev }: Row): Stored => ({ body: JSON.parse(body) as Resource, rev });

class SqlReader implements StoreReader {
  protected readonly sql: Sql;
  protected readonly tenant: string;
  protected readonly claims: SqlClaims;
  readonly ledger: SqlLedger;
  readonly #lock: string;

  constructor(sql: Sql, tenant: string, lock: '' | ' for update') {
    this.sql = sql;
    this.tenant = tenant;
    this.claims = new SqlClaims(sql, tenant);
    this.ledger = new SqlLedger(sql, tenant);
    this.#lock = lock;
  }

  claimOf(space: string, key: string): Promise<Claim | undefined> {
    return this.claims.claimOf(space, key);
  }

  holderOf(space: string, key: string): Promise<string | undefined> {
    return this.claims.holderOf(space, key);
  }

  holders(space: string): Promise<Map<string, string>> {
    return this.claims.holders(space);
  }

  async get(resource: string, id: string): Promise<Stored | undefined> {
    const text = `select body::text as body, rev from doc where tenant = $1 and type = $2 and id = $3${this.#lock}`;
    const [row] = await this.sql.query<Row>(text, [this.tenant, resource, id]);
    return row && stored(row);
  }

  async list(resource: string, query: ListQuery = {}, isScoped = false): Promise<Page> {
    const asked = listSql(this.tenant, resource, query, isScoped);
    const rows = await this.sql.query<Row & { total: number }>(asked.page, asked.parameters);
    // Past the end (or with no page asked) no row is there to carry the total; of a first page that is empty it is none.
    const isTold = rows.length > 0 || ((query.offset ?? 0) === 0 && query.limit !== 0);
    const [first] = isTold ? rows : await this.sql.query<{ total: number }>(asked.count, asked.countParameters);
    return { rows: rows.map(stored), total: first?.total ?? 0 };
  }
}

class SqlTransaction extends SqlReader implements StoreTransaction {
  readonly published: NewChange[] = [];

  constructor(sql: Sql, tenant: string) {
    super(sql, tenant, ' for update');
  }

  claim(space: string, key: string, holder: string, note?: ClaimNote): Promise<string> {
    return this.claims.claim(space, key, holder, note);
  }

  release(space: string, key: string): Promise<boolean> {
    return this.claims.release(space, key);
  }

  expire(space: string, before: string): Promise<number> {
    return this.claims.expire(space, before);
  }

  hold(name: string): Promise<boolean> {
    return this.claims.hold(name);
  }

  async put(resource: string, body: Resource): Promise<Stored> {
    const text = `insert into doc (tenant, type, id, body) values ($1, $2, $3, $4::text::jsonb)
      on conflict (tenant, type, id) do update set body = excluded.body, rev = doc.rev + 1
      returning body::text as body, rev`;
    const [row] = await this.sql.query<Row>(text, [this.tenant, resource, body.id, JSON.stringify(body)]);
    if (!row) throw new Error(`${resource} ${body.id} was not written.`);
    return stored(row);
  }

  async delete(resource: string, id: string): Promise<boolean> {
    const text = 'delete from doc where tenant = $1 and type = $2 and id = $3 returning id';
    return (await this.sql.query(text, [this.tenant, resource, id])).length > 0;
  }

  async publish(change: NewChange): Promise<void> {
    this.published.push(change);
  }
}

/** The database itself keeps what is not the caller's. One look after the other: they share a transaction. */
function lockedLooks(sql: Sql, tenant: string): LookFor {
  const reader = new SqlReader(sql, tenant, '');
  return (ids) => ({
    get: async (resource, id) => {
      await enter(sql, { tenant, type: resource, ids });
      return reader.get(resource, id);
    },
    list: async (resource, query) => {
      await enter(sql, { tenant, type: resource, ids });
      return reader.list(resource, query, true);
    },
  });
}

/** The same where we may make no role: every match is read, and what is not the caller's is left out here. */
function filteredLook(plain: StoreReader, ids: readonly string[]): Look {
  return {
    get: async (resource, id) => {
      const one = await plain.get(resource, id);
      return one && refersTo(one.body, ids) ? one : undefined;
    },
    list: async (resource, { offset = 0, limit, ...query }) => {
      const { rows } = await plain.list(resource, query);
      const own = rows.filter(({ body }) => refersTo(body, ids));
      return { rows: own.slice(offset, limit === undefined ? undefined : offset + limit), total: own.length };
    },
  };
}

const MOST_ATTEMPTS = 10;
/** The lock under which they begin again. */
const AGAIN = 4_013_001;

/** Postgres's word for it. */
const isDeadlock = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === '40P01';

class SqlStore implements Store {
  readonly changes: SqlChangeLog;
  readonly #db: Database;
  readonly #tenant: string;

  readonly #isLocked: boolean;

  constructor(db: Database, tenant: string, { changes, isLocked }: { changes: SqlChangeLog; isLocked: boolean }) {
    this.#db = db;
    this.#tenant = tenant;
    this.changes = changes;
    this.#isLocked = isLocked;
  }

  read(scope?: ReadScope): StoreReader {
    const plain = new SqlReader(this.#db, this.#tenant, '');
    if (!scope) return plain;
    return scopedReader(plain, scope, (ask) => (this.#isLocked ? this.#db.transaction((sql) => ask(lockedLooks(sql, this.#tenant))) : ask((ids) => filteredLook(plain, ids))));
  }

  /** Of two transactions that wait for each other the database ends one; that one begins again. */
  async transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(work, attempt > 1);
      } catch (cause) {
        if (attempt >= MOST_ATTEMPTS || !isDeadlock(cause)) throw cause;
      }
    }
  }

  #attempt<T>(work: (tx: StoreTransaction) => Promise<T>, again: boolean): Promise<T> {
    return this.#db.transaction(async (sql) => {
      // Those that begin again do so one after the other, or they would meet in the same way.
      if (again) await sql.query('select pg_advisory_xact_lock($1)', [AGAIN]);
      const tx = new SqlTransaction(sql, this.#tenant);
      const result = await work(tx);
      await this.changes.append(sql, tx.published);
      return result;
    });
  }

  load(records: Iterable<StoredRecord>): Promise<number> {
    return this.#db.transaction((sql) => loadRecords(sql, this.#tenant, records));
  }

  lease(name: string): Promise<Lease | undefined> {
    return this.#db.lease(JSON.stringify([this.#tenant, name]));
  }

  /** Stops listening; the database is its opener's to close. */
  close(): Promise<void> {
    return this.changes.close();
  }
}

/** A store in a SQL database, after bringing its tables up to date. */
export async function sqlStore(db: Database, { tenant = 'default', rowSecurity = true }: SqlStoreOptions = {}): Promise<Store> {
  await migrate(db, schema);
  const isLocked = rowSecurity && (await lockForScopes(db));
  return new SqlStore(db, tenant, { changes: await SqlChangeLog.open(db, tenant), isLocked });
}
