import type { FaceplateClient } from '@faceplate/client';
import type { Order, OrderList, OrderSummary } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import { formatInstant, formatMoney } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type OrderChosenEvent, OrderOpenedEvent } from './events.ts';
import { words } from './messages.ts';
import { styles } from './order-tracker.styles.ts';
import { stageOf } from './stage-words.ts';

/**
 * Shows every order, and one order line by line: where it stands, what was promised, who acts next. Moves by itself.
 *
 * @summary Orders and how far they are.
 * @tagname fp-order-tracker
 *
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {OrderOpenedEvent} fp-order-opened - The customer opened an order.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class OrderTrackerElement extends PortletElement<Pick<FaceplateClient, 'orders'>> {
  static override styles = [PortletElement.styles, styles];

  /** The order to show; empty for the list. */
  @property({ attribute: 'order-id' }) orderId = '';

  readonly #orders = new Reading(this, {
    args: () => (this.orderId ? undefined : ([] as const)),
    load: (_, options) => this.services.client.orders.list(options),
    changes: ['orders'],
  });

  readonly #order = new Reading(this, {
    args: () => (this.orderId ? ([this.orderId] as const) : undefined),
    load: ([orderId], options) => this.services.client.orders.get(orderId, options),
    changes: ['orders'],
  });

  protected override get page() {
    return this.orderId;
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    return this.orderId ? this.#renderOne() : this.#renderAll();
  }

  #renderAll() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#orders, {
          loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => this.#renderEmpty(),
          ready: ({ items }) => this.#renderLists(items),
        })}
      </section>
    `;
  }

  #renderLists(orders: readonly OrderSummary[]) {
    const finished = orders.filter(({ stage }) => isFinal(stage));
    return html`
      ${this.#renderList(orders.filter(({ stage }) => !isFinal(stage)))}
      ${finished.length > 0 ? html`${heading(this.headingLevel, words.finished(), 1)}${this.#renderList(finished)}` : nothing}
    `;
  }

  #renderList(orders: readonly OrderSummary[]) {
    if (orders.length === 0) return html`<p>${words.allDone()}</p>`;
    return html`<fp-order-list .orders=${orders} locale=${this.activeLocale} @order-chosen=${this.#onChosen}></fp-order-list>`;
  }

  #renderCard() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#orders, {
          loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => this.#renderEmpty(),
          ready: (orders) => this.#renderAnswer(orders),
        })}
      </section>
    `;
  }

  #renderAnswer({ items }: OrderList) {
    const locale = this.activeLocale;
    const open = items.filter(({ stage }) => !isFinal(stage));
    const waiting = open.filter(({ stage }) => stage === 'waiting-for-you').length;
    return html`
      <p class="lead">${open.length > 0 ? words.underWay(open.length, locale) : words.allDone()}</p>
      ${waiting > 0 ? html`<p><fp-tag tone="notice">${words.needsYou(waiting, locale)}</fp-tag></p>` : nothing}
      <div><button @click=${() => this.#go('')}>${words.seeAll()}</button></div>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderEmpty() {
    if (this.view === 'card') return html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`;
    return html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`;
  }

  #renderOne() {
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#order, {
          loading: () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="6"></fp-skeleton>`,
          failed: () => this.#renderHeading(),
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.notFound()}></fp-status-message>`,
          ready: (order) => this.#renderOrder(order),
        })}
      </section>
    `;
  }

  #renderOrder(order: Order) {
    const { tone, word } = stageOf(order.stage);
    const locale = this.activeLocale;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`
      ${heading(this.headingLevel, words.open(order.number))}
      <p class="row">
        <fp-tag tone=${tone}>${word}</fp-tag>
        <span>${words.progress(order.itemsDone, order.itemsTotal)}</span>
        <span class="quiet">${words.placed(formatInstant(order.placedAt, locale, zone, 'medium'))}</span>
      </p>
      ${this.#renderPrice(order)}
      ${order.items.map((item) => html`<fp-order-line .item=${item} locale=${locale} zone=${zone}></fp-order-line>`)}
    `;
  }

  #renderPrice({ once, monthly }: Order) {
    const locale = this.activeLocale;
    const prices = [
      ...(once?.amount ? [words.once(formatMoney(once, locale))] : []),
      ...(monthly?.amount ? [words.monthly(formatMoney(monthly, locale))] : []),
    ];
    return prices.length > 0 ? html`<p class="row quiet">${prices.map((price) => html`<span>${price}</span>`)}</p>` : nothing;
  }

  #onChosen({ orderId }: OrderChosenEvent) {
    this.#go(orderId);
    this.dispatchEvent(new OrderOpenedEvent(orderId));
  }

  #go(orderId: string) {
    if (this.view === 'full') this.orderId = orderId;
    this.services.navigate(orderId ? `/orders/${encodeURIComponent(orderId)}` : '/orders');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-order-tracker': OrderTrackerElement;
  }
}
