import '@faceplate/client/nouns/cart.js';
import type { Cart } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { totals } from '../cart/cart-view.ts';
import { words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { said } from './messages.ts';

/** What somebody has sent a link to. */
export class SharedPart implements Part {
  readonly #host: PartHost;
  readonly #shared: Reading<readonly [string], Cart>;

  constructor(host: PartHost) {
    this.#host = host;
    this.#shared = new Reading(host, {
      args: () => (this.#token ? ([this.#token] as const) : undefined),
      load: ([token], options) => host.services.client.cart.shared(token, options),
      changes: ['offers'],
    });
  }

  get #token(): string {
    return decodeURIComponent(location.hash.slice(1));
  }

  render(): unknown {
    const { headingLevel } = this.#host;
    const title = heading(headingLevel, said.shared());
    const none = () => html`<fp-status-message tone="info" heading=${said.noLink()}><p>${said.noLinkHelp()}</p></fp-status-message>`;
    if (!this.#token) return html`${title}${none()}`;
    return html`${title}${this.#host.renderReading(this.#shared, { loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`, notFound: none, ready: (cart) => this.#renderCart(cart) })}`;
  }

  #renderCart(cart: Cart): unknown {
    const { acts, services, locale } = this.#host;
    const token = this.#token;
    const take = () =>
      void this.#host.run(async () => {
        if (await acts.do(`take ${token}`, (idempotencyKey) => services.client.cart.take(token, { idempotencyKey }))) this.#host.go('');
      });
    return html`
      <p class="quiet">${said.sharedHelp()}</p>
      <ul class="plain lines">
        ${cart.items.map(({ name, quantity, monthly, once }) => html`<li class="row apart"><p><bdi>${name}</bdi>${quantity > 1 ? ` × ${quantity}` : nothing}</p><p class="number">${words.monthly(formatMoney(monthly, locale))} · ${words.once(formatMoney(once, locale))}</p></li>`)}
      </ul>
      ${totals(cart, locale)} ${this.#host.refusal('take')}
      <div><button class="primary" type="button" @click=${take}>${said.take()}</button></div>
    `;
  }
}
