import { offerFile } from '@faceplate/portlet-kit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** `what` is whatever the caller tells its papers apart by. */
export type SavingState =
  | { readonly step: 'idle' }
  | { readonly step: 'fetching'; readonly what: string; readonly done?: number; readonly of?: number }
  | { readonly step: 'saved'; readonly what: string }
  | { readonly step: 'failed'; readonly what: string; readonly cause: unknown };

export type Fetching = (options: { signal: AbortSignal; progress: (done: number, of: number) => void }) => Promise<Blob>;

/** Fetches one file at a time and hands it to the browser to save. */
export class SavingController implements ReactiveController {
  state: SavingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Ends what is under way; nothing said about it holds any more. */
  reset(): void {
    this.#abort?.abort();
    this.state = { step: 'idle' };
    this.#host.requestUpdate();
  }

  async save(what: string, fileName: string, fetching: Fetching): Promise<void> {
    if (this.state.step === 'fetching') return;
    const { signal } = (this.#abort = new AbortController());
    const progress = (done: number, of: number) => {
      if (!signal.aborted) this.#show({ step: 'fetching', what, done, of });
    };
    this.#show({ step: 'fetching', what });
    try {
      const file = await fetching({ signal, progress });
      if (signal.aborted) return;
      offerFile(file, fileName);
      this.#show({ step: 'saved', what });
    } catch (cause) {
      if (!signal.aborted) this.#show({ step: 'failed', what, cause });
    }
  }

  #show(state: SavingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
