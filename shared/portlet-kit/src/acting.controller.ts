import { ApiProblem } from '@faceplate/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** `what` is whatever the caller tells its acts apart by. */
export type ActingState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' | 'done'; readonly what: string }
  | { readonly step: 'failed'; readonly what: string; readonly cause: unknown };

type Call<T> = (options: { idempotencyKey: string }) => Promise<T>;

/**
 * Does one thing at a time, each once: the same wish keeps its key until it has arrived. After a reload what was acted upon
 * tells by itself whether it has.
 */
export class ActingController implements ReactiveController {
  state: ActingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  /** By wish: what is done in between must not cost another its key. */
  readonly #keys = new Map<string, string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  reset(): void {
    this.state = { step: 'idle' };
  }

  get busy(): boolean {
    return this.state.step === 'sending';
  }

  /** What came of it; `undefined` when nothing did. `wish` in all its words: other words are another wish. */
  async act<T>(what: string, wish: string, call: Call<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    const idempotencyKey = this.#keys.get(wish) ?? crypto.randomUUID();
    this.#keys.set(wish, idempotencyKey);
    this.#show({ step: 'sending', what });
    try {
      const outcome = await call({ idempotencyKey });
      this.#keys.delete(wish);
      this.#show({ step: 'done', what });
      return outcome;
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.definite) this.#keys.delete(wish);
      this.#show({ step: 'failed', what, cause });
      return undefined;
    }
  }

  #show(state: ActingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
