import '@faceplate/client/nouns/places.js';
import type { Place, PlaceList } from '@faceplate/contracts';
import { Reading } from '@faceplate/portlet-kit';
import { Pause } from '@faceplate/portlet-kit/pause.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { words } from './messages.ts';
import type { Typed } from './typed.ts';

interface Picked {
  /** Tells the field apart from others on the page. */
  name: string;
  typed: Typed;
  onTyped: (changes: Typed) => void;
}

/** From so many letters on there is something to look for. */
const ENOUGH = 3;

/** An address, found while it is typed, down to the very flat. */
export class AddressPicker {
  readonly #host: PartHost;
  readonly #pause: Pause;
  readonly #found: Reading<readonly [string], PlaceList>;
  readonly #house: Reading<readonly [string], Place>;
  /** The field somebody types in: one at a time. */
  #name = '';
  #search = '';
  #houseId = '';

  constructor(host: PartHost) {
    this.#host = host;
    this.#pause = new Pause(host, () => this.#search);
    this.#found = new Reading(host, {
      args: () => (this.#pause.text.length >= ENOUGH ? ([this.#pause.text] as const) : undefined),
      load: ([search], options) => host.services.client.places.search(search, options),
      changes: [],
    });
    this.#house = new Reading(host, {
      args: () => (this.#houseId ? ([this.#houseId] as const) : undefined),
      load: ([id], options) => host.services.client.places.get(id, options),
      changes: [],
    });
  }

  render({ name, typed, onTyped }: Picked): unknown {
    const id = `address-${name}`;
    return html`
      <div class="field">
        <label for=${id}>${words.address()}</label>
        <input id=${id} type="search" maxlength="200" autocomplete="off" .value=${typed.placeName ?? typed.search ?? ''} aria-describedby="${id}-hint"
          @input=${({ target }: Event) => this.#onInput(name, (target as HTMLInputElement).value, onTyped)} />
        <p class="hint" id="${id}-hint">${words.addressHint()}</p>
        <div role="status">${this.#name === name && !typed.placeId ? this.#renderFound(onTyped) : nothing}</div>
      </div>
    `;
  }

  /** What is not in the list can still be written down. */
  get isUnknown(): boolean {
    const { state } = this.#found;
    return state.step === 'failed' || (state.step === 'ready' && state.value.items.length === 0);
  }

  #renderFound(onTyped: Picked['onTyped']): unknown {
    if (this.#search.length < ENOUGH) return nothing;
    if (this.#houseId) return this.#renderFlats(onTyped);
    const { state } = this.#found;
    if (state.step === 'loading') return html`<fp-skeleton lines="2"></fp-skeleton>`;
    if (state.step === 'failed') return html`<p>${words.addressBroken()}</p>`;
    if (state.value.items.length === 0) return html`<p>${words.noAddress()}</p>`;
    return html`
      <ul class="plain">
        ${state.value.items.map(({ id, text, flats }) => html`<li><button type="button" class="quiet flush" @click=${() => this.#choose({ id, text, flats }, onTyped)}><bdi>${text}</bdi></button></li>`)}
      </ul>
    `;
  }

  #renderFlats(onTyped: Picked['onTyped']) {
    const { state } = this.#house;
    if (state.step === 'loading') return html`<fp-skeleton lines="2"></fp-skeleton>`;
    if (state.step === 'failed') return html`<p>${words.addressBroken()}</p>`;
    return html`
      <p>${words.whichFlat()}</p>
      <ul class="plain">
        ${state.value.flats.map(({ id, text }) => html`<li><button type="button" class="quiet flush" @click=${() => this.#choose({ id, text, flats: 0 }, onTyped)}><bdi>${text}</bdi></button></li>`)}
      </ul>
    `;
  }

  #choose({ id, text, flats }: { id: string; text: string; flats: number }, onTyped: Picked['onTyped']) {
    this.#houseId = flats > 0 ? id : '';
    if (flats === 0) onTyped({ placeId: id, placeName: text, search: text });
    this.#host.requestUpdate();
  }

  #onInput(name: string, search: string, onTyped: Picked['onTyped']) {
    this.#name = name;
    this.#search = search.trim();
    this.#houseId = '';
    onTyped({ search, placeId: undefined, placeName: undefined });
    this.#host.requestUpdate();
  }
}
