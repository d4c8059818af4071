const MOST = 3;
const WINDOW_MS = 60_000;

/** Keeps a portlet off for the rest of the visit once it has failed three times within a minute. */
export class Quarantine {
  readonly #failures = new Map<string, number[]>();
  readonly #off = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  failed(name: string): void {
    const now = this.#now();
    const recent = [...(this.#failures.get(name) ?? []).filter((at) => now - at < WINDOW_MS), now];
    this.#failures.set(name, recent);
    if (recent.length >= MOST) this.#off.add(name);
  }

  isOff(name: string): boolean {
    return this.#off.has(name);
  }
}
