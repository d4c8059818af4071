import type { Tenant } from '../options.ts';
import type { Call } from '../routing/route.ts';

/** A record of this many stretches takes longer to read than anybody should wait twice. */
const LARGE = 1_000;
/** Where nobody tells of changes, it is taken as it was read for so long, in milliseconds. */
const LONGEST = 60_000;
const MOST_KEPT = 20;
/** With more news than this it is quicker to read anew than to look through them. */
const MOST_NEWS = 500;

/** What service levels are made of. */
const MADE_OF: ReadonlySet<string> = new Set(['sla', 'availabilityInterval', 'product']);

interface Entry {
  value: unknown;
  at: number;
  /** Up to where the news of each source have been looked through. */
  seen: number[];
}

const records = new WeakMap<Tenant, Map<string, Entry>>();

/** All that decides what a person sees: another right is another record. */
const keyOf = ({ session: { subject, acting, kind } }: Call): string => JSON.stringify([subject, acting?.actor.id, kind]);

function recordsOf(tenant: Tenant): Map<string, Entry> {
  const found = records.get(tenant) ?? new Map<string, Entry>();
  records.set(tenant, found);
  return found;
}

/** Has nothing been told since that could be about it? */
async function isUntouched(call: Call, entry: Entry): Promise<boolean> {
  const mine = new Set(call.subject.partyIds);
  for (const [at, source] of call.changes.entries()) {
    const news = await source.after(entry.seen[at] ?? 0, MOST_NEWS);
    const isAbout = news.some(({ resource, partyIds }) => MADE_OF.has(resource) && (partyIds.length === 0 || partyIds.some((id) => mine.has(id))));
    if (isAbout || news.length === MOST_NEWS) return false;
    entry.seen[at] = news.at(-1)?.seq ?? entry.seen[at] ?? 0;
  }
  return true;
}

/**
 * What was read for this very person, for as long as nothing is told that could change it, and a minute at most. `sizeOf` says how
 * much there is, 0 for what must not be kept: with a gap in it, say.
 */
export async function keptRecord<T>(call: Call, read: () => Promise<T>, sizeOf: (value: T) => number): Promise<T> {
  const kept = recordsOf(call.tenant);
  const key = keyOf(call);
  const entry = kept.get(key);
  const now = performance.now();
  if (entry && now - entry.at < LONGEST && (await isUntouched(call, entry))) return entry.value as T;
  kept.delete(key);
  // Before it is read: what changes meanwhile is news afterwards.
  const seen = await Promise.all(call.changes.map((source) => source.latest()));
  const value = await read();
  if (sizeOf(value) < LARGE) return value;
  kept.set(key, { value, at: now, seen });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return value;
}
