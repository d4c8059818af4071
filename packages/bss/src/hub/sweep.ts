import { dropOld } from './letters.ts';
import { SUBSCRIPTIONS, type Subscription } from './subscription.ts';
import { forgetKeys } from '../idempotency/idempotency.ts';
import type { Clock, Store } from '../store/store.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Changes that stay in the outbox whatever their age: streams of events resume from them. */
const KEPT_CHANGES = 100_000;
/** Milliseconds between two sweeps. */
const EVERY = 10 * 60 * 1000;

/** Forgets the changes that every subscriber has and that are neither young nor among the newest. Answers how many. */
export async function pruneOutbox(store: Store, now: Date): Promise<number> {
  const latest = await store.changes.latest();
  const { rows } = await store.read().list(SUBSCRIPTIONS);
  const cursors = rows.map(({ body }) => (body as Subscription).cursor);
  const before = new Date(now.getTime() - DAY).toISOString();
  return store.changes.prune({ upTo: Math.min(latest, ...cursors), before, keep: KEPT_CHANGES });
}

/** Lets go of what has been kept long enough: changes, keys of requests, dead letters. Does so now and then, however often it is asked. */
export function sweeper(store: Store, clock: Clock): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock();
    if (now.getTime() - last < EVERY) return;
    last = now.getTime();
    await pruneOutbox(store, now);
    await forgetKeys(store, now);
    await dropOld(store, now);
  };
}
