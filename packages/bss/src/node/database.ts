import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';
import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig } from 'pg';
import { copyIn } from './copy-in.ts';
import { firstStart } from './first-start.ts';
import { type Leases, PostgresLeases } from './leases.ts';
import { listenOn, type Listening } from './listen.ts';
import { lockFolder } from './lock.ts';
import { PgliteStream, PgliteThread } from './pglite.ts';
import { type Lease, LocalLeases } from '../store/lease.ts';

export interface Sql {
  /** `$1` and so on in the text; several statements at once only without parameters. */
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Feeds `COPY … FROM STDIN` line by line. In a transaction on Postgres alone: PGlite cannot be fed while it works. */
  copyIn?(text: string, lines: Iterable<string>): Promise<void>;
}

/** One SQL database, PGlite or Postgres, behind one driver. */
export interface Database extends Sql {
  /** All or nothing. Inside `work` only `tx` may be used: the outer handle refuses, as it would wait for itself on PGlite. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  /** Calls `wake` after each `pg_notify` on the channel and after a lost connection came back. Resolves to a function that ends it. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
  /** Takes a name that one process has at a time; undefined when another (or another part of this one) has it. */
  lease(name: string): Promise<Lease | undefined>;
  readonly kind: 'pglite' | 'postgres';
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** Postgres ≥ 15. Without it PGlite is used. */
  databaseUrl?: string;
  /** Where PGlite keeps its files; in memory when absent. */
  dataFolder?: string;
}

const sqlOf = (client: PoolClient | Pool): Sql => ({
  query: async <Row>(text: string, params?: readonly unknown[]) =>
    (await client.query(text, params ? [...params] : undefined)).rows as Row[],
});

const transactionOf = (kind: Database['kind'], client: PoolClient): Sql => ({
  ...sqlOf(client),
  ...(kind === 'postgres' && { copyIn: (text: string, lines: Iterable<string>) => copyIn(client, text, lines) }),
});

/** What outlives a query and a transaction. */
interface Sessions {
  listening: Listening;
  leases: Leases;
}

class PooledDatabase implements Database {
  readonly kind: Database['kind'];
  readonly #pool: Pool;
  readonly #listening: Listening;
  readonly #leases: Leases;
  readonly #end: () => Promise<void>;
  readonly #inside = new AsyncLocalStorage<true>();
  #closed: Promise<void> | undefined;

  constructor(kind: Database['kind'], pool: Pool, { listening, leases }: Sessions, end: () => Promise<void>) {
    this.kind = kind;
    this.#pool = pool;
    this.#listening = listening;
    this.#leases = leases;
    this.#end = end;
  }

  #refuseInside(): void {
    if (this.#inside.getStore()) throw new Error('Inside a transaction, use the handle that it hands in.');
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
    this.#refuseInside();
    return sqlOf(this.#pool).query<Row>(text, params);
  }

  async transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    this.#refuseInside();
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await this.#inside.run(true, () => work(transactionOf(this.kind, client)));
      await client.query('commit');
      return result;
    } catch (cause) {
      await client.query('rollback').catch((error: Error) => (broken = error));
      throw cause;
    } finally {
      client.release(broken);
    }
  }

  listen(channel: string, wake: () => void): Promise<() => Promise<void>> {
    return this.#listening.add(channel, wake);
  }

  lease(name: string): Promise<Lease | undefined> {
    return this.#leases.take(name);
  }

  close(): Promise<void> {
    this.#closed ??= Promise.all([this.#listening.close(), this.#leases.close()])
      .then(() => this.#pool.end())
      .then(this.#end);
    return this.#closed;
  }
}

/** What every `pg` client of ours is told: no connection may hang a start, and a lost one must not end the process. */
function poolOf(config: PoolConfig): Pool {
  const pool = new Pool({ connectionTimeoutMillis: 5000, ...config });
  pool.on('error', () => undefined);
  return pool;
}

async function openPglite(folder: string | undefined): Promise<Database> {
  const lock = folder === undefined ? undefined : await lockFolder(folder);
  const start = folder === undefined ? undefined : await firstStart(folder).catch((cause: unknown) => {
          lock?.release();
          throw cause;
        });
  const thread = new PgliteThread(folder === undefined ? undefined : resolve(folder, 'pglite'));
  const stream = () => new PgliteStream(thread) as unknown as NonNullable<ReturnType<NonNullable<ClientStream>>>;
  // One connection is all PGlite has; the pool queues what waits for it. The first start may take seconds.
  const pool = poolOf({ user: 'postgres', max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 0, stream });
  const sessions = { listening: listenOn({ pool }), leases: new LocalLeases() };
  const end = async () => {
    await thread.close().finally(() => lock?.release());
  };
  const database = new PooledDatabase('pglite', pool, sessions, end);
  try {
    await database.query('select 1');
    await start?.done();
  } catch (cause) {
    await database.close().catch(() => undefined);
    throw new Error(`The embedded database in ${folder ?? 'memory'} did not open: ${(cause as Error).message}`, { cause });
  }
  return database;
}

type ClientStream = Extract<ClientConfig['stream'], (...args: never[]) => unknown>;

/** Never the whole address: it may hold a password. */
function whereIs(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url ? `${url.hostname || 'localhost'}:${url.port || '5432'}${url.pathname}` : 'the address given';
}

async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = poolOf({ connectionString: databaseUrl, max: 10 });
  const connect = () => new Client({ connectionString: databaseUrl });
  const sessions = { listening: listenOn({ connect }), leases: new PostgresLeases(connect) };
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    const { code, message } = cause as Error & { code?: string };
    const why = message || code || 'no answer';
    throw new Error(`Postgres at ${whereIs(databaseUrl)} cannot be used: ${why}`, { cause });
  }
  return new PooledDatabase('postgres', pool, sessions, async () => {});
}

/**
 * Opens Postgres where a URL says so, else PGlite. Throws an error whose
 * message is one line fit to be shown: the folder in use, the server out of reach.
 */
export function openDatabase({ databaseUrl, dataFolder }: DatabaseConfig): Promise<Database> {
  return databaseUrl === undefined ? openPglite(dataFolder) : openPostgres(databaseUrl);
}
