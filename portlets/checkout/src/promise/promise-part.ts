import '@faceplate/client/nouns/cart.js';
import type { Checkout, PromiseTier } from '@faceplate/contracts';
import { formatDifference, formatMoney } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { said } from './messages.ts';

/** The promises that can be chosen with the lines: what each costs more or less, and what it pays when it is broken. */
export class PromisePart implements Part {
  readonly #host: PartHost;

  constructor(host: PartHost) {
    this.#host = host;
  }

  render(): unknown {
    const { headingLevel, checkout, cart } = this.#host;
    const isEmpty = cart.value?.items.every(({ later }) => later) ?? false;
    return html`${heading(headingLevel, said.heading())}
    ${isEmpty
      ? html`<p>${said.none()}</p>`
      : this.#host.renderReading(checkout, {
          loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
          ready: ({ promises }) => html`${promises.length === 0 ? html`<p>${said.none()}</p>` : promises.map((one) => this.#renderLine(one))}`,
        })}
    <div><button class="primary" type="button" @click=${() => this.#host.next()}>${words.goOn()}</button></div>`;
  }

  #renderLine({ itemId, name, tiers }: Checkout['promises'][number]): unknown {
    return html`<fieldset class="field" data-promise=${itemId}>
        <legend><bdi>${name}</bdi></legend>
        ${tiers.map((tier) => this.#renderTier(itemId, tier))}
      </fieldset>
      ${this.#host.refusal(`promise ${itemId}`)}`;
  }

  #renderTier(itemId: string, tier: PromiseTier): unknown {
    const { locale, acts, services } = this.#host;
    const { id, name, respondWithin, restoreWithin, serviceHours, difference, breach, chosen } = tier;
    const promised = [...(respondWithin === undefined ? [] : [said.respond(respondWithin, locale)]), ...(restoreWithin === undefined ? [] : [said.restore(restoreWithin, locale)])];
    const price = chosen ? said.same() : difference.amount === 0 ? said.noMore() : said.more(formatDifference(difference, locale));
    const choose = () => void this.#host.run(() => acts.do(`promise ${itemId} ${id}`, (idempotencyKey) => services.client.cart.choosePromise(itemId, id, { idempotencyKey })));
    return html`<label class="choice">
      <input type="radio" name="promise-${itemId}" .value=${id} .checked=${chosen} @change=${choose} />
      <span class="stack tight">
        <span><strong><bdi>${name}</bdi></strong> · <span class="number">${price}</span></span>
        <span class="quiet small">${promised.length > 0 ? new Intl.ListFormat(locale).format(promised) : said.nothing()}</span>
        ${serviceHours ? html`<span class="quiet small">${said.hours(serviceHours)}</span>` : nothing}
        ${breach ? html`<span class="quiet small">${said.breach(formatMoney(breach.credit, locale), breach.words)}</span>` : nothing}
      </span>
    </label>`;
  }
}
