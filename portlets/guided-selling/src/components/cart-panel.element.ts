import type { Cart, CartItem } from '@faceplate/contracts';
import { formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { baseStyles, buttonStyles, cardStyles, cartIcon, closeIcon } from '@faceplate/ui';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { LineChosenEvent } from '../events.ts';
import { words } from '../messages.ts';

/**
 * What is in the cart, what it costs once and monthly, and the way to the order.
 *
 * @summary The cart with its totals.
 * @tagname fp-cart-panel
 *
 * @slot - Why the last thing could not be done.
 * @fires {LineChosenEvent} line-removed - A line is to be taken out.
 * @fires {LineChosenEvent} line-restored - The line taken out last is to come back.
 * @fires {Event} cart-sought - On to the cart, where it is ordered.
 */
export class CartPanelElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    cardStyles,
    css`
      :host {
        display: block;
      }

      ul {
        list-style: none;
      }

      li {
        padding-block: var(--fp-space-2);
        border-block-end: var(--fp-line-width) solid var(--fp-line-quiet);
      }

      dl {
        font-weight: var(--fp-weight-strong);
      }
    `,
  ];

  @property({ attribute: false }) cart: Cart | undefined;

  /** The line taken out last, while it can come back. */
  @property({ attribute: false }) removed: CartItem | undefined;

  @property({ type: Number }) level = 3;

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    });
  }

  /** The button that was pressed goes with its line; what undoes it is the next thing to be at. */
  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('removed') && this.removed) this.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
  }

  override render() {
    const { items = [] } = this.cart ?? {};
    return html`
      <section class="card" aria-labelledby="cart">
        <div id="cart">${heading(this.level - 1, html`<span tabindex="-1">${cartIcon()} ${words.cart()}</span>`, 1)}</div>
        ${items.length > 0 ? html`<ul class="plain">${items.map((item) => this.#renderLine(item))}</ul>` : nothing}
        ${this.removed ? this.#renderRemoved(this.removed) : nothing}
        <div role="status">${this.cart && items.length > 0 ? this.#renderTotals(this.cart) : html`<p>${words.cartEmpty()}</p>`}</div>
        <slot></slot>
        ${items.length > 0 ? html`<button class="primary" @click=${() => this.dispatchEvent(new Event('cart-sought'))}>${words.toCart()}</button>` : nothing}
      </section>
    `;
  }

  #renderLine(item: CartItem) {
    const { name, quantity, once, monthly } = item;
    const costs = [words.monthly(formatMoney(monthly, this.locale)), ...(once.amount === 0 ? [] : [words.once(formatMoney(once, this.locale))])];
    return html`
      <li class="row apart">
        <div>
          <p><bdi>${name}</bdi>${quantity > 1 ? html` <span class="quiet">× ${quantity}</span>` : nothing}</p>
          <p class="quiet small number">${costs.join(' · ')}</p>
        </div>
        <button class="quiet" aria-label=${words.remove(name)} @click=${() => this.dispatchEvent(new LineChosenEvent('line-removed', item))}>
          ${closeIcon()}
        </button>
      </li>
    `;
  }

  #renderRemoved(item: CartItem) {
    return html`
      <div class="row apart">
        <p role="status">${words.removed(item.name)}</p>
        <button class="undo" @click=${() => this.dispatchEvent(new LineChosenEvent('line-restored', item))}>${words.undo()}</button>
      </div>
    `;
  }

  #renderTotals({ once, monthly, after }: Cart) {
    return html`
      <dl class="stack tight">
        ${this.#renderTotal(words.totalOnce(), once)} ${this.#renderTotal(words.totalMonthly(), monthly)}
        ${after && after.amount !== monthly.amount ? this.#renderTotal(words.totalLater(), after) : nothing}
      </dl>
    `;
  }

  #renderTotal(name: string, amount: Cart['once']) {
    return html`<div class="row apart"><dt>${name}</dt><dd class="number">${formatMoney(amount, this.locale)}</dd></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-cart-panel': CartPanelElement;
  }
}
