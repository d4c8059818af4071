import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Pool } from 'pg';

/** Who wants to be woken by which channel. */
export interface Listening {
  add(channel: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Listening shares the pool's one connection (PGlite), or has one of its own (Postgres). */
export type ListenSource = { pool: Pool } | { connect: () => Client };

const RECONNECT_AFTER = 500;

export function listenOn(source: ListenSource): Listening {
  return 'pool' in source ? new SharedListening(source.pool) : new OwnListening(source.connect);
}

/** Channels are names in SQL, where no parameter can stand. */
function quoted(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`;
}

class Wakes {
  readonly #wakes = new Map<string, Set<() => void>>();

  get channels(): string[] {
    return [...this.#wakes.keys()];
  }

  /** True when the channel is new. */
  add(channel: string, wake: () => void): boolean {
    const known = this.#wakes.get(channel);
    if (known) known.add(wake);
    else this.#wakes.set(channel, new Set([wake]));
    return known === undefined;
  }

  /** True when nobody listens to the channel any more. */
  remove(channel: string, wake: () => void): boolean {
    const known = this.#wakes.get(channel);
    known?.delete(wake);
    return known?.size === 0 && this.#wakes.delete(channel);
  }

  wake(channel: string): void {
    for (const wake of this.#wakes.get(channel) ?? []) wake();
  }
}

class SharedListening implements Listening {
  readonly #pool: Pool;
  readonly #wakes = new Wakes();

  constructor(pool: Pool) {
    this.#pool = pool;
    pool.on('connect', (client) => {
      client.on('notification', ({ channel }) => this.#wakes.wake(channel));
    });
  }

  async add(channel: string, wake: () => void): Promise<() => Promise<void>> {
    if (this.#wakes.add(channel, wake)) await this.#pool.query(`listen ${quoted(channel)}`);
    return async () => {
      if (this.#wakes.remove(channel, wake)) await this.#pool.query(`unlisten ${quoted(channel)}`);
    };
  }

  async close(): Promise<void> {}
}

class OwnListening implements Listening {
  readonly #connect: () => Client;
  readonly #wakes = new Wakes();
  readonly #closing = new AbortController();
  #client: Promise<Client> | undefined;

  constructor(connect: () => Client) {
    this.#connect = connect;
  }

  async #open(): Promise<Client> {
    const client = this.#connect();
    client.on('notification', ({ channel }) => this.#wakes.wake(channel));
    client.on('error', () => undefined);
    await client.connect();
    client.on('end', () => void this.#reopen());
    for (const channel of this.#wakes.channels) await client.query(`listen ${quoted(channel)}`);
    return client;
  }

  /** Until it works: whoever listens would otherwise never hear again, and nobody would notice. */
  async #reopen(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      try {
        this.#client = this.#open();
        await this.#client;
        // Something may have been said while nobody heard.
        for (const channel of this.#wakes.channels) this.#wakes.wake(channel);
        return;
      } catch {
        await wait(RECONNECT_AFTER, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  async add(channel: string, wake: () => void): Promise<() => Promise<void>> {
    const isNew = this.#wakes.add(channel, wake);
    if (!this.#client) this.#client = this.#open();
    else if (isNew) await (await this.#client).query(`listen ${quoted(channel)}`);
    await this.#client;
    return async () => {
      if (this.#wakes.remove(channel, wake)) await (await this.#client)?.query(`unlisten ${quoted(channel)}`);
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await (await this.#client?.catch(() => undefined))?.end();
  }
}
