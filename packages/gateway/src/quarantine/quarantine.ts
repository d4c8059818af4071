import { type Digest, quickDigest } from '../http/etag.ts';
import type { Log } from '../options.ts';
import type { Quarantined, QuarantineCount, QuarantineDesk } from './types.ts';

interface Options {
  clock: () => Date;
  log?: Log;
  digest?: Digest;
  /** How many are kept. */
  most?: number;
}

/** One line a minute for each kind of fault: a broken system must not drown the log. */
const QUIET = 60_000;
/** Names come from configuration and paths from our own code; still, nothing here grows for ever. */
const MOST_KINDS = 2_000;

export function createQuarantine({ clock, log, digest = quickDigest, most = 500 }: Options): QuarantineDesk {
  const ring: Quarantined[] = [];
  const counts = new Map<string, QuarantineCount>();
  const told = new Map<string, number>();
  const isNews = (kind: string, now: number): boolean => {
    if (now - (told.get(kind) ?? -QUIET) < QUIET) return false;
    if (told.size >= MOST_KINDS) told.clear();
    told.set(kind, now);
    return true;
  };
  return {
    record: ({ id, ...found }) => {
      const now = clock();
      const item: Quarantined = { at: now.toISOString(), ...found, ...(typeof id === 'string' && { idMark: digest(id) }) };
      ring.unshift(item);
      if (ring.length > most) ring.length = most;
      const { api, upstream, resource, path, rule, trace } = item;
      count(counts, { api, upstream, rule });
      if (isNews([api, upstream, resource, path, rule].join(' '), +now)) {
        log?.('warn', { event: 'quarantined', upstream, reason: `${api} ${resource} ${path}:${rule}`, ...(trace !== undefined && { trace }) });
      }
    },
    items: () => [...ring],
    counts: () => [...counts.values()],
  };
}

function count(counts: Map<string, QuarantineCount>, kind: Omit<QuarantineCount, 'count'>): void {
  const key = [kind.api, kind.upstream, kind.rule].join(' ');
  const known = counts.get(key);
  if (known) known.count += 1;
  else if (counts.size < MOST_KINDS) counts.set(key, { ...kind, count: 1 });
}
