import type { Target } from './callback.ts';

/** One notification on its way. */
export interface Posting extends Target {
  /** JSON. */
  body: string;
  signal: AbortSignal;
}

/**
 * Sends a notification and answers the status. Follows no redirect, reads
 * nothing of the answer but its status, and connects to `addresses` alone where
 * there are any. Throws when nobody answers.
 */
export type Post = (posting: Posting) => Promise<number>;

/**
 * By `fetch`, which cannot be told what address to connect to: between the
 * look-up that was judged and its own, a hostile name server could change its
 * mind. A server takes `postPinned` (node/post-pinned.ts) instead.
 */
export function postByFetch(fetch: typeof globalThis.fetch): Post {
  return async ({ url, body, signal }) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  };
}
