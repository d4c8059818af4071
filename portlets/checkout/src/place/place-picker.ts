import type { Place, PlaceList } from '@faceplate/contracts';
import { Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PartHost } from '../part.ts';
import { said } from './messages.ts';

/** Milliseconds without a key before the service is asked. */
const PAUSE = 250;

/** Fewer letters say nothing yet. */
const ENOUGH = 3;

export interface Picked {
  id: string;
  text: string;
}

/** An address as it is typed, down to the flat: whatever a line can be laid to has an id of its own. */
export class PlacePicker {
  readonly #host: PartHost;
  readonly #picked: (place: Picked) => void;
  readonly #found: Reading<readonly [string], PlaceList>;
  readonly #house: Reading<readonly [string], Place>;
  #typed = '';
  #asked = '';
  #houseId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PartHost, picked: (place: Picked) => void) {
    this.#host = host;
    this.#picked = picked;
    this.#found = new Reading(host, {
      args: () => (this.#asked.length >= ENOUGH && !this.#houseId ? ([this.#asked] as const) : undefined),
      load: ([words], options) => host.services.client.places.search(words, options),
      changes: [],
    });
    this.#house = new Reading(host, {
      args: () => (this.#houseId ? ([this.#houseId] as const) : undefined),
      load: ([id], options) => host.services.client.places.get(id, options),
      changes: [],
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Begins anew. */
  clear(): void {
    this.#typed = this.#asked = this.#houseId = '';
    this.#host.requestUpdate();
  }

  render(label: string): unknown {
    return html`<div class="stack tight" part="place-picker">
      <div class="field">
        <label for="place">${label}</label>
        <input id="place" type="text" maxlength="200" autocomplete="off" .value=${this.#typed} aria-describedby="place-hint" @input=${this.#onInput} />
        <p class="hint" id="place-hint">${said.hint()}</p>
      </div>
      ${this.#houseId ? this.#renderFlats() : this.#renderFound()}
    </div>`;
  }

  #renderFound(): unknown {
    if (this.#asked.length < ENOUGH) return nothing;
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
    this.clear();
    this.#picked(place);
  }

  readonly #onInput = ({ currentTarget }: Event): void => {
    this.#typed = (currentTarget as HTMLInputElement).value;
    this.#houseId = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#asked = this.#typed.trim();
      this.#host.requestUpdate();
    }, PAUSE);
  };
}
