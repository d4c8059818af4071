import type { Noun } from '@faceplate/contracts';
import type * as z from 'zod/mini';
import { ReadCache } from './cache.ts';
import { ApiProblem, Offline } from './errors.ts';
import type { RequestOptions, Route, Send, SendOptions } from './send.ts';

/** What the nouns' clients are made of: reads go through the page's cache, writes end the freshness of what they change. */
export interface Wire {
  read<T extends object>(path: `/${string}`, schema: z.ZodMiniType<T>, nouns: readonly Noun[], options?: RequestOptions): Promise<T>;
  write<T>(route: Route, schema: z.ZodMiniType<T>, changes: readonly Noun[], options?: SendOptions): Promise<T>;
}

export interface CachedWire extends Wire {
  readonly cache: ReadCache;
  /** Since when a value is known, if it is older than it should be because no newer one could be had. */
  staleSince(value: object): Date | undefined;
}

export function createWire(send: Send, cache: ReadCache = new ReadCache()): CachedWire {
  const stale = new WeakMap<object, Date>();

  const read: Wire['read'] = async (path, schema, nouns, { signal, atMost } = {}) => {
    signal?.throwIfAborted();
    // The call is shared with other portlets, so one that leaves must not abort it for the rest.
    const shared = cache.read(path, nouns, (passive) => send(`GET ${path}`, schema, { passive }), atMost).catch((cause: unknown) => {
      const known = cache.lastKnown(path);
      if (!known || !passing(cause)) throw cause;
      stale.set(known.value, new Date(known.readAt));
      return known.value as z.infer<typeof schema>;
    });
    return unlessAborted(shared, signal);
  };

  const write: Wire['write'] = async (route, schema, changes, options) => {
    const act = () => send(route, schema, options);
    try {
      // One after the other, over all tabs: of two first acts at once each would begin a visitor, and the cart of one be lost.
      return await (changes.includes('cart') && 'locks' in navigator ? navigator.locks.request('fp-cart', act) : act());
    } finally {
      // Also after a failure: a lost answer may hide a call that was carried out.
      cache.invalidate(changes);
    }
  };

  return { read, write, cache, staleSince: (value) => stale.get(value) };
}

/** The same call may succeed later, unchanged. */
export const passing = (cause: unknown) => cause instanceof Offline || (cause instanceof ApiProblem && cause.retryable);

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([promise, aborted]).finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
