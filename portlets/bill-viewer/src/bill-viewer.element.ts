import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon } from '@faceplate/ui';
import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { emptyView, listView, owedView, trendView } from './all-bills.ts';
import { styles } from './bill-viewer.styles.ts';
import { type BillChosenEvent, BillOpenedEvent } from './events.ts';
import { words } from './messages.ts';
import type { OneBillPart } from './one-bill/one-bill.ts';
import { type BillingClient, type PartHost, withWords } from './part.ts';

/**
 * Shows the bills of all accounts in one list, and one bill down to its charges.
 *
 * @summary Bills: what is owed, what for, and how it went over a year.
 * @tagname fp-bill-viewer
 *
 * @slot help - What to offer a customer who does not understand the bill.
 * @csspart owed - The amount owed.
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {BillOpenedEvent} fp-bill-opened - The customer opened a bill.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class BillViewerElement extends PortletElement<BillingClient> {
  static override styles = [PortletElement.styles, styles];

  /** The bill to show; empty for the list. */
  @property({ attribute: 'bill-id' }) billId = '';

  /** The line of the bill to land on. */
  @property({ attribute: 'charge-id' }) chargeId = '';

  readonly #bills = new Reading(this, {
    args: () => (this.billId ? undefined : ([this.activeAccount] as const)),
    load: ([account], options) => this.services.client.bills.list(account || undefined, options),
    changes: ['bills', 'accounts'],
  });

  readonly #bill = new Reading(this, {
    args: () => (this.billId ? ([this.billId] as const) : undefined),
    load: ([billId], options) => this.services.client.bills.get(billId, options),
    changes: ['bills'],
  });

  /** How one bill is drawn: the list does not carry it. */
  readonly #part = new Reading(this, {
    args: () => (this.billId ? ([] as const) : undefined),
    load: async () => {
      const { OneBillPart } = await withWords(import('./one-bill/one-bill.ts'));
      return (this.#one ??= new OneBillPart(partHost(this, this.#lent)));
    },
    changes: [],
  });

  #one: OneBillPart | undefined;

  protected override get page() {
    return this.billId;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('billId')) this.#one?.reset();
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    return this.billId ? this.#renderOne() : this.#renderAll();
  }

  #renderAll() {
    const locale = this.activeLocale;
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#bills, {
          loading: () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => emptyView(false),
          ready: (bills) => html`${owedView(bills, locale)} ${trendView(bills, locale)} ${listView(bills, locale, this.#onChosen)}`,
        })}
      </section>
    `;
  }

  #renderCard() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#bills, {
          loading: () => html`<fp-skeleton figure lines="2"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => emptyView(true),
          ready: (bills) => html`${owedView(bills, this.activeLocale)}
            <div><button @click=${() => this.#go('')}>${words.seeAll()}</button></div>`,
        })}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderOne() {
    const loading = () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="8"></fp-skeleton>`;
    const failed = () => this.#renderHeading();
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#bill, {
          loading,
          failed,
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.notFound()}></fp-status-message>`,
          ready: (bill) => this.renderReading(this.#part, { loading, failed, ready: (part) => part.render(bill) }),
        })}
        <slot name="help"></slot>
      </section>
    `;
  }

  readonly #onChosen = ({ billId }: BillChosenEvent) => {
    this.#go(billId);
    this.dispatchEvent(new BillOpenedEvent(billId));
  };

  #go(billId: string) {
    if (this.view === 'full') this.billId = billId;
    this.services.navigate(billId ? `/bills/${encodeURIComponent(billId)}` : '/bills');
  }

  /** What only an heir may call, lent to the parts. */
  readonly #lent: Lent = {
    locale: () => this.activeLocale,
    renderReading: (reading, views) => this.renderReading(reading, views),
    run: (work) => this.run(work),
  };
}

interface Lent extends Pick<PartHost, 'renderReading' | 'run'> {
  locale(): string;
}

/** Controllers of the parts hang on the element itself, and speak to it as it is now. */
function partHost(element: BillViewerElement, { locale, renderReading, run }: Lent): PartHost {
  return {
    renderReading,
    run,
    addController: (controller) => element.addController(controller),
    removeController: (controller) => element.removeController(controller),
    requestUpdate: () => element.requestUpdate(),
    dispatchEvent: (event) => element.dispatchEvent(event),
    get updateComplete() {
      return element.updateComplete;
    },
    get services() {
      return element.services;
    },
    get locale() {
      return locale();
    },
    get headingLevel() {
      return element.headingLevel;
    },
    get billId() {
      return element.billId;
    },
    get chargeId() {
      return element.chargeId;
    },
    get renderRoot() {
      return element.renderRoot;
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bill-viewer': BillViewerElement;
  }
}
