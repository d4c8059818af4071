import '@faceplate/client/nouns/bills.js';
import type { Bill } from '@faceplate/contracts';
import { downloadIcon } from '@faceplate/ui';
import { html } from 'lit';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';
import { SavingController } from './saving.controller.ts';
import { paperLanguage, saidOf } from './said.ts';

interface Form {
  /** Below the bill's own address. */
  readonly path: string;
  readonly ending: string;
  readonly name: () => string;
}

const PDF: Form = { path: 'document', ending: 'pdf', name: words.pdf };

const OTHERS: readonly Form[] = [
  { path: 'page.html', ending: 'html', name: words.page },
  { path: 'charges/export.csv', ending: 'csv', name: words.csv },
  { path: 'invoice.xml', ending: 'xml', name: words.xml },
];

/** One bill as a file, in the form it is wanted. */
export class BillPapers {
  readonly #host: PartHost;
  readonly #saving: SavingController;

  constructor(host: PartHost) {
    this.#host = host;
    this.#saving = new SavingController(host);
  }

  /** Another bill is on show: nothing said about the last one holds for it. */
  reset(): void {
    this.#saving.reset();
  }

  render(bill: Bill): unknown {
    return html`
      <div class="stack tight papers" part="papers">
        ${this.#renderForm(bill, PDF)}
        <details>
          <summary>${words.otherForms()}</summary>
          <div class="row">${OTHERS.map((form) => this.#renderForm(bill, form))}</div>
        </details>
        <p role="status" class="small">${saidOf(this.#saving.state, this.#host.locale)}</p>
      </div>
    `;
  }

  #renderForm(bill: Bill, form: Form) {
    const { state } = this.#saving;
    return html`<button aria-disabled=${state.step === 'fetching'} @click=${() => this.#host.run(() => this.#save(bill, form))}>
      ${downloadIcon()}<span>${form.name()}</span>
    </button>`;
  }

  #save({ id, number }: Bill, { path, ending }: Form) {
    const { services } = this.#host;
    const address = `/bills/${encodeURIComponent(id)}/${path}?locale=${paperLanguage()}` as const;
    return this.#saving.save(ending.toUpperCase(), `${number}.${ending}`, (options) => services.client.bills.file(address, options));
  }
}
