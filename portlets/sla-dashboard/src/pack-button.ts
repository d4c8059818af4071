import '@faceplate/client/nouns/bills.js';
import { offerFile } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { PartHost } from './part.ts';

interface Fetching {
  readonly of: string;
  step: 'idle' | 'fetching' | 'failed';
}

/** Fetches a file and hands it to the browser; each file at most once at a time. */
export class PackButton {
  readonly #host: PartHost;
  readonly #failed: () => string;
  /** Of the file that was asked for last: another month's has nothing to do with it. */
  #state: Fetching = { of: '', step: 'idle' };

  /** `failed` says in words that the file could not be had. */
  constructor(host: PartHost, failed: () => string) {
    this.#host = host;
    this.#failed = failed;
  }

  render(name: string, path: `/${string}`, fileName: string): unknown {
    const step = this.#stepOf(path);
    return html`<div class="stack tight">
      <div><button aria-disabled=${step === 'fetching'} @click=${() => this.#host.run(() => this.#save(path, fileName))}>${downloadIcon()}<span>${name}</span></button></div>
      <p role="status" class="small">${step === 'failed' ? this.#failed() : nothing}</p>
    </div>`;
  }

  #stepOf(path: string) {
    return this.#state.of === path ? this.#state.step : 'idle';
  }

  async #save(path: `/${string}`, fileName: string): Promise<void> {
    if (this.#stepOf(path) === 'fetching') return;
    const state: Fetching = { of: path, step: 'fetching' };
    this.#state = state;
    this.#host.requestUpdate();
    try {
      offerFile(await this.#host.services.client.bills.file(path), fileName);
      state.step = 'idle';
    } catch (cause) {
      this.#host.services.report(cause);
      state.step = 'failed';
    }
    this.#host.requestUpdate();
  }
}
