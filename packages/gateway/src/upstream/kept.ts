import type { TmfList } from './types.ts';

export interface KeptList {
  readonly list: TmfList;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Lists by key, within a bound; those not asked for in the longest time go first. */
export class Kept {
  readonly #most: number;
  readonly #lists = new Map<string, KeptList & { size: number }>();
  #size = 0;

  /** `most`: characters in all, about. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): KeptList | undefined {
    const found = this.#lists.get(key);
    if (!found) return undefined;
    // The last of a Map's keys is the last one set.
    this.#lists.delete(key);
    this.#lists.set(key, found);
    return found;
  }

  put(key: string, list: TmfList, at: number): void {
    const before = this.#lists.get(key);
    // As many rows as a moment ago weigh as much.
    const size = before?.list.items.length === list.items.length ? before.size : key.length + sizeOf(list);
    this.#drop(key);
    // One list that would push out a good part of all others is not worth it.
    if (size > this.#most / 8) return;
    this.#lists.set(key, { list, at, size });
    this.#size += size;
    for (const oldest of this.#lists.keys()) {
      if (this.#size <= this.#most) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#lists.get(key)?.size ?? 0;
    this.#lists.delete(key);
  }
}

/** By its first and last row: to measure each would cost as much as reading it did. */
function sizeOf({ items }: TmfList): number {
  const [first, last] = [items[0], items.at(-1)].map((row) => (row ? JSON.stringify(row).length : 0)) as [number, number];
  return 100 + Math.max(first, last) * items.length;
}
