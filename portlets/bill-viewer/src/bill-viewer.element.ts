import '@faceplate/client/nouns/bills.js';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon } from '@faceplate/ui';
import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { AllBillsPart } from './all-bills.ts';
import { styles } from './bill-viewer.styles.ts';
import { BillOpenedEvent } from './events.ts';
import { words } from './messages.ts';
import type { BillingClient, PartHost } from './part.ts';
import { addressOf, billAddress, type Wanted } from './wanted.ts';

/**
 * Shows the bills of all accounts in one list, what they add up to, and one bill down to its charges.
 *
 * @summary Bills: what is owed, what for, and why it changed.
 * @tagname fp-bill-viewer
 *
 * @slot help - What to offer a customer who does not understand the bill.
 * @csspart owed - The amount to be paid.
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {BillOpenedEvent} fp-bill-opened - The customer opened a bill.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class BillViewerElement extends PortletElement<BillingClient> implements Wanted {
  static override styles = [PortletElement.styles, styles];

  /** The bill to show; empty for the list. */
  @property({ attribute: 'bill-id' }) billId = '';

  /** The line of the bill to land on. */
  @property({ attribute: 'charge-id' }) chargeId = '';

  /** Words to look for on the lines of all bills. */
  @property() search = '';

  /** Id of the billing account whose bills the list shows. */
  @property() payer = '';

  /** Bills in this state alone: `open`, `overdue`, `disputed`, `paid`. */
  @property() status = '';

  /** Bills of this year alone. */
  @property() year = '';

  readonly #lent: PartHost = this.lend(
    {
      open: (billId: string, chargeId?: string) => this.#open(billId, chargeId),
      ask: (changes: Partial<Wanted>) => this.#ask(changes),
      go: (path: string) => this.#go(path),
    },
    {
      // An attribute that is taken away leaves nothing behind, not an empty text.
      billId: () => this.billId || '',
      chargeId: () => this.chargeId || '',
      wanted: () => this.#wanted,
    },
  );

  readonly #all = new AllBillsPart(this.#lent);

  readonly #bill = new Reading(this, {
    args: () => (this.billId ? ([this.billId] as const) : undefined),
    load: ([billId], options) => this.services.client.bills.get(billId, options),
    changes: ['bills'],
  });

  readonly #one = latePart(
    this,
    () => Boolean(this.billId),
    async () => new (await import('./one-bill/one-bill.ts')).OneBillPart(this.#lent),
  );

  /** The list as it was when a bill was opened from it: a bill's address says nothing of it. */
  #left: Partial<Wanted> = {};

  protected override get page() {
    return this.billId;
  }

  protected override renderContent() {
    if (this.view === 'full' && this.billId) return this.#renderOne();
    return html`<section class="stack">${this.#all.render()}</section>`;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderOne() {
    const loading = () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="8"></fp-skeleton>`;
    const failed = () => this.#renderHeading();
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#ask(this.#left)}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#bill, {
          loading,
          failed,
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.notFound()}></fp-status-message>`,
          ready: (bill) => this.renderReading(this.#one, { loading, failed, ready: (part) => part.render(bill) }),
        })}
        <slot name="help"></slot>
      </section>
    `;
  }

  get #wanted(): Wanted {
    const { search, payer, status, year } = this;
    // An attribute that is taken away leaves nothing behind, not an empty text.
    return { search: search || '', payer: payer || '', status: status || '', year: year || '' };
  }

  #open(billId: string, chargeId = '') {
    if (!this.billId) this.#left = this.#wanted;
    if (this.view === 'full') Object.assign(this, { billId, chargeId });
    this.#go(billAddress(billId, chargeId));
    this.dispatchEvent(new BillOpenedEvent(billId));
  }

  /** To the list as it is asked for: what is not named stays. */
  #ask(changes: Partial<Wanted>) {
    const wanted = { ...this.#wanted, ...changes };
    if (this.view === 'full') Object.assign(this, wanted, { billId: '', chargeId: '' });
    this.#go(addressOf(wanted));
  }

  #go(path: string) {
    this.services.navigate(path);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bill-viewer': BillViewerElement;
  }
}
