import { offerFile } from '@faceplate/portlet-kit';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type SavingStep = 'idle' | 'saving' | 'failed';

/** Fetches a file and hands it to the browser; one at a time. */
export class SavingController implements ReactiveController {
  step: SavingStep = 'idle';

  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.step = 'idle';
  }

  async save(name: string, fetchFile: (options: { signal: AbortSignal }) => Promise<Blob>): Promise<void> {
    if (this.step === 'saving') return;
    const { signal } = (this.#abort = new AbortController());
    this.#show('saving');
    try {
      offerFile(await fetchFile({ signal }), name);
      this.#show('idle');
    } catch {
      if (!signal.aborted) this.#show('failed');
    }
  }

  #show(step: SavingStep): void {
    this.step = step;
    this.#host.requestUpdate();
  }
}
