import type { OrderSummary } from '@faceplate/contracts';
import { formatDate, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, cardStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { OrderChosenEvent } from '../events.ts';
import { words } from '../messages.ts';
import { stageOf } from '../stage-words.ts';

/**
 * Orders, each with its stage and how much of it is done.
 *
 * @summary List of orders.
 * @tagname fp-order-list
 *
 * @fires {OrderChosenEvent} order-chosen - An order was chosen.
 */
export class OrderListElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, cardStyles];

  @property({ attribute: false }) orders: readonly OrderSummary[] = [];

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`<ul class="plain stack">${this.orders.map((order) => this.#renderOrder(order))}</ul>`;
  }

  #renderOrder({ id, number, title, stage, late, itemsDone, itemsTotal, expected }: OrderSummary) {
    const { tone, word } = stageOf(stage);
    return html`
      <li class="card opens">
        <div class="row apart">
          <button class="opener" data-opens=${id} @click=${() => this.dispatchEvent(new OrderChosenEvent(id))}>${words.open(number)}</button>
          <span class="row">
            ${late ? html`<fp-tag tone="critical">${words.late()}</fp-tag>` : nothing}
            <fp-tag tone=${tone}>${word}</fp-tag>
          </span>
        </div>
        <p><bdi>${title}</bdi></p>
        <p class="quiet row">
          <span>${words.progress(itemsDone, itemsTotal)}</span>
          ${expected ? html`<span>${words.expectedOn(formatDate(expected, this.locale, 'weekday'))}</span>` : nothing}
        </p>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-order-list': OrderListElement;
  }
}
