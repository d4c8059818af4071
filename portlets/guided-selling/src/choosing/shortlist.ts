import '@faceplate/client/nouns/offers.js';
import type { Shortlist } from '@faceplate/contracts';
import { latePart, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';
import type { Kept } from './kept.ts';
import { words } from './messages.ts';
import { arrivalHeading, backButton, matchCard } from './offer-views.ts';

/** At most three offers that fit the answers, with what fits and what does not. */
export class ShortlistPart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #matches: Reading<readonly [string], Shortlist>;
  readonly #tip;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    const { answers } = host;
    this.#matches = new Reading(host, {
      args: () => (this.#isShown ? ([JSON.stringify(answers.wishes)] as const) : undefined),
      load: (_, options) => host.services.client.offers.shortlist(answers.wishes, options),
      changes: ['offers', 'products', 'cart'],
    });
    this.#tip = latePart(host, () => this.#isShown && host.person !== '' && host.mode !== 'agent', async () => new (await import('./tip.ts')).TipPart(host));
  }

  get #isShown() {
    return this.#host.show === '' && this.#host.answers.place === 'shortlist';
  }

  render(): unknown {
    const { answers, headingLevel, locale, move, go } = this.#host;
    return html`
      ${arrivalHeading(headingLevel, words.shortlist())}
      <div class="row">
        ${backButton(words.toQuestions(), () => move(() => answers.show('questions')))}
        <button class="quiet" @click=${() => move(() => answers.restart())}>${words.restart()}</button>
        <button class="quiet" @click=${() => move(() => answers.show('list'))}>${shared.seeAll()}</button>
        <button class="quiet" @click=${() => this.#share()}>${words.share()}</button>
      </div>
      <p role="status" class="quiet small">${this.#shared ? words.shared() : nothing}</p>
      ${this.#host.renderReading(this.#matches, {
        loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
        isEmpty: ({ matches }) => matches.length === 0,
        empty: () => html`<fp-status-message tone="info" heading=${words.noMatch()}><p>${words.noMatchHelp()}</p></fp-status-message>`,
        ready: ({ matches, considered }) => html`
          <p class="quiet">${words.considered(considered, locale)}</p>
          <div class="offers">${matches.map((match) => matchCard(this.#host, match))}</div>
          ${matches.length > 1 ? html`<div><button @click=${() => this.#compare(matches.map(({ offer }) => offer), go)}>${words.compareThese()}</button></div>` : nothing}
        `,
      })}
      ${this.#tip.value?.render() ?? nothing}
    `;
  }

  #shared = false;

  /** What was answered goes into an address that others can open. */
  #share(): void {
    const { services, answers } = this.#host;
    void this.#host.run(async () => {
      const address = new URL(globalThis.location.href);
      address.search = answers.shared ? `?answers=${encodeURIComponent(answers.shared)}` : '';
      address.hash = '';
      await globalThis.navigator.clipboard.writeText(address.href).then(
        () => (this.#shared = true),
        // Without leave to use the clipboard the address bar has it.
        () => services.navigate(`/shop${address.search}`),
      );
      this.#host.requestUpdate();
    });
  }

  /** Only what is of one kind can stand side by side: of the kind of the best. */
  #compare(offers: readonly Shortlist['matches'][number]['offer'][], go: ShopHost['go']): void {
    const alike = offers.filter(({ category }) => category?.id === offers[0]?.category?.id).map(({ id }) => id);
    this.#kept.set({ compared: alike.join() });
    go('compare', alike.join());
  }
}
