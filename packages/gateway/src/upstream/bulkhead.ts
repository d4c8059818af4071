import { SendFailure } from './send.ts';
import type { GuardSettings } from './settings.ts';
import { unwatch, watch, type Watched } from './wheel.ts';

/** What ends a wait. */
export interface Bounds {
  readonly signal?: AbortSignal | undefined;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
}

/** So many calls at a time, and so many waiting: one slow server cannot take up the whole process. */
export class Bulkhead {
  readonly #most: GuardSettings['bulkhead'];
  readonly #queue = new Set<() => void>();
  #inFlight = 0;

  constructor(most: GuardSettings['bulkhead']) {
    this.#most = most;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get queued(): number {
    return this.#queue.size;
  }

  /**
   * A place, at once (`undefined`) or when one is free. Each place taken must be given back by `leave`.
   *
   * @throws {SendFailure} `busy` when the queue is full; when the wait was given up.
   */
  enter(bounds: Bounds): Promise<void> | undefined {
    if (this.#inFlight < this.#most.inFlight) {
      this.#inFlight += 1;
      return undefined;
    }
    if (this.#queue.size >= this.#most.queue) return Promise.reject(new SendFailure('busy'));
    return this.#wait(bounds);
  }

  leave(): void {
    const [next] = this.#queue;
    if (next) next();
    else this.#inFlight -= 1;
  }

  #wait({ deadline, signal }: Bounds): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#queue.delete(go);
        unwatch(patience);
        signal?.removeEventListener('abort', left);
      };
      const giveUp = (kind: 'timeout' | 'left') => {
        settle();
        reject(new SendFailure(kind));
      };
      const go = () => {
        settle();
        resolve();
      };
      const left = () => giveUp('left');
      const patience: Watched = { deadline, late: () => giveUp('timeout') };
      this.#queue.add(go);
      watch(patience);
      signal?.addEventListener('abort', left);
    });
  }
}
