import { type Digest, quickDigest } from '../http/etag.ts';
import type { Log, TmfApi } from '../options.ts';

/** What is wrong with a record: named words, so that they can be counted. */
export type QuarantineRule =
  /** What it cannot be shown without is not there, or is no such thing. */
  | 'missing'
  /** Is there, and makes no sense. */
  | 'senseless'
  /** An amount too large to count exactly, or no amount. */
  | 'amount'
  | 'currency'
  /** No record at all. */
  | 'no-object'
  /** Does not say whose it is; nobody is shown it. */
  | 'no-owner'
  /** What was made of it breaks our own contract. */
  | 'contract';

/** A record that is kept from customers, as its operator may know it: never the body, nor the id itself. */
export interface Quarantined {
  /** RFC 3339 in UTC. */
  at: string;
  trace?: string;
  api: TmfApi;
  /** In the operator's words. */
  upstream: string;
  resource: string;
  /** A mark of the record's id: equal for equal ids, and no way back. */
  idMark?: string;
  /** Of the first thing wrong, in TM Forum's words (or, of `contract`, in ours): `taxIncludedAmount`. */
  path: string;
  rule: QuarantineRule;
}

/** A record as whoever found it wrong tells of it. */
export type Found = Omit<Quarantined, 'at' | 'idMark'> & { id?: unknown };

export interface Quarantine {
  record(found: Found): void;
}

export interface QuarantineCount {
  api: TmfApi;
  upstream: string;
  rule: QuarantineRule;
  count: number;
}

/** What the operator asks it. */
export interface QuarantineDesk extends Quarantine {
  /** The last ones, newest first. */
  items(): readonly Quarantined[];
  /** All since the process began: the samples of `faceplate_quarantined_total`. */
  counts(): readonly QuarantineCount[];
}

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
