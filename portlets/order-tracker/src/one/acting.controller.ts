import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** `what` is whatever the caller tells its acts apart by. */
export type ActingState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' | 'done'; readonly what: string }
  | { readonly step: 'failed'; readonly what: string; readonly cause: unknown };

type Call<T> = (options: { idempotencyKey: string }) => Promise<T>;

/**
 * Does one thing to an order at a time, each once: the same wish keeps its key until it has arrived. After a reload the order
 * itself tells whether it has.
 */
export class ActingController implements ReactiveController {
  state: ActingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  #intent: { wish: string; key: string } | undefined;

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
    if (this.#intent?.wish !== wish) this.#intent = { wish, key: crypto.randomUUID() };
    this.#show({ step: 'sending', what });
    try {
      const outcome = await call({ idempotencyKey: this.#intent.key });
      this.#intent = undefined;
      this.#show({ step: 'done', what });
      return outcome;
    } catch (cause) {
      this.#show({ step: 'failed', what, cause });
      return undefined;
    }
  }

  #show(state: ActingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
