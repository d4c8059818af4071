import type { PaymentsClient } from '@faceplate/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type ReceiptStep = 'idle' | 'fetching' | 'saved' | 'failed';

/** Fetches a receipt and hands it to the browser to save. */
export class ReceiptController implements ReactiveController {
  step: ReceiptStep = 'idle';

  readonly #host: ReactiveControllerHost;
  readonly #payments: () => Pick<PaymentsClient, 'receipt'>;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, payments: () => Pick<PaymentsClient, 'receipt'>) {
    this.#host = host;
    this.#payments = payments;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Another payment is on show: nothing said about the last one holds for it. */
  reset(): void {
    this.#abort?.abort();
    this.step = 'idle';
  }

  /** A failure is handed to `failed` to be reported; the customer reads that it did not work. */
  async save(paymentId: string, fileName: string, failed: (cause: unknown) => void): Promise<void> {
    if (this.step === 'fetching') return;
    const { signal } = (this.#abort = new AbortController());
    this.#show('fetching');
    try {
      const file = await this.#payments().receipt(paymentId, { signal });
      if (signal.aborted) return;
      offer(file, fileName);
      this.#show('saved');
    } catch (cause) {
      if (signal.aborted) return;
      failed(cause);
      this.#show('failed');
    }
  }

  #show(step: ReceiptStep): void {
    this.step = step;
    this.#host.requestUpdate();
  }
}

function offer(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  URL.revokeObjectURL(href);
}
