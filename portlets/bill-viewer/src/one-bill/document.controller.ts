import type { BillsClient } from '@faceplate/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type DocumentState =
  | { readonly step: 'idle' }
  | { readonly step: 'fetching' }
  | { readonly step: 'saved' }
  | { readonly step: 'failed'; readonly cause: unknown };

/** Fetches a bill's PDF and hands it to the browser to save. */
export class DocumentController implements ReactiveController {
  state: DocumentState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #bills: () => BillsClient;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, bills: () => BillsClient) {
    this.#host = host;
    this.#bills = bills;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Another bill is on show: nothing said about the last one holds for it. */
  reset(): void {
    this.#abort?.abort();
    this.state = { step: 'idle' };
  }

  async save(billId: string, fileName: string): Promise<void> {
    if (this.state.step === 'fetching') return;
    const { signal } = (this.#abort = new AbortController());
    this.#show({ step: 'fetching' });
    try {
      const file = await this.#bills().document(billId, { signal });
      if (signal.aborted) return;
      offer(file, fileName);
      this.#show({ step: 'saved' });
    } catch (cause) {
      if (!signal.aborted) this.#show({ step: 'failed', cause });
    }
  }

  #show(state: DocumentState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function offer(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  URL.revokeObjectURL(href);
}
