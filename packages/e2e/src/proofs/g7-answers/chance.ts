/** Chances from a seed: the same seed deals the same hand. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** 0 up to `most`, without it. */
  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  of<T>(all: readonly [T, ...T[]]): T;
  of<T>(all: readonly T[]): T | undefined;
  of<T>(all: readonly T[]): T | undefined {
    return all[this.below(all.length)];
  }
}
