import type { GuardSettings } from './settings.ts';
import { Window } from './window.ts';

export type BreakerState = 'closed' | 'open' | 'half-open';
/** `neither`: the customer left, or it never came to a call. */
export type Outcome = 'good' | 'bad' | 'neither';
/** What a call that was let through hands back with its outcome. */
export type Pass = 'usual' | 'probe';

export interface Tools {
  /** Milliseconds on a clock that only grows. */
  now: () => number;
  /** From 0 up to 1. */
  random: () => number;
}

/**
 * Keeps calls from a server that fails most of them: it gets time to recover, and customers an answer at once.
 * While open, one call at a time asks whether it is back.
 */
export class Breaker {
  readonly #settings: GuardSettings['breaker'];
  readonly #tools: Tools;
  readonly #recent = new Window('good', 'bad');
  #open = false;
  /** While open: when the next probe may go. */
  #next = 0;
  /** The server itself asked not to be called before. */
  #heldUntil = 0;

  constructor(settings: GuardSettings['breaker'], tools: Tools) {
    this.#settings = settings;
    this.#tools = tools;
  }

  state(): BreakerState {
    if (!this.#open) return 'closed';
    return this.#tools.now() >= this.#next ? 'half-open' : 'open';
  }

  /** Lets a call through, or says no with `undefined`. */
  enter(): Pass | undefined {
    const now = this.#tools.now();
    if (now < this.#heldUntil) return undefined;
    if (!this.#open) return 'usual';
    if (now < this.#next) return undefined;
    this.#waitForProbe(now);
    return 'probe';
  }

  /** `retryAfter`: milliseconds the server asked for. */
  leave(pass: Pass, outcome: Outcome, retryAfter?: number): void {
    const now = this.#tools.now();
    if (retryAfter !== undefined) this.#heldUntil = now + Math.min(retryAfter, this.#settings.hold);
    if (pass === 'probe') this.#probed(outcome, now);
    else if (outcome !== 'neither' && !this.#open) this.#counted(outcome, now);
  }

  #probed(outcome: Outcome, now: number): void {
    if (outcome === 'neither') this.#next = now;
    if (outcome !== 'good') return;
    this.#open = false;
    this.#recent.clear();
  }

  #counted(outcome: 'good' | 'bad', now: number): void {
    this.#recent.add(outcome, now);
    const bad = this.#recent.count('bad', now);
    const all = bad + this.#recent.count('good', now);
    if (all < this.#settings.least || bad < all * this.#settings.share) return;
    this.#open = true;
    this.#waitForProbe(now);
  }

  /** Drawn, so that several processes do not ask in step. */
  #waitForProbe(now: number): void {
    const [shortest, longest] = this.#settings.probe;
    this.#next = now + shortest + this.#tools.random() * (longest - shortest);
  }
}
