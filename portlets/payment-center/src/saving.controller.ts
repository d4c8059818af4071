import { offerFile } from '@faceplate/portlet-kit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type SavingStep = 'idle' | 'fetching' | 'saved' | 'failed';

/** Fetches a file and hands it to the browser to save. */
export class SavingController implements ReactiveController {
  step: SavingStep = 'idle';

  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Something else is on show: nothing said about the last one holds for it. */
  reset(): void {
    this.#abort?.abort();
    this.step = 'idle';
  }

  /** A failure is handed to `failed` to be reported; the customer reads that it did not work. */
  async save(fetched: (options: { signal: AbortSignal }) => Promise<Blob>, fileName: string, failed: (cause: unknown) => void): Promise<void> {
    if (this.step === 'fetching') return;
    const { signal } = (this.#abort = new AbortController());
    this.#show('fetching');
    try {
      const file = await fetched({ signal });
      if (signal.aborted) return;
      offerFile(file, fileName);
      this.#show('saved');
    } catch (cause) {
      if (signal.aborted) return;
      failed(cause);
      this.#show('failed');
    }
  }

  #show(step: SavingStep): void {
    this.step = step;
    this.#host.requestUpdate();
  }
}
