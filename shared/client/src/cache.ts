import type { Noun } from '@faceplate/contracts';

interface Entry {
  readonly nouns: readonly Noun[];
  /** The last good value, when it was read in milliseconds of the clock, and the place of its call among all calls. */
  known?: { value: object; readAt: number; turn: number };
  fresh: boolean;
  flight?: Promise<object>;
}

const FRESH_FOR = 30_000;
const MOST = 200;

/**
 * Answers of safe calls, shared by every portlet of a page: two that ask the
 * same at once make one call, and a value known for less than half a minute is
 * given at once. What the event stream names is read again.
 */
export class ReadCache {
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Map<Noun, Set<() => void>>();
  readonly #now: () => number;
  /** Counts calls; those up to `#forgotten` were made for somebody else. */
  #turn = 0;
  #forgotten = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** `load` hears whether the page asks by itself: what was shown is read again because it changed, or may have. */
  async read<T extends object>(key: string, nouns: readonly Noun[], load: (passive: boolean) => Promise<T>, atMost?: number): Promise<T> {
    const entry = this.#entry(key, nouns);
    const { known } = entry;
    if (known && entry.fresh && this.#now() - known.readAt < (atMost ?? FRESH_FOR)) return known.value as T;
    entry.flight ??= this.#load(key, entry, atMost === undefined ? load : () => load(!!known));
    return entry.flight as Promise<T>;
  }

  /** The last good value of a call, however old, and when it was read: what to show while the service is away. */
  lastKnown(key: string): { value: object; readAt: number } | undefined {
    return this.#entries.get(key)?.known;
  }

  /** Makes everything about the nouns be read again, and tells who watches them. */
  invalidate(nouns: readonly Noun[]): void {
    for (const [key, entry] of this.#entries) {
      if (!entry.nouns.some((noun) => nouns.includes(noun))) continue;
      // A new entry, so that an answer asked for before this moment is not taken for a fresh one.
      const { known } = entry;
      this.#entries.set(key, { nouns: entry.nouns, fresh: false, ...(known && { known }) });
    }
    const waking = new Set<() => void>();
    for (const noun of nouns) for (const wake of this.#watchers.get(noun) ?? []) waking.add(wake);
    for (const wake of waking) wake();
  }

  /** Calls `wake` when one of the nouns changes, until the function returned is called. */
  watch(nouns: readonly Noun[], wake: () => void): () => void {
    for (const noun of nouns) this.#watchers.set(noun, (this.#watchers.get(noun) ?? new Set()).add(wake));
    return () => {
      for (const noun of nouns) this.#watchers.get(noun)?.delete(wake);
    };
  }

  /** Another person signed in, or nobody: nothing that was known may be shown again. */
  clear(): void {
    this.#entries.clear();
    this.#forgotten = this.#turn;
  }

  async #load<T extends object>(key: string, entry: Entry, load: (passive: boolean) => Promise<T>): Promise<T> {
    const turn = (this.#turn += 1);
    try {
      const value = await load(!!entry.known && !entry.fresh);
      const current = this.#entries.get(key);
      // Answers can overtake each other: one that was asked for earlier must not replace what is known since.
      const isNews = turn > this.#forgotten && turn > (current?.known?.turn ?? 0);
      if (current && isNews) current.known = { value, readAt: this.#now(), turn };
      entry.fresh = true;
      return value;
    } finally {
      delete entry.flight;
    }
  }

  #entry(key: string, nouns: readonly Noun[]): Entry {
    const found = this.#entries.get(key);
    if (found) return found;
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= MOST && oldest !== undefined) this.#entries.delete(oldest);
    const entry: Entry = { nouns, fresh: false };
    this.#entries.set(key, entry);
    return entry;
  }
}
