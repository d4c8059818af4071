import { ApiProblem } from '@faceplate/client';
import type { FieldProblem } from '@faceplate/contracts';
import type { Draft } from '@faceplate/portlet-kit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Intent } from './typed-ticket.ts';

export type SendingState<T> =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' }
  | { readonly step: 'sent'; readonly answer: T }
  | { readonly step: 'refused'; readonly cause: unknown; readonly fields: readonly FieldProblem[] };

/** Keeps an intent on this device. */
type Memory = Pick<Draft<Intent>, 'read' | 'keep' | 'clear'>;

type Call<B, T> = (body: B, options: { idempotencyKey: string }) => Promise<T>;

/** A no that is meant. Whoever was signed out has not been answered yet, and what came before that may be done. */
export const isRefused = (cause: unknown): boolean => cause instanceof ApiProblem && cause.definite && !cause.signedOut;

const fieldsOf = (cause: unknown): readonly FieldProblem[] => (cause instanceof ApiProblem ? (cause.problem.errors ?? []) : []);

/** Sends what a person wrote, once: the key stays the same until it has arrived, was refused for good, or was changed. */
export class SendingController<B, T> implements ReactiveController {
  state: SendingState<T> = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #call: Call<B, T>;
  #intent: Intent | undefined;
  /** Where an intent outlives this page. */
  memory: Memory | undefined;
  /** The call whose outcome is shown. */
  #shown: object | undefined;

  constructor(host: ReactiveControllerHost, call: Call<B, T>) {
    this.#host = host;
    this.#call = call;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /**
   * Something else is on show: nothing said about the last thing holds for it. What is on its way is not called back,
   * as it may have arrived; the same words keep its key.
   */
  reset(): void {
    this.#shown = undefined;
    this.state = { step: 'idle' };
  }

  /** What was sent and may have arrived; nothing where all is known. */
  get unknown(): B | undefined {
    this.#intent ??= this.memory?.read();
    return this.#intent && (JSON.parse(this.#intent.written) as B);
  }

  /** What came of it, also when something else is on show by then. */
  async send(body: B): Promise<T | undefined> {
    if (this.state.step === 'sending') return undefined;
    const call = (this.#shown = {});
    const idempotencyKey = this.#keyFor(body);
    this.#show({ step: 'sending' });
    try {
      const answer = await this.#call(body, { idempotencyKey });
      if (this.#intent?.key === idempotencyKey) this.#forget();
      if (this.#shown === call) this.#show({ step: 'sent', answer });
      return answer;
    } catch (cause) {
      // The same no would come again under its key, long after its reason is gone.
      if (isRefused(cause) && this.#intent?.key === idempotencyKey) this.#forget();
      if (this.#shown === call) this.#show({ step: 'refused', cause, fields: fieldsOf(cause) });
      return undefined;
    }
  }

  /** The same words sent again are the same intent; other words under the old key would be refused. */
  #keyFor(body: B): string {
    const written = JSON.stringify(body);
    this.#intent ??= this.memory?.read();
    if (this.#intent?.written !== written) this.#intent = { written, key: crypto.randomUUID() };
    this.memory?.keep(this.#intent);
    return this.#intent.key;
  }

  #forget(): void {
    this.#intent = undefined;
    this.memory?.clear();
  }

  #show(state: SendingState<T>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
