import { Agent, request } from 'undici';
import { runProducts } from '../product/running-products.ts';
import { Visitor } from '../product/visitor.ts';
import type { ProductProofSetting } from './proof.ts';

/** Where all race: two processes over one Postgres behind a balancer, or one process where the machine has no Postgres. */
export interface Place {
  readonly url: string;
  readonly tmfToken: string;
  readonly what: string;
  stop(): Promise<void>;
}

/** For proofs that make thousands of calls of something else than of the limits that would slow them down. */
export const UNLIMITED = { limits: { factor: 100_000 } };

export async function place({ databaseUrl, open }: ProductProofSetting): Promise<Place> {
  if (databaseUrl !== undefined) {
    const products = await runProducts({ databaseUrl, portal: false, simulator: false, config: UNLIMITED });
    return { url: products.url, tmfToken: products.tmfToken, what: 'two processes, one Postgres', stop: () => products.stop() };
  }
  const product = await open({ simulator: false, config: UNLIMITED });
  return { url: product.url, tmfToken: product.tmfToken ?? '', what: 'one process, embedded database', stop: () => product.stop() };
}

/** Somebody who can have as many calls under way as a race has runners. */
export async function racer(url: string, username: string): Promise<Visitor> {
  const visitor = new Visitor(url, new Agent({ connections: 256 }));
  await visitor.signIn(username);
  return visitor;
}

export interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly etag: string | undefined;
}

/** Another system of the operator's, at the BSS. */
export class Bss {
  readonly #place: Place;
  readonly #agent = new Agent({ connections: 64 });

  constructor(where: Place) {
    this.#place = where;
  }

  /** `say('POST', 'appointment/v4/appointment', {…})`; refusals are answers like any other. */
  async say(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    const answer = await request(`${this.#place.url}/tmf-api/${path}`, {
      method,
      dispatcher: this.#agent,
      headers: { authorization: `Bearer ${this.#place.tmfToken}`, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    const etag = answer.headers['etag'];
    return { status: answer.statusCode, body: JSON.parse(text || '{}') as Record<string, unknown>, etag: typeof etag === 'string' ? etag : undefined };
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** So many at a time; each answer in its place. */
export async function inTurns<T, R>(all: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) results[index] = await work(all[index] as T);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
