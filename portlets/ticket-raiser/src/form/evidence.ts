import type { Ticket } from '@faceplate/contracts';
import { html, nothing, type ReactiveControllerHost } from 'lit';
import { words } from '../messages.ts';
import { type WaitingFiles, waitingFiles } from '../typed-ticket.ts';

type Waiting = WaitingFiles[number];

/** As many as a ticket takes. */
const MOST = 5;

/** Files that go along with a ticket: kept on this device until each has arrived, under a key of its own. */
export class Evidence {
  readonly #host: ReactiveControllerHost;
  #draft: ReturnType<typeof waitingFiles> | undefined;
  #files: WaitingFiles = [];
  #sent = 0;
  #problem = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  begin(person: string): void {
    this.#draft = waitingFiles(person);
    this.#files = this.#draft.read() ?? [];
  }

  /** Sends them one after the other; what has arrived before is answered as it was then. */
  async send(ticket: Ticket, attach: (file: { name: string; content: string }, key: string) => Promise<Ticket>): Promise<Ticket> {
    let latest = ticket;
    this.#sent = 0;
    for (const { key, ...file } of this.#files) {
      latest = await attach(file, key);
      this.#sent += 1;
      this.#host.requestUpdate();
    }
    return latest;
  }

  clear(): void {
    this.#files = [];
    this.#sent = 0;
    this.#draft?.clear();
  }

  render(): unknown {
    return html`
      <div class="field">
        <label for="evidence">${words.evidence()}</label>
        <input id="evidence" type="file" multiple accept="image/png,image/jpeg,application/pdf,text/plain" aria-describedby="evidence-hint evidence-problem" @change=${this.#onChosen} />
        <p class="hint" id="evidence-hint">${words.evidenceHint()}</p>
        <p class="problem" id="evidence-problem" role="alert">${this.#problem || nothing}</p>
        <ul class="plain" part="evidence">${this.#files.map((file) => html`<li class="row"><bdi>${file.name}</bdi><button type="button" class="quiet" @click=${() => this.#drop(file)}>${words.remove()}</button></li>`)}</ul>
        ${this.#sent > 0 ? html`<progress max=${this.#files.length} value=${this.#sent} aria-label=${words.filesSent(String(this.#sent), String(this.#files.length))}></progress>` : nothing}
      </div>
    `;
  }

  readonly #onChosen = async ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const { waitingFile } = await import('@faceplate/portlet-kit/waiting-file.js');
    this.#problem = '';
    for (const chosen of input.files ?? []) {
      const file = await waitingFile(chosen);
      if (file && this.#files.length < MOST) this.#files = [...this.#files, { ...file, key: crypto.randomUUID() }];
      else this.#problem = words.badFile();
    }
    input.value = '';
    this.#draft?.keep(this.#files);
    this.#host.requestUpdate();
  };

  #drop(file: Waiting) {
    this.#files = this.#files.filter((one) => one !== file);
    this.#draft?.keep(this.#files);
    this.#host.requestUpdate();
  }
}
