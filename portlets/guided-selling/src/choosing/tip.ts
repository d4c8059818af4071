import '@faceplate/client/nouns/offers.js';
import type { RecommendationAnswer, RecommendationSlot } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';
import { words } from './messages.ts';

/** One thing that could suit, and why: never more than one, and none for who wants none. */
export class TipPart {
  readonly #host: ShopHost;
  readonly #slot: Reading<readonly [], RecommendationSlot>;

  constructor(host: ShopHost) {
    this.#host = host;
    this.#slot = new Reading(host, { args: () => (host.show === '' && host.person ? [] : undefined), load: (_, options) => host.services.client.offers.recommendation(options), changes: ['offers', 'products'] });
  }

  /** A tip that cannot be read is no loss: nothing stands in its place. */
  render(): unknown {
    const slot = this.#slot.value;
    if (!slot) return nothing;
    if (!slot.wanted) return html`<p class="quiet small">${words.tipsOff()} <button class="quiet" @click=${() => this.#answer({ wanted: true })}>${words.tipsOn()}</button></p>`;
    const { recommendation } = slot;
    if (!recommendation || slot.quiet) return nothing;
    const { headingLevel, locale, go } = this.#host;
    const { id, offer, reason, instead, saving } = recommendation;
    return html`
      <aside class="card" part="tip" aria-label=${words.tip()}>
        ${heading(headingLevel, html`${words.tip()}: <bdi>${offer.name}</bdi>`, 2)}
        <p>${words.because()} <bdi>${reason}</bdi></p>
        <p class="number">${shared.monthly(formatMoney(offer.price.monthly, locale))}${saving ? html` · ${words.saves(formatMoney(saving, locale))}` : nothing}</p>
        ${instead ? html`<p class="quiet">${words.inPlaceOf(instead.name)}</p>` : nothing}
        <div class="row">
          <button data-opens="offer ${offer.id}" @click=${() => go('offer', offer.id)}>${words.look(offer.name)}</button>
          <button class="quiet" @click=${() => this.#answer({ dismiss: id })}>${words.notThis()}</button>
          <button class="quiet" @click=${() => this.#answer({ wanted: false })}>${words.noTips()}</button>
        </div>
      </aside>
    `;
  }

  #answer(answer: RecommendationAnswer): void {
    const { client, report } = this.#host.services;
    void this.#host.run(async () => {
      await client.offers.answer(answer).catch(report);
      this.#slot.retry();
    });
  }
}
