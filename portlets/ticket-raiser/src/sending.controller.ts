import { ApiProblem } from '@faceplate/client';
import type { FieldProblem } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type SendingState<T> =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' }
  | { readonly step: 'sent'; readonly answer: T }
  | { readonly step: 'refused'; readonly cause: unknown; readonly fields: readonly FieldProblem[] };

type Call<B, T> = (body: B, options: { idempotencyKey: string; signal: AbortSignal }) => Promise<T>;

/** Sends what a person wrote, once: the key stays the same until it has arrived or was changed. */
export class SendingController<B, T> implements ReactiveController {
  state: SendingState<T> = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #call: Call<B, T>;
  #intent: { written: string; key: string } | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, call: Call<B, T>) {
    this.#host = host;
    this.#call = call;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Something else is on show: nothing said about the last thing holds for it. */
  reset(): void {
    this.#abort?.abort();
    this.#intent = undefined;
    this.state = { step: 'idle' };
  }

  async send(body: B): Promise<T | undefined> {
    if (this.state.step === 'sending') return undefined;
    const { signal } = (this.#abort = new AbortController());
    this.#show({ step: 'sending' });
    try {
      const answer = await this.#call(body, { idempotencyKey: this.#keyFor(body), signal });
      if (signal.aborted) return undefined;
      this.#intent = undefined;
      this.#show({ step: 'sent', answer });
      return answer;
    } catch (cause) {
      const fields = cause instanceof ApiProblem ? (cause.problem.errors ?? []) : [];
      if (!signal.aborted) this.#show({ step: 'refused', cause, fields });
      return undefined;
    }
  }

  /** The same words sent again are the same intent; other words under the old key would be refused. */
  #keyFor(body: B): string {
    const written = JSON.stringify(body);
    if (this.#intent?.written !== written) this.#intent = { written, key: crypto.randomUUID() };
    return this.#intent.key;
  }

  #show(state: SendingState<T>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
