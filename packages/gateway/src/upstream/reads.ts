import type { OpenSession, Reads, TmfApi } from '../options.ts';
import { Kept, type KeptList } from './kept.ts';
import { UpstreamProblem } from './problem.ts';
import type { TmfList } from './types.ts';

/**
 * Which lists may be shown as they were when their system does not answer, and whose they are. What is not here never
 * is: amounts owed, accounts, carts and orders would be acted on, and roles decide what a person may see.
 */
const MAY_BE_OLD: Readonly<Partial<Record<TmfApi, 'own' | 'everybody'>>> = {
  TMF620: 'everybody',
  TMF621: 'own',
  TMF623: 'own',
  TMF637: 'own',
  TMF656: 'own',
  TMF683: 'own',
};

export interface ReadsOptions {
  /** Its public URL: nothing of one tenant's is ever found by another. */
  tenant: string;
  clock: () => Date;
  /** How long the catalogue is taken as it was read, in milliseconds; 15 s when left out. */
  fresh?: number;
  /** How old an answer may be and still be shown, in milliseconds; 15 min when left out. */
  longest?: number;
  /** Characters kept in all, about; 32 million when left out. */
  most?: number;
}

/** What everybody asks for and is down is asked for this often, in milliseconds. */
const AGAIN = 2_000;

/** @remarks Kept lists are handed to several calls: they are read, never written. */
export function createReads(options: ReadsOptions): Reads {
  const memory = new Memory(options);
  return {
    around: (api, session, make) => {
      const whose = MAY_BE_OLD[api];
      if (!whose) return make(false);
      const client = make(whose === 'everybody');
      return {
        ...client,
        list: (resource, query, limits) => {
          const read = () => client.list(resource, query, limits);
          const what = JSON.stringify([client.origin, api, resource, query, limits]);
          if (whose === 'everybody') return memory.shared(`${options.tenant}\n${what}`, read);
          return memory.orLast(`${options.tenant}\n${scopeOf(session)}\n${what}`, read);
        },
      };
    },
  };
}

class Memory {
  readonly #kept: Kept;
  readonly #running = new Map<string, Promise<TmfList>>();
  /** Of everybody's lists those that could not be read the last time: as many as there are kinds of them. */
  readonly #failed = new Map<string, KeptList>();
  readonly #now: () => number;
  readonly #fresh: number;
  readonly #longest: number;

  constructor({ clock, fresh = 15_000, longest = 900_000, most = 32_000_000 }: ReadsOptions) {
    this.#now = () => clock().getTime();
    this.#fresh = fresh;
    this.#longest = longest;
    this.#kept = new Kept(most);
  }

  /** The list, kept for later; the last one there was when the system fails. */
  async orLast(key: string, read: () => Promise<TmfList>): Promise<TmfList> {
    try {
      const list = await read();
      // With one of two systems missing it is no whole answer.
      if (!list.missing) this.#kept.put(key, list, this.#now());
      return list;
    } catch (error) {
      const last = isDown(error) ? this.#kept.get(key) : undefined;
      if (!last || this.#now() - last.at > this.#longest) throw error;
      return { ...last.list, asOf: new Date(last.at).toISOString() };
    }
  }

  /** The same for everybody, so that a thousand customers are one call, also while it fails. */
  async shared(key: string, read: () => Promise<TmfList>): Promise<TmfList> {
    const last = this.#kept.get(key);
    if (last && this.#now() - last.at < this.#fresh) return last.list;
    const failed = this.#failed.get(key);
    if (failed && this.#now() - failed.at < AGAIN) return failed.list;
    const waiting = this.#running.get(key) ?? this.orLast(key, read).finally(() => this.#running.delete(key));
    this.#running.set(key, waiting);
    const list = await waiting;
    if (list.asOf === undefined) this.#failed.delete(key);
    else this.#failed.set(key, { list, at: this.#now() });
    return list;
  }
}

/** Neither "no" nor "no such thing", which are answers. */
const isDown = (error: unknown): boolean =>
  error instanceof UpstreamProblem && (error.fault === 'unreachable' || error.fault === 'garbage') && error.code !== 'left';

/**
 * All that decides what a person sees: another right is another key. The rules themselves are code, so that other
 * rules are another process, with nothing kept; and each row is decided on again before it leaves.
 */
function scopeOf(session: OpenSession): string {
  const { subject, acting, kind } = session;
  const known = scopes.get(session) ?? JSON.stringify([subject, acting?.actor.id, kind]);
  scopes.set(session, known);
  return known;
}

/** A session is looked at many times while it is held, and is never written to. */
const scopes = new WeakMap<OpenSession, string>();
