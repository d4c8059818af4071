import type { Client } from 'pg';
import { type Lease, LocalLeases } from '../store/lease.ts';

export interface Leases {
  take(name: string): Promise<Lease | undefined>;
  close(): Promise<void>;
}

const TAKE = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as got';
const GIVE_BACK = 'select pg_advisory_unlock(hashtextextended($1, 0))';

/** So that a process cut off from the network loses its leases within a minute, not within hours. */
const NOTICE = 'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3';

interface Session {
  client: Client;
  lost: boolean;
}

/**
 * Leases as advisory locks of one session on Postgres: they end with the
 * session, and so at once with a process that is killed. No clocks are compared.
 */
export class PostgresLeases implements Leases {
  readonly #connect: () => Client;
  /** The session would grant itself twice what it has. */
  readonly #own = new LocalLeases();
  #session: Promise<Session> | undefined;

  constructor(connect: () => Client) {
    this.#connect = connect;
  }

  async #open(): Promise<Session> {
    const session = { client: this.#connect(), lost: false };
    const { client } = session;
    // What goes wrong between two queries is told by 'end' too.
    client.on('error', () => undefined);
    client.on('end', () => {
      session.lost = true;
      this.#session = undefined;
    });
    try {
      await client.connect();
      await client.query(NOTICE);
    } catch (cause) {
      this.#session = undefined;
      throw cause;
    }
    return session;
  }

  async take(name: string): Promise<Lease | undefined> {
    const own = await this.#own.take(name);
    if (!own) return undefined;
    let lease: Lease | undefined;
    try {
      lease = await this.#ask(name, own);
      return lease;
    } finally {
      if (!lease) await own.end();
    }
  }

  async #ask(name: string, own: Lease): Promise<Lease | undefined> {
    const session = await (this.#session ??= this.#open());
    const { rows } = await session.client.query<{ got: boolean }>(TAKE, [name]);
    if (!rows[0]?.got) return undefined;
    let ended = false;
    return {
      get lost() {
        return session.lost;
      },
      end: async () => {
        if (ended) return;
        ended = true;
        // With the connection the lock is gone already.
        if (!session.lost) await session.client.query(GIVE_BACK, [name]).catch(() => undefined);
        await own.end();
      },
    };
  }

  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    await session?.client.end();
    await this.#own.close();
  }
}
