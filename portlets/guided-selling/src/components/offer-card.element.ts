import type { Match, MatchReason, Obstacle, Offer } from '@faceplate/contracts';
import { formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { addIcon, baseStyles, buttonStyles, cardStyles, criticalIcon, positiveIcon } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferChosenEvent } from '../events.ts';
import { words } from '../messages.ts';
import type { Refusal } from '../refusal.ts';
import { offerCardStyles } from './offer-card.styles.ts';
import { refusalMessage } from './refusal-message.ts';

/**
 * One offer: what it is, what it costs now and later, how it fits, and what stands in its way.
 *
 * @summary One offer with its price and a button.
 * @tagname fp-offer-card
 *
 * @fires {OfferChosenEvent} offer-chosen - The offer is to go into the cart.
 * @fires {OfferChosenEvent} offer-sought - Another offer, one that can be ordered, is to be shown.
 */
export class OfferCardElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, cardStyles, offerCardStyles];

  @property({ attribute: false }) offer: Offer | undefined;

  /** How the offer fits the answers; absent outside the shortlist. */
  @property({ attribute: false }) match: Match | undefined;

  /** What stands in the way; empty when it can be ordered. */
  @property({ attribute: false }) obstacles: readonly Obstacle[] = [];

  /** What could be ordered instead. */
  @property({ attribute: false }) alternatives: readonly Offer[] = [];

  @property({ attribute: false }) refusal: Refusal | undefined;

  @property({ attribute: 'sign-in-href' }) signInHref = '';

  @property({ attribute: 'in-cart', type: Number }) inCart = 0;

  @property({ type: Boolean }) adding = false;

  @property({ type: Number }) level = 4;

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

  override render() {
    return this.offer ? this.#renderOffer(this.offer) : nothing;
  }

  #renderOffer({ name, description, bundled, price, termMonths, features }: Offer) {
    const list = new Intl.ListFormat(this.locale);
    return html`
      <article class="card">
        <div class="row apart">
          ${heading(this.level - 1, html`<span tabindex="-1"><bdi>${name}</bdi></span>`, 1)}
          ${this.inCart > 0 ? html`<fp-tag tone="positive">${words.inCart(this.inCart, this.locale)}</fp-tag>` : nothing}
        </div>
        <p><bdi>${description}</bdi></p>
        ${bundled.length > 0 ? html`<p>${words.includes(list.format(bundled))}</p>` : nothing} ${this.#renderPrice(price)}
        <p class="quiet small">${words.term(termMonths, this.locale)}</p>
        <dl>
          ${features.map((feature) => html`<div><dt><bdi>${feature.name}</bdi></dt><dd><bdi>${feature.value}</bdi></dd></div>`)}
        </dl>
        ${this.#renderReasons(words.met(), 'met', this.match?.met)} ${this.#renderReasons(words.unmet(), 'unmet', this.match?.unmet)}
        ${this.obstacles.length > 0 ? this.#renderObstacles() : this.#renderAdd()}
      </article>
    `;
  }

  #renderPrice({ once, monthly, promotion }: Offer['price']) {
    const { locale } = this;
    return html`
      <div class="price">
        <p class="monthly">${words.monthly(formatMoney(monthly, locale))}</p>
        ${promotion ? html`<p>${words.promotion(promotion.months, formatMoney(promotion.monthlyAfter, locale), locale)}</p>` : nothing}
        <p>${once.amount === 0 ? words.noOnce() : words.once(formatMoney(once, locale))}</p>
      </div>
    `;
  }

  #renderReasons(name: string, kind: 'met' | 'unmet', reasons: readonly MatchReason[] = []) {
    if (reasons.length === 0) return nothing;
    const icon = kind === 'met' ? positiveIcon : criticalIcon;
    return html`
      <div class="stack tight">
        <p class="small quiet" id=${kind}>${name}</p>
        <ul class="plain ${kind}" aria-labelledby=${kind}>
          ${reasons.map(({ wish, says }) => html`<li>${icon()}<bdi>${says && says !== wish ? `${wish}: ${says}` : wish}</bdi></li>`)}
        </ul>
      </div>
    `;
  }

  /** The button stays in reach and says why it does nothing. */
  #renderObstacles() {
    return html`
      <div class="stack tight" id="why">
        <p><strong>${words.blocked()}</strong></p>
        ${this.obstacles.map(({ reason, remedy }) => html`<p class="obstacle"><bdi>${reason} ${remedy}</bdi></p>`)}
      </div>
      <div class="row">
        <button aria-disabled="true" aria-describedby="why">${addIcon()}<span>${words.add()}</span></button>
        ${this.alternatives.map(
          (other) => html`<button class="quiet" @click=${() => this.dispatchEvent(new OfferChosenEvent('offer-sought', other))}>
            ${words.instead(other.name)}
          </button>`,
        )}
      </div>
    `;
  }

  #renderAdd() {
    return html`
      ${this.refusal ? refusalMessage(this.refusal, this.signInHref, () => this.#onAdd()) : nothing}
      <div>
        <button class=${this.match ? 'primary' : ''} aria-disabled=${this.adding} @click=${this.#onAdd}>
          ${addIcon()}<span>${this.adding ? words.adding() : words.add()}</span>
        </button>
      </div>
    `;
  }

  #onAdd() {
    if (this.offer) this.dispatchEvent(new OfferChosenEvent('offer-chosen', this.offer));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-offer-card': OfferCardElement;
  }
}
