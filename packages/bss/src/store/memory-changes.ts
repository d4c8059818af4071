import type { ChangeLog, NewChange, Prunable, StoredChange } from './store.ts';

/** The outbox of a store in memory. */
export class MemoryChanges implements ChangeLog {
  /** All that is kept, in order and without gaps. */
  #kept: StoredChange[] = [];
  #latest = 0;
  readonly #wakes = new Set<() => void>();

  append(changes: readonly NewChange[]): void {
    for (const change of changes) this.#kept.push({ seq: (this.#latest += 1), ...change });
    if (changes.length > 0) for (const wake of this.#wakes) wake();
  }

  async after(seq: number, limit: number): Promise<StoredChange[]> {
    const forgotten = this.#latest - this.#kept.length;
    const start = Math.max(0, seq - forgotten);
    return structuredClone(this.#kept.slice(start, start + limit));
  }

  async latest(): Promise<number> {
    return this.#latest;
  }

  async prune({ upTo, before, keep }: Prunable): Promise<number> {
    const old = this.#kept.slice(0, Math.max(0, this.#kept.length - Math.max(1, keep)));
    const needed = old.findIndex(({ seq, eventTime }) => seq > upTo || eventTime >= before);
    const gone = needed === -1 ? old.length : needed;
    this.#kept = this.#kept.slice(gone);
    return gone;
  }

  subscribe(wake: () => void): () => void {
    this.#wakes.add(wake);
    return () => this.#wakes.delete(wake);
  }

  close(): void {
    this.#wakes.clear();
  }
}
