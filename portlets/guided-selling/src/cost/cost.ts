import '@faceplate/client/nouns/offers.js';
import type { Driver, Estimate, EstimatedOffer, EstimateMonth } from '@faceplate/contracts';
import { formatMoney, formatMonth, formatNumber } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';

const MONTHS = 3;

/** What offers would have cost with own use of the last months, or would with what the sliders say: step by step. */
export class CostPart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #estimate: Reading<readonly [string, string], Estimate>;
  /** The last answer stays while a slider moves. */
  #last: { of: string; estimate: Estimate } | undefined;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#estimate = new Reading(host, {
      args: () => (host.show === 'cost' && host.item ? ([host.item, kept.get('drivers')] as const) : undefined),
      load: async ([ids, drivers], options) => {
        const given = drivers ? { drivers: JSON.parse(drivers) as Record<string, number> } : {};
        const estimate = await host.services.client.offers.estimate({ offerIds: ids.split(',').slice(0, 4), months: MONTHS, ...given }, options);
        this.#last = { of: ids, estimate };
        return estimate;
      },
      changes: ['usage', 'offers', 'products'],
    });
  }

  render(): unknown {
    const { headingLevel, renderReading, item } = this.#host;
    const draw = (estimate: Estimate) => this.#renderEstimate(estimate);
    return html`
      ${heading(headingLevel, words.costHeading())}
      ${renderReading(this.#estimate, {
        loading: () => (this.#last?.of === item ? draw(this.#last.estimate) : html`<fp-skeleton figure rows lines="6"></fp-skeleton>`),
        notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.noSuch()}><p>${words.noSuchHelp()}</p><button slot="actions" @click=${() => this.#host.go('offers')}>${shared.seeAll()}</button></fp-status-message>`,
        ready: draw,
      })}
    `;
  }

  #renderEstimate({ basis, drivers, offers, was }: Estimate) {
    const { locale } = this.#host;
    return html`
      <p class="quiet">${basis === 'own' ? words.byOwnUse() : words.byYourWord()}</p>
      ${was ? html`<p>${words.was(was.product.name, formatMoney(was.total, locale), was.months.length, locale)}</p>` : nothing}
      <div role="status" class="stack">${offers.map((offer) => this.#renderOffer(offer, was?.total.amount))}</div>
      ${drivers.length > 0 ? this.#renderDrivers(drivers, basis) : html`<p class="quiet">${words.noDrivers()}</p>`}
    `;
  }

  #renderOffer({ offer, once, months, total, average }: EstimatedOffer, was: number | undefined) {
    const { locale, headingLevel, go } = this.#host;
    const money = (amount: EstimatedOffer['total']) => formatMoney(amount, locale);
    const less = was === undefined || months.length === 0 ? undefined : was - total.amount;
    return html`
      <section class="card" part="estimate">
        ${heading(headingLevel, html`<bdi>${offer.name}</bdi>`, 1)}
        <p class="figure">${shared.monthly(money(average))}</p>
        <p>${words.inAll(money(total), months.length, locale)}${once.amount > 0 ? html` · ${shared.once(money(once))}` : nothing}</p>
        ${less ? html`<p><strong>${less > 0 ? words.lessThan(money({ ...total, amount: less })) : words.moreThan(money({ ...total, amount: -less }))}</strong></p>` : nothing}
        <details><summary>${words.howReckoned()}</summary>${months.map((month) => this.#renderMonth(month))}</details>
        <div><button class="quiet flush" data-opens="offer ${offer.id}" @click=${() => go('offer', offer.id)}>${words.look(offer.name)}</button></div>
      </section>
    `;
  }

  #renderMonth({ month, standing, parts, total }: EstimateMonth) {
    const { locale } = this.#host;
    const number = (value: number) => formatNumber(value, locale);
    return html`
      <table>
        <caption>${month ? formatMonth(month, locale) : words.aMonth()}</caption>
        <tbody>
          <tr><th scope="row">${words.standing()}</th><td class="number">${formatMoney(standing, locale)}</td></tr>
          ${parts.map(
            ({ name, unit, quantity, included, tiers, amount }) => html`<tr>
              <th scope="row">
                <bdi>${name}</bdi>: ${number(quantity)} ${unit}${included > 0 ? html`, ${words.freeOf(number(included), unit)}` : nothing}
                ${tiers.map((tier) => html`<div class="quiet small">${number(tier.quantity)} ${unit} × ${formatMoney(tier.each, locale)} = ${formatMoney(tier.amount, locale)}</div>`)}
              </th>
              <td class="number">${formatMoney(amount, locale)}</td>
            </tr>`,
          )}
        </tbody>
        <tfoot><tr><th scope="row">${words.sum()}</th><td class="number">${formatMoney(total, locale)}</td></tr></tfoot>
      </table>
    `;
  }

  #renderDrivers(drivers: readonly Driver[], basis: Estimate['basis']) {
    const { headingLevel, locale } = this.#host;
    const given = this.#given;
    return html`
      <section class="stack tight" part="drivers">
        ${heading(headingLevel, words.whatIf(), 1)}
        ${drivers.map(({ id, name, unit, monthly, most, step }) => {
          const value = given[id] ?? monthly;
          return html`<div class="field">
            <label for="driver-${id}"><bdi>${name}</bdi>: <output>${words.perMonth(formatNumber(value, locale), unit)}</output></label>
            <input id="driver-${id}" type="range" min="0" max=${most} step=${step} .value=${String(value)} @change=${(event: Event) => this.#set(drivers, id, event)} />
          </div>`;
        })}
        ${basis === 'given' ? html`<div><button class="quiet flush" @click=${() => this.#kept.set({ drivers: '' })}>${words.ownAgain()}</button></div>` : nothing}
      </section>
    `;
  }

  get #given(): Record<string, number> {
    const kept = this.#kept.get('drivers');
    return kept ? (JSON.parse(kept) as Record<string, number>) : {};
  }

  #set(drivers: readonly Driver[], id: string, event: Event) {
    const all = Object.fromEntries(drivers.map((driver) => [driver.id, this.#given[driver.id] ?? driver.monthly]));
    this.#kept.set({ drivers: JSON.stringify({ ...all, [id]: Number((event.target as HTMLInputElement).value) }) });
  }
}
