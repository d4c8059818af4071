import type { SignedIn } from '@faceplate/contracts';
import type { Peek } from './peek.ts';

/** How long before the end a person is warned, in milliseconds: time enough to come back to the keyboard. */
export const WARN_BEFORE = 2 * 60_000;
/** After a look that got no answer. */
const LOOK_AGAIN = 30_000;

export interface IdleWatchOptions {
  peek: () => Promise<Peek>;
  /** The session ends soon; `at` is when, by this device's clock. `undefined` takes the warning back. */
  onWarning: (at: Date | undefined) => void;
  onEnd: () => void;
  now?: () => number;
  /** Runs `work` after the milliseconds given, until the function returned is called. */
  after?: (milliseconds: number, work: () => void) => () => void;
}

/**
 * Knows when the session will end for want of activity. Any call of any tab
 * prolongs it, so shortly before the end it looks instead of believing.
 */
export class IdleWatch {
  readonly #options: Required<IdleWatchOptions>;
  #cancel: (() => void) | undefined;

  constructor(options: IdleWatchOptions) {
    this.#options = { now: Date.now, after, ...options };
  }

  start({ idleEndsAt }: Pick<SignedIn, 'idleEndsAt'>, ahead = 0): void {
    this.stop();
    this.#options.onWarning(undefined);
    const left = Date.parse(idleEndsAt) - ahead - this.#options.now();
    this.#wait(left - WARN_BEFORE);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  async #look(): Promise<void> {
    const { peek, onEnd, onWarning, now } = this.#options;
    const cancelled = this.#cancel;
    const looked = await peek().catch(() => undefined);
    // Stopped or started anew while it was looking.
    if (this.#cancel !== cancelled) return;
    if (!looked) {
      this.#wait(LOOK_AGAIN);
    } else if (!looked.session.signedIn) {
      this.stop();
      onEnd();
    } else {
      const endsAt = Date.parse(looked.session.idleEndsAt) - looked.ahead;
      const left = endsAt - now();
      const near = left <= WARN_BEFORE;
      onWarning(near ? new Date(endsAt) : undefined);
      this.#wait(near ? left : left - WARN_BEFORE);
    }
  }

  #wait(milliseconds: number): void {
    // Never at once: a server that still says "signed in" at the very end must not be asked in a circle.
    this.#cancel = this.#options.after(Math.max(1_000, milliseconds), () => void this.#look());
  }
}

function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
