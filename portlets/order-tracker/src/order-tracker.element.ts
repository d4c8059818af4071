import '@faceplate/client/nouns/orders.js';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { FollowController } from '@faceplate/portlet-kit/acting.js';
import { backIcon, cardStyles, formStyles } from '@faceplate/ui';
import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { AllOrdersPart } from './all-orders.ts';
import { OrderOpenedEvent } from './events.ts';
import { words } from './messages.ts';
import { styles } from './order-tracker.styles.ts';
import { askAddress, type OrdersPortletClient, type PartHost } from './part.ts';
import { addressOf, type Wanted } from './wanted.ts';

/**
 * Shows every order, and one order line by line: where it stands, what was promised, who acts next. Moves by itself, takes what
 * a line waits for, and changes, moves or cancels what still can be.
 *
 * @summary Orders and how far they are.
 * @tagname fp-order-tracker
 *
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @csspart visit - The technician's visit of an order.
 * @csspart report - How long orders took and what is in danger.
 * @fires {OrderOpenedEvent} fp-order-opened - The customer opened an order.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class OrderTrackerElement extends PortletElement<OrdersPortletClient> implements Wanted {
  static override styles = [PortletElement.styles, formStyles, cardStyles, styles];

  /** The order to show; empty for the list. */
  @property({ attribute: 'order-id' }) orderId = '';

  /** Words of numbers, names and places of orders. */
  @property() search = '';

  /** `open` for what is under way alone, `ended` for what is finished. */
  @property() only = '';

  /** Orders to this address alone, as the orders word it. */
  @property() place = '';

  readonly #lent: PartHost = this.lend(
    {
      open: (orderId: string) => this.#open(orderId),
      go: (path: string) => this.services.navigate(path),
      ask: (changes: Partial<Wanted>) => this.#ask(changes),
      askUs: () => {
        this.services.navigate(askAddress(`${words.open(this.#order.value?.number ?? '')}: `));
      },
    },
    {
      // An attribute that is taken away leaves nothing behind, not an empty text.
      orderId: () => this.orderId || '',
      wanted: () => this.#wanted,
    },
  );

  readonly #all = new AllOrdersPart(this.#lent);

  readonly #order = new Reading(this, {
    args: () => (this.orderId ? ([this.orderId] as const) : undefined),
    load: ([orderId], options) => this.services.client.orders.get(orderId, options),
    changes: ['orders', 'payments'],
  });

  readonly #one = latePart(
    this,
    () => Boolean(this.orderId) && this.view === 'full',
    async () => new (await import('./one/one.ts')).OneOrderPart(this.#lent),
  );

  /** The list as it was when an order was opened from it: an order's address says nothing of it. */
  #left: Partial<Wanted> = {};

  constructor() {
    super();
    new FollowController(this);
  }

  protected override get page() {
    return this.orderId;
  }

  protected override renderContent() {
    if (this.view === 'full' && this.orderId) return this.#renderOne();
    return html`<section class="stack">${this.#all.render()}</section>`;
  }

  #renderOne() {
    const head = () => heading(this.headingLevel, words.heading());
    const loading = () => html`${head()}<fp-skeleton figure rows lines="6"></fp-skeleton>`;
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#ask(this.#left)}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#order, {
          loading,
          failed: head,
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.notFound()}><button slot="actions" @click=${() => this.#ask(this.#left)}>${words.back()}</button></fp-status-message>`,
          ready: (order) => this.renderReading(this.#one, { loading, failed: head, ready: (part) => part.render(order) }),
        })}
      </section>
    `;
  }

  get #wanted(): Wanted {
    const { search, only, place } = this;
    return { search: search || '', only: only || '', place: place || '' };
  }

  #open(orderId: string) {
    if (!this.orderId) this.#left = this.#wanted;
    if (this.view === 'full') this.orderId = orderId;
    this.services.navigate(`/orders/${encodeURIComponent(orderId)}`);
    this.dispatchEvent(new OrderOpenedEvent(orderId));
  }

  #ask(changes: Partial<Wanted>) {
    const wanted = { ...this.#wanted, ...changes };
    if (this.view === 'full') Object.assign(this, wanted, { orderId: '' });
    this.services.navigate(addressOf(wanted));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-order-tracker': OrderTrackerElement;
  }
}
