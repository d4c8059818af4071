const SECONDS = 10;

/** Counts of the last ten seconds, by the second. Milliseconds come from outside, on any clock that only grows. */
export class Window<Name extends string> {
  readonly #names: readonly Name[];
  readonly #slots: number[][];
  readonly #total: number[];
  #second = 0;

  constructor(...names: Name[]) {
    this.#names = names;
    this.#slots = Array.from({ length: SECONDS }, () => names.map(() => 0));
    this.#total = names.map(() => 0);
  }

  add(name: Name, now: number): void {
    this.#moveTo(now);
    const index = this.#names.indexOf(name);
    const slot = this.#slots[this.#second % SECONDS] as number[];
    slot[index] = (slot[index] ?? 0) + 1;
    this.#total[index] = (this.#total[index] ?? 0) + 1;
  }

  count(name: Name, now: number): number {
    this.#moveTo(now);
    return this.#total[this.#names.indexOf(name)] ?? 0;
  }

  clear(): void {
    for (const slot of this.#slots) slot.fill(0);
    this.#total.fill(0);
  }

  #moveTo(now: number): void {
    const second = Math.floor(now / 1000);
    if (second - this.#second >= SECONDS) this.clear();
    else for (let past = this.#second + 1; past <= second; past += 1) this.#forget(this.#slots[past % SECONDS] as number[]);
    this.#second = Math.max(this.#second, second);
  }

  #forget(slot: number[]): void {
    slot.forEach((count, index) => (this.#total[index] = (this.#total[index] ?? 0) - count));
    slot.fill(0);
  }
}
