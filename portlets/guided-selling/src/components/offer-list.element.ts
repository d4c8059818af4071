import type { Offer } from '@faceplate/contracts';
import { updateWhenLocaleChanges } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { baseStyles, formStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LINES, lineWord, words } from '../messages.ts';

/**
 * All offers by line of business, with a filter by words and by what can be ordered.
 *
 * @summary The whole list of offers with a filter.
 * @tagname fp-offer-list
 */
export class OfferListElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    formStyles,
    css`
      .offers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
        gap: var(--fp-space-4);
      }
    `,
  ];

  @property({ attribute: false }) offers: readonly Offer[] = [];

  /** Draws one offer; whoever holds the cart knows how. */
  @property({ attribute: false }) draw: (offer: Offer) => unknown = () => nothing;

  @property({ type: Number }) level = 4;

  @property() locale = 'en';

  @state() private query = '';

  @state() private onlyPossible = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** Filters by the name of one offer and goes there. */
  async look(name: string): Promise<void> {
    this.query = name;
    this.onlyPossible = false;
    await this.updateComplete;
    const cards = [...this.renderRoot.querySelectorAll('fp-offer-card')];
    cards.find(({ offer }) => offer?.name === name)?.focus();
  }

  override render() {
    const found = this.offers.filter((offer) => this.#fits(offer));
    return html`
      <div class="stack">
        <div class="field">
          <label for="query">${words.find()}</label>
          <input id="query" type="search" .value=${this.query} @input=${this.#onQuery} />
        </div>
        <label class="choice"><input type="checkbox" .checked=${this.onlyPossible} @change=${this.#onPossible} /><span>${words.onlyPossible()}</span></label>
        <p role="status" class="quiet">${words.found(found.length, this.locale)}</p>
        ${LINES.map((line) => this.#renderLine(lineWord(line), found.filter(({ lineOfBusiness }) => lineOfBusiness === line)))}
      </div>
    `;
  }

  #renderLine(name: string, offers: readonly Offer[]) {
    if (offers.length === 0) return nothing;
    return html`
      <section class="stack">
        ${heading(this.level - 1, name, 1)}
        <div class="offers">${repeat(offers, ({ id }) => id, this.draw)}</div>
      </section>
    `;
  }

  #fits({ name, description, features, bundled, obstacles }: Offer): boolean {
    if (this.onlyPossible && obstacles.length > 0) return false;
    const text = [name, description, ...bundled, ...features.flatMap((feature) => [feature.name, feature.value])].join(' ');
    return text.toLocaleLowerCase().includes(this.query.trim().toLocaleLowerCase());
  }

  #onQuery(event: Event) {
    this.query = (event.target as HTMLInputElement).value;
  }

  #onPossible(event: Event) {
    this.onlyPossible = (event.target as HTMLInputElement).checked;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-offer-list': OfferListElement;
  }
}
