import type { Bill } from '@faceplate/contracts';
import { formatDate, formatMoney, formatPeriod } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { downloadIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { ChargesPart } from '../charges/charges.ts';
import { statusOf, words as shared } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { DocumentController } from './document.controller.ts';
import { words } from './messages.ts';

/** One bill: what to pay, why, the papers, and its lines. */
export class OneBillPart {
  readonly #host: PartHost;
  readonly #document: DocumentController;
  readonly #charges: ChargesPart;

  constructor(host: PartHost) {
    this.#host = host;
    this.#document = new DocumentController(host, () => host.services.client.bills);
    this.#charges = new ChargesPart(host);
  }

  /** Another bill is on show: nothing said about the last one holds for it. */
  reset(): void {
    this.#document.reset();
  }

  render(bill: Bill): unknown {
    const { tone, word } = statusOf(bill.status);
    const { locale, headingLevel } = this.#host;
    const open = bill.remaining.amount > 0;
    return html`
      <div class="row apart">
        <div class="stack tight">
          ${heading(headingLevel, words.heading(bill.number))}
          <p class="quiet">${formatPeriod(bill.period, locale)} · <bdi>${bill.account.name}</bdi> · ${shared.from(bill.origin)}</p>
        </div>
        ${this.#renderDocument(bill)}
      </div>
      <div class="stack tight">
        <p class="quiet">${open ? words.toPay() : shared.total()}</p>
        <p part="owed" class="figure">${formatMoney(open ? bill.remaining : bill.total, locale)}</p>
        <p class="row"><fp-tag tone=${tone}>${word}</fp-tag> ${open ? html`<span>${words.until(formatDate(bill.due, locale, 'weekday'))}</span>` : nothing}</p>
      </div>
      ${this.#charges.render(bill)}
    `;
  }

  #renderDocument({ id, number }: Bill) {
    const { step } = this.#document.state;
    const said = { idle: '', fetching: words.pdfRunning(), saved: words.pdfDone(), failed: words.pdfFailed() }[step];
    return html`
      <div class="stack tight">
        <button aria-disabled=${step === 'fetching'} @click=${() => this.#host.run(() => this.#document.save(id, `${number}.pdf`))}>
          ${downloadIcon()}<span>${words.pdf()}</span>
        </button>
        <p role="status" class="small">${said}</p>
      </div>
    `;
  }
}
