import { ApiProblem } from '@faceplate/client';
import type { SavedReport } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is done with a report; `saved` makes a new one. */
export type Act = 'saved' | 'named' | 'changed' | 'removed' | 'restored';

/** `id` is the report's; empty for one that is new. */
export type KeepingState =
  | { readonly step: 'idle' }
  | { readonly step: 'naming'; readonly id: string }
  | { readonly step: 'sending'; readonly act: Act; readonly id: string }
  | { readonly step: 'done'; readonly act: Act; readonly report: SavedReport }
  | { readonly step: 'failed'; readonly act: Act; readonly id: string; readonly cause: unknown };

/** What is to be done: with which report, and the very call, which stays the same however often it is tried. */
export interface Intent {
  readonly act: Act;
  readonly id: string;
  /** All that tells this wish from another. */
  readonly what: unknown;
  readonly send: (options: { idempotencyKey: string }) => Promise<SavedReport>;
}

/** Does one thing at a time with reports that are kept, each wish once. */
export class KeepingController implements ReactiveController {
  state: KeepingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  /** The wish that is not answered yet, and its key. */
  #open: { of: string; key: string } | undefined;
  #tried: Intent | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // What is on its way is carried out all the same; what is typed is kept elsewhere.
    this.state = { step: 'idle' };
  }

  show(state: KeepingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  async do(intent: Intent): Promise<SavedReport | undefined> {
    const { act, id, what, send } = intent;
    if (this.state.step === 'sending') return undefined;
    const of = JSON.stringify([act, id, what]);
    // The key stays the same while nobody has answered, so trying again cannot save twice.
    const { key } = (this.#open = this.#open?.of === of ? this.#open : { of, key: crypto.randomUUID() });
    this.#tried = intent;
    this.show({ step: 'sending', act, id });
    try {
      const report = await send({ idempotencyKey: key });
      this.#open = undefined;
      this.show({ step: 'done', act, report });
      return report;
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.definite) this.#open = undefined;
      this.show({ step: 'failed', act, id, cause });
      return undefined;
    }
  }

  /** Once more what failed. */
  async again(): Promise<SavedReport | undefined> {
    return this.#tried && this.do(this.#tried);
  }
}
