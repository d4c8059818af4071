import { ApiProblem } from '@faceplate/client';
import { ActingController, FollowController } from '@faceplate/portlet-kit/acting.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';

type Call<T> = (options: { idempotencyKey: string }) => Promise<T>;

/** What is done to a ticket, and what came of it, said where it was done. */
export class Doing {
  readonly #host: PartHost;
  readonly #acting: ActingController;
  readonly #follow: FollowController;

  constructor(host: PartHost) {
    this.#host = host;
    this.#acting = new ActingController(host);
    this.#follow = new FollowController(host);
  }

  get busy(): boolean {
    return this.#acting.busy;
  }

  /** Whether it is done. What was pressed may go with it: the keyboard goes on where that is said. */
  async act<T>(what: string, wish: string, call: Call<T>): Promise<boolean> {
    if (this.busy) return false;
    let done = false;
    const acting = this.#acting.act(what, wish, async (options) => {
      await call(options);
      done = true;
    });
    this.#follow.to(`[data-done="${CSS.escape(what)}"]`);
    await acting;
    const { state } = this.#acting;
    if (state.step === 'failed') this.#host.services.report(state.cause);
    return done;
  }

  /** What was said about the last act holds no longer; what is on its way goes on. */
  forget(): void {
    if (!this.busy) this.#acting.reset();
  }

  /** A line that always stands, so that it is read out when it changes, for acts of these names. */
  said(...whats: string[]): unknown {
    const { state } = this.#acting;
    const mine = state.step !== 'idle' && whats.includes(state.what) ? state : undefined;
    const done = mine?.step === 'done';
    return html`
      <p role="status" tabindex="-1" data-done=${done ? mine.what : nothing}>${mine?.step === 'sending' ? words.sending() : done ? words.done() : nothing}</p>
      ${mine?.step === 'failed' ? html`<fp-status-message part="problem" tone="critical" heading=${problemOf(mine.cause)}></fp-status-message>` : nothing}
    `;
  }
}

function problemOf(cause: unknown): string {
  if (!(cause instanceof ApiProblem)) return words.failed();
  if (cause.forbidden) return words.forbidden();
  if (cause.problem.code === 'file-not-accepted') return words.badFile();
  return cause.definite ? words.notNow() : words.failed();
}
