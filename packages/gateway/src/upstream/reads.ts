import type { OpenSession, TmfApi } from '../options.ts';
import { Kept, type KeptList } from './kept.ts';
import { UpstreamProblem } from './problem.ts';
import type { TmfClient, TmfList } from './types.ts';

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

/** What was read last, for when it cannot be read now, and for the many who ask for the same at once. */
export interface Reads {
  /**
   * A client for a customer's GET. `make(true)` must give one that does not end when this customer leaves.
   * Lists that are not fresh bear `asOf`.
   */
  around(api: TmfApi, session: OpenSession, make: (forEverybody: boolean) => TmfClient): TmfClient;
}

/** What everybody asks for and is down is asked for this often, in milliseconds. */
const AGAIN = 2_000;

/** @remarks Kept lists are handed to several calls: they are read, never written. */
export function createReads({ tenant, clock, fresh = 15_000, longest = 900_000, most = 32_000_000 }: ReadsOptions): Reads {
  const kept = new Kept(most);
  const running = new Map<string, Promise<TmfList>>();
  /** Of everybody's lists those that could not be read the last time: as many as there are kinds of them. */
  const failed = new Map<string, KeptList>();
  const now = () => clock().getTime();

  /** The list, kept for later; the last one there was when the system fails. */
  async function orLast(key: string, read: () => Promise<TmfList>): Promise<TmfList> {
    try {
      const list = await read();
      // With one of two systems missing it is no whole answer.
      if (!list.missing) kept.put(key, list, now());
      return list;
    } catch (error) {
      const last = isDown(error) ? kept.get(key) : undefined;
      if (!last || now() - last.at > longest) throw error;
      return { ...last.list, asOf: new Date(last.at).toISOString() };
    }
  }

  /** The same for everybody, so that a thousand customers are one call, also while it fails. */
  async function shared(key: string, read: () => Promise<TmfList>): Promise<TmfList> {
    const last = kept.get(key);
    if (last && now() - last.at < fresh) return last.list;
    const found = failed.get(key);
    if (found && now() - found.at < AGAIN) return found.list;
    const waiting = running.get(key) ?? orLast(key, read).finally(() => running.delete(key));
    running.set(key, waiting);
    const list = await waiting;
    if (list.asOf === undefined) failed.delete(key);
    else failed.set(key, { list, at: now() });
    return list;
  }

  return {
    around: (api, session, make) => {
      const whose = MAY_BE_OLD[api];
      if (!whose) return make(false);
      const client = make(whose === 'everybody');
      return {
        ...client,
        list: (resource, query, options) => {
          const read = () => client.list(resource, query, options);
          const what = JSON.stringify([client.origin, api, resource, query, options]);
          return whose === 'everybody' ? shared(`${tenant}\n${what}`, read) : orLast(`${tenant}\n${scopeOf(session)}\n${what}`, read);
        },
      };
    },
  };
}

/** Neither "no" nor "no such thing", which are answers. */
const isDown = (error: unknown): boolean =>
  error instanceof UpstreamProblem && (error.fault === 'unreachable' || error.fault === 'garbage') && error.code !== 'left';

/**
 * All that decides what a person sees: another right is another key. The rules themselves are code, so that other
 * rules are another process, with nothing kept; and each row is decided on again before it leaves.
 */
const scopeOf = ({ subject, acting, kind }: OpenSession): string => JSON.stringify([subject, acting?.actor.id, kind]);
