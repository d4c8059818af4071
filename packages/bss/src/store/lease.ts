/** A name that one process among all on a store has to itself. */
export interface Lease {
  /** True once it ended without being given back: its connection is gone, and another process may have the name by now. */
  readonly lost: boolean;
  /** Gives it back. Twice does no harm. */
  end(): Promise<void>;
}

/** Names taken by this process, where there is no other: a store in memory, an embedded database. */
export class LocalLeases {
  readonly #taken = new Set<string>();

  async take(name: string): Promise<Lease | undefined> {
    if (this.#taken.has(name)) return undefined;
    this.#taken.add(name);
    let ended = false;
    const end = async () => {
      if (!ended) this.#taken.delete(name);
      ended = true;
    };
    return { lost: false, end };
  }

  async close(): Promise<void> {
    this.#taken.clear();
  }
}
