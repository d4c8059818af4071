import '@faceplate/client/nouns/places.js';
import type { Availability, Place, PlaceList } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { Pause } from '@faceplate/portlet-kit/pause.js';
import { html, nothing } from 'lit';
import type { Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import { obstacleList } from '../choosing/ways.ts';
import { InterestController } from '../offer/interest.controller.ts';
import { lineView } from '../offer/offer-facts.ts';
import type { ShopHost } from '../part.ts';

/** As many letters as an address needs to be looked for. */
const ENOUGH = 3;

/** Where one lives, down to the very flat, and what reaches it. */
export class AddressPart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #pause: Pause;
  readonly #found: Reading<readonly [string], PlaceList>;
  readonly #house: Reading<readonly [string], Place>;
  readonly #availability: Reading<readonly [string], Availability>;
  readonly #interest: InterestController;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#interest = new InterestController(host, kept);
    this.#pause = new Pause(host, () => this.#words);
    const { places } = host.services.client;
    const when = (value: string, isWanted = true) => (host.show === 'address' && value && isWanted ? ([value] as const) : undefined);
    this.#found = new Reading(host, { args: () => when(this.#pause.text, this.#pause.text.length >= ENOUGH && !kept.get('place') && !kept.get('house')), load: ([search], options) => places.search(search, options), changes: [] });
    this.#house = new Reading(host, { args: () => when(kept.get('house'), !kept.get('place')), load: ([id], options) => places.get(id, options), changes: [] });
    this.#availability = new Reading(host, { args: () => when(kept.get('place')), load: ([id], options) => places.availability(id, options), changes: ['offers'] });
  }

  get #words(): string {
    return this.#kept.get('place-words').trim();
  }

  render(): unknown {
    const { headingLevel } = this.#host;
    return html`
      ${heading(headingLevel, words.whereHeading())}
      <div class="field">
        <label for="place">${words.where()}</label>
        <input id="place" type="search" autocomplete="street-address" .value=${this.#kept.get('place-words')} aria-describedby="place-help" @input=${this.#onType} />
        <p id="place-help" class="hint">${words.whereHelp()}</p>
      </div>
      ${this.#kept.get('place') ? this.#renderPlace() : this.#kept.get('house') ? this.#renderHouse() : this.#renderFound()}
    `;
  }

  readonly #onType = (event: Event) => {
    this.#kept.set({ 'place-words': (event.target as HTMLInputElement).value.slice(0, 200), place: '', 'place-text': '', house: '' });
  };

  #renderFound() {
    if (this.#words.length < ENOUGH) return nothing;
    return this.#host.renderReading(this.#found, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<fp-status-message tone="info" heading=${words.noPlace()}><p>${words.noPlaceHelp()}</p><button slot="actions" @click=${() => this.#host.leave('/support')}>${words.askUs()}</button></fp-status-message>`,
      ready: ({ items, exact }) => html`
        <p role="status" class="quiet">${exact ? words.places(items.length, this.#host.locale) : words.meant()}</p>
        <ul class="plain stack tight" part="places">
          ${items.map(({ id, text, flats }) => html`<li><button @click=${() => this.#choose(id, text, flats)}><bdi>${text}</bdi>${flats > 0 ? html` <span class="quiet small">${words.flats(flats, this.#host.locale)}</span>` : nothing}</button></li>`)}
        </ul>
      `,
    });
  }

  /** A house with flats is no address yet. */
  #choose(id: string, text: string, flats: number) {
    this.#kept.set({ 'place-words': text, ...(flats > 0 ? { house: id } : { place: id, 'place-text': text }) });
  }

  #renderHouse() {
    return this.#host.renderReading(this.#house, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: ({ text, flats }) => html`
        <div class="field">
          <label for="flat">${words.whichFlat(text)}</label>
          <select id="flat" @change=${(event: Event) => this.#chooseFlat(event, flats)}>
            <option value="">${words.chooseFlat()}</option>
            ${flats.map((flat) => html`<option value=${flat.id}>${flat.text}</option>`)}
          </select>
        </div>
      `,
    });
  }

  #chooseFlat(event: Event, flats: Place['flats']) {
    const flat = flats.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (flat) this.#kept.set({ place: flat.id, 'place-text': flat.text, 'place-words': flat.text });
  }

  #renderPlace() {
    const house = this.#kept.get('house');
    return html`
      ${house ? html`<div><button class="quiet flush" @click=${() => this.#kept.set({ place: '', 'place-text': '' })}>${words.otherFlat()}</button></div>` : nothing}
      ${this.#host.renderReading(this.#availability, { loading: () => html`<fp-skeleton lines="4"></fp-skeleton>`, ready: (availability) => this.#renderAvailability(availability) })}
    `;
  }

  #renderAvailability({ place, lines, obstacles, interest }: Availability) {
    const { locale, headingLevel, go, back } = this.#host;
    const usePlace = ({ id, text }: { id: string; text: string }) => this.#kept.set({ place: id, 'place-text': text, 'place-words': text });
    return html`
      ${heading(headingLevel, html`<bdi>${place.text}</bdi>`, 1)}
      ${lines.length > 0 ? html`<div role="status"><ul class="plain stack" part="lines">${lines.map((line) => html`<li class="card">${lineView(line, locale)}</li>`)}</ul></div>` : nothing}
      ${obstacles.length > 0 && !interest ? obstacleList(this.#host, obstacles, { usePlace, registerInterest: () => void this.#interest.register(place.id) }) : nothing}
      ${interest ? this.#renderInterest(interest, place.id) : this.#interest.render(place.id)}
      <div class="row">
        <button class="primary" @click=${() => go('offers', 'possible')}>${words.offersHere()}</button>
        <button class="quiet" @click=${back}>${words.back()}</button>
      </div>
    `;
  }

  #renderInterest({ id, since, what }: NonNullable<Availability['interest']>, placeId: string) {
    const { locale } = this.#host;
    const forget = () => void this.#interest.forget(id, placeId);
    return html`${this.#interest.renderRefusal(placeId, '', forget)}<fp-status-message tone="info" heading=${words.interestDone()}>
      <p><bdi>${what}</bdi> · ${words.since(formatInstant(since, locale, Intl.DateTimeFormat().resolvedOptions().timeZone, 'day'))}</p>
      <button slot="actions" @click=${forget}>${words.forget()}</button>
    </fp-status-message>`;
  }
}

