import type { GuardSettings } from './settings.ts';

/** How many repeats may be saved up. More would let a short fault be met with a burst of them. */
const MOST = 1;

/** A failing server must not be asked much oftener than a healthy one: each first try earns a part of a repeat. */
export class Budget {
  readonly #settings: GuardSettings['retry'];
  #tokens = MOST;
  #at: number;

  /** `now`: milliseconds on a clock that only grows. */
  constructor(settings: GuardSettings['retry'], now: number) {
    this.#settings = settings;
    this.#at = now;
  }

  earn(now: number): void {
    const { share, floor } = this.#settings;
    this.#tokens = Math.min(MOST, this.#tokens + share + ((now - this.#at) / 1000) * floor);
    this.#at = now;
  }

  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
