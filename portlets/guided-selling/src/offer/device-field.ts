import '@faceplate/client/nouns/offers.js';
import type { DeviceList, Obstacle } from '@faceplate/contracts';
import { Reading } from '@faceplate/portlet-kit';
import { html } from 'lit';
import type { Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import type { ShopHost } from '../part.ts';

/** The device it shall work with: known ones to choose from, or its IMEI. */
export class DeviceField {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #known: Reading<readonly [string], DeviceList>;
  #typed = '';
  #isAsked = false;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#known = new Reading(host, {
      args: () => (host.show === 'offer' && this.#isAsked ? ([this.#typed] as const) : undefined),
      load: ([search], options) => host.services.client.offers.devices(search, options),
      changes: [],
    });
  }

  /** Where a device stands in the way, or one was named. */
  isNeeded(obstacles: readonly Obstacle[]): boolean {
    return this.#kept.get('device') !== '' || obstacles.some(({ family }) => family === 'device');
  }

  focus(): void {
    this.#isAsked = true;
    this.#host.renderRoot.querySelector<HTMLElement>('#device')?.focus();
  }

  render(): unknown {
    return html`
      <form class="field" part="device" @submit=${this.#onSubmit}>
        <label for="device">${words.device()}</label>
        <input id="device" name="device" list="devices" autocomplete="off" .value=${this.#kept.get('device')} aria-describedby="device-help" @focus=${this.#onType} @input=${this.#onType} />
        <datalist id="devices">${this.#known.value?.items.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
        <p id="device-help" class="hint">${words.deviceHelp()}</p>
        <div><button>${words.checkDevice()}</button></div>
      </form>
    `;
  }

  readonly #onType = (event: Event) => {
    this.#isAsked = true;
    this.#typed = (event.target as HTMLInputElement).value.trim().slice(0, 100);
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('device') as HTMLInputElement;
    this.#kept.set({ device: field.value.trim().slice(0, 100) });
  };
}
