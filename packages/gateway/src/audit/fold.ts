import type { AuditEntry } from '../options.ts';

/** So many refusals alike within a minute are told one by one. */
const MOST_ALIKE = 20;
const WINDOW = 60_000;
/** Different kinds remembered at a time; with more, all are told and forgotten. */
const MOST_KINDS = 5_000;

interface Seen {
  since: number;
  count: number;
  last: AuditEntry;
}

/**
 * Keeps a flood of refusals from filling the trail: of one actor's, alike in action and code, the first twenty in a
 * minute are kept each, and the rest as one record that says how many. What was done is never folded.
 */
export class Folds {
  readonly #seen = new Map<string, Seen>();

  /** What is to be kept now, for this entry and for floods that are over. */
  take(entry: AuditEntry, now: number): AuditEntry[] {
    if (entry.result !== 'refused') return [entry];
    const over = this.#seen.size >= MOST_KINDS ? this.rest(Infinity) : [];
    const kind = JSON.stringify([entry.actor, entry.action, entry.code]);
    const seen = this.#seen.get(kind);
    if (!seen || now - seen.since >= WINDOW) {
      this.#seen.set(kind, { since: now, count: 1, last: entry });
      return [...over, ...summaryOf(seen), entry];
    }
    seen.count += 1;
    seen.last = entry;
    return seen.count > MOST_ALIKE ? over : [...over, entry];
  }

  /** What floods that ended by `now` still owe; asked now and then. */
  rest(now: number): AuditEntry[] {
    const ended = [...this.#seen].filter(([, { since }]) => now - since >= WINDOW);
    for (const [kind] of ended) this.#seen.delete(kind);
    return ended.flatMap(([, seen]) => summaryOf(seen));
  }
}

function summaryOf(seen: Seen | undefined): AuditEntry[] {
  const more = (seen?.count ?? 0) - MOST_ALIKE;
  return seen && more > 0 ? [{ ...seen.last, reason: `and ${more} alike within a minute` }] : [];
}
