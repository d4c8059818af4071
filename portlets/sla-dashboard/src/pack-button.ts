import '@faceplate/client/nouns/bills.js';
import { offerFile } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from './part.ts';

/** Fetches a file and hands it to the browser; one at a time. */
export class PackButton {
  readonly #host: PartHost;
  readonly #failed: () => string;
  #state: 'idle' | 'fetching' | 'failed' = 'idle';

  /** `failed` says in words that the file could not be had. */
  constructor(host: PartHost, failed: () => string) {
    this.#host = host;
    this.#failed = failed;
  }

  render(name: string, path: `/${string}`, fileName: string): unknown {
    return html`<div class="stack tight">
      <div><button aria-disabled=${this.#state === 'fetching'} @click=${() => this.#host.run(() => this.#save(path, fileName))}>${downloadIcon()}<span>${name}</span></button></div>
      <p role="status" class="small">${this.#state === 'failed' ? this.#failed() : nothing}</p>
    </div>`;
  }

  async #save(path: `/${string}`, fileName: string): Promise<void> {
    if (this.#state === 'fetching') return;
    this.#show('fetching');
    try {
      offerFile(await this.#host.services.client.bills.file(path), fileName);
      this.#show('idle');
    } catch {
      this.#show('failed');
    }
  }

  #show(state: 'idle' | 'fetching' | 'failed'): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
