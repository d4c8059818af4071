import '@faceplate/client/nouns/places.js';
import type { Place, PlaceList } from '@faceplate/contracts';
import { Reading } from '@faceplate/portlet-kit';
import { Pause } from '@faceplate/portlet-kit/pause.js';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { said } from './messages.ts';

/** Fewer letters say nothing yet. */
const ENOUGH = 3;

export interface Picked {
  id: string;
  text: string;
}

/** An address as it is typed, down to the flat: whatever a line can be laid to has an id of its own. */
export class PlacePicker {
  readonly #host: PartHost;
  readonly #name: 'placeWords' | 'billWords';
  readonly #pause: Pause;
  readonly #picked: (place: Picked) => void;
  readonly #found: Reading<readonly [string], PlaceList>;
  readonly #house: Reading<readonly [string], Place>;
  #houseId = '';

  /** `name`: under which what is typed is kept. */
  constructor(host: PartHost, name: 'placeWords' | 'billWords', picked: (place: Picked) => void) {
    this.#host = host;
    this.#name = name;
    this.#pause = new Pause(host, () => this.#words);
    this.#picked = picked;
    this.#found = new Reading(host, {
      args: () => (this.#pause.text.length >= ENOUGH && !this.#houseId ? ([this.#pause.text] as const) : undefined),
      load: ([words], options) => host.services.client.places.search(words, options),
      changes: [],
    });
    this.#house = new Reading(host, {
      args: () => (this.#houseId ? ([this.#houseId] as const) : undefined),
      load: ([id], options) => host.services.client.places.get(id, options),
      changes: [],
    });
  }

  get #words(): string {
    return this.#host.typed.value[this.#name] ?? '';
  }

  render(label: string): unknown {
    return html`<div class="stack tight" part="place-picker">
      <div class="field">
        <label for="place">${label}</label>
        <input id="place" type="text" maxlength="200" autocomplete="off" .value=${this.#words} aria-describedby="place-hint" @input=${this.#onInput} />
        <p class="hint" id="place-hint">${said.hint()}</p>
      </div>
      ${this.#houseId ? this.#renderFlats() : this.#renderFound()}
    </div>`;
  }

  #renderFound(): unknown {
    if (this.#words.trim().length < ENOUGH) return nothing;
    return this.#host.renderReading(this.#found, {
      loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p role="status">${said.none()}</p>`,
      ready: ({ items, exact }) => html`
        <p role="status">${exact ? said.found() : said.meant()}</p>
        <ul class="plain" data-found>
          ${items.map(({ id, text, flats }) => html`<li><button class="quiet flush" type="button" @click=${() => this.#choose({ id, text }, flats)}>${text}</button></li>`)}
        </ul>
      `,
    });
  }

  #renderFlats(): unknown {
    return this.#host.renderReading(this.#house, {
      loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
      ready: ({ text, flats }) => html`
        <p role="status">${said.whichFlat(text)}</p>
        <ul class="plain row" data-flats>
          ${flats.map((flat) => html`<li><button type="button" @click=${() => this.#done(flat)}>${flat.text}</button></li>`)}
        </ul>
      `,
    });
  }

  #choose(house: Picked, flats: number): void {
    if (flats === 0) return this.#done(house);
    this.#houseId = house.id;
    this.#host.requestUpdate();
  }

  #done(place: Picked): void {
    this.#type('');
    this.#picked(place);
  }

  readonly #onInput = ({ currentTarget }: Event): void => {
    this.#type((currentTarget as HTMLInputElement).value);
  };

  #type(words: string): void {
    this.#houseId = '';
    this.#host.typed.change({ [this.#name]: words });
  }
}
