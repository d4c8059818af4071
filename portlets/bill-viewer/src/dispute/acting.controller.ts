import { ApiProblem } from '@faceplate/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type ActState = 'idle' | 'sending' | 'failed';

/** Does one small thing to a dispute, once: the same words keep their key until they have arrived. */
export class ActController implements ReactiveController {
  state: ActState = 'idle';

  readonly #host: ReactiveControllerHost;
  #intent: { words: string; key: string } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  reset(): void {
    this.state = 'idle';
  }

  /** Whether it arrived. */
  async act(words: string, call: (options: { idempotencyKey: string }) => Promise<unknown>): Promise<boolean> {
    if (this.state === 'sending') return false;
    if (this.#intent?.words !== words) this.#intent = { words, key: crypto.randomUUID() };
    this.#show('sending');
    try {
      await call({ idempotencyKey: this.#intent.key });
      this.#intent = undefined;
      this.#show('idle');
      return true;
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.definite) this.#intent = undefined;
      this.#show('failed');
      return false;
    }
  }

  #show(state: ActState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
