import type { Ticket } from '@faceplate/contracts';
import { ACCEPTED, waitingFile } from '@faceplate/portlet-kit/waiting-file.js';
import { html, nothing, type ReactiveControllerHost } from 'lit';
import { words } from '../messages.ts';
import { isRefused } from '../sending.controller.ts';
import { type WaitingFiles, waitingFiles } from '../typed-ticket.ts';

type Waiting = WaitingFiles[number];

/** As many as a ticket takes. */
const MOST = 5;

/** A ticket that is there, and the names of files that were not taken. */
export interface Raised {
  ticket: Ticket;
  refused: readonly string[];
}

/** Files that go along with a ticket: kept on this device until each has arrived, under a key of its own. */
export class Evidence {
  readonly #host: ReactiveControllerHost;
  #draft: ReturnType<typeof waitingFiles> | undefined;
  #files: WaitingFiles = [];
  /** What goes, or went, with the ticket; what was chosen since is none of it. */
  #going: WaitingFiles = [];
  #sent = 0;
  #problem = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  begin(person: string): void {
    this.#draft = waitingFiles(person);
    this.#files = this.#draft.read() ?? [];
  }

  /** Sends them one after the other; what has arrived before is answered as it was then. A file that is refused does not undo the ticket. */
  async send(ticket: Ticket, attach: (file: { name: string; content: string }, key: string) => Promise<Ticket>): Promise<Raised> {
    let latest = ticket;
    const refused: string[] = [];
    this.#going = this.#files;
    this.#sent = 0;
    for (const { key, ...file } of this.#going) {
      try {
        latest = await attach(file, key);
      } catch (cause) {
        if (!isRefused(cause)) throw cause;
        refused.push(file.name);
      }
      this.#sent += 1;
      this.#host.requestUpdate();
    }
    return { ticket: latest, refused };
  }

  /** The ticket has them. */
  clear(): void {
    const gone = new Set(this.#going.map(({ key }) => key));
    this.#sent = 0;
    this.#problem = '';
    this.#keep(this.#files.filter(({ key }) => !gone.has(key)));
  }

  render(): unknown {
    return html`
      <div class="field">
        <label for="evidence">${words.evidence()}</label>
        <input id="evidence" type="file" multiple accept=${ACCEPTED} aria-describedby="evidence-hint evidence-problem" @change=${this.#onChosen} />
        <p class="hint" id="evidence-hint">${words.evidenceHint()}</p>
        <p class="problem" id="evidence-problem" role="alert">${this.#problem || nothing}</p>
        <ul class="plain" part="evidence">${this.#files.map((file) => html`<li class="row"><bdi>${file.name}</bdi><button type="button" class="quiet" @click=${() => this.#drop(file)}>${words.remove()}</button></li>`)}</ul>
        ${this.#sent > 0 ? html`<progress max=${this.#going.length} value=${this.#sent} aria-label=${words.filesSent(String(this.#sent), String(this.#going.length))}></progress>` : nothing}
      </div>
    `;
  }

  readonly #onChosen = async ({ target }: Event) => {
    const input = target as HTMLInputElement;
    this.#problem = '';
    for (const chosen of input.files ?? []) {
      if (this.#files.length >= MOST) {
        this.#problem = words.tooMany();
        break;
      }
      // One that is gone from the disk by now cannot be read.
      const file = await waitingFile(chosen).catch(() => undefined);
      if (file) this.#files = [...this.#files, { ...file, key: crypto.randomUUID() }];
      else this.#problem = words.badFile();
    }
    input.value = '';
    this.#keep(this.#files);
  };

  #drop(file: Waiting) {
    this.#keep(this.#files.filter((one) => one !== file));
  }

  #keep(files: WaitingFiles) {
    this.#files = files;
    if (files.length > 0) this.#draft?.keep(files);
    else this.#draft?.clear();
    this.#host.requestUpdate();
  }
}
