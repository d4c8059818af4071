import '@faceplate/client/nouns/offers.js';
import type { Comparison, Money } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import { addView, inCartTag, staffView, term } from '../choosing/offer-views.ts';
import { obstacleList } from '../choosing/ways.ts';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';

const TERMS = [12, 24, 36];

/** Up to four of one kind, side by side: what they differ in, and what is paid over the term in all. */
export class ComparePart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #comparison: Reading<readonly [string, number], Comparison>;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#comparison = new Reading(host, {
      args: () => (host.show === 'compare' && this.#ids.length > 1 ? ([this.#ids.join(), this.#months] as const) : undefined),
      load: ([ids, months], options) => host.services.client.offers.compare(ids.split(','), months, options),
      changes: ['offers', 'products', 'cart'],
    });
  }

  get #ids(): string[] {
    return this.#host.item.split(',').filter(Boolean).slice(0, 4);
  }

  get #months(): number {
    return Number(this.#kept.get('months')) || 24;
  }

  render(): unknown {
    const { headingLevel, renderReading, go } = this.#host;
    return html`
      ${heading(headingLevel, words.sideBySide())}
      ${this.#ids.length < 2
        ? html`<fp-status-message tone="info" heading=${words.chooseTwo()}><p>${words.chooseTwoHelp()}</p><button slot="actions" @click=${() => go('offers')}>${shared.seeAll()}</button></fp-status-message>`
        : renderReading(this.#comparison, { loading: () => html`<fp-skeleton rows lines="10"></fp-skeleton>`, ready: (comparison) => this.#renderTable(comparison) })}
    `;
  }

  #renderTools(hidden: number) {
    const { locale } = this.#host;
    const differ = this.#differ;
    return html`
      <div class="row">
        <label class="choice"><input type="checkbox" .checked=${differ} @change=${() => this.#kept.set({ differ: differ ? 'no' : '' })} /><span>${words.onlyDifferent()}</span></label>
        <label class="choice" for="months">${words.over()}</label>
        <select id="months" @change=${(event: Event) => this.#kept.set({ months: (event.target as HTMLSelectElement).value })}>
          ${TERMS.map((months) => html`<option value=${months} ?selected=${months === this.#months}>${words.months(months, locale)}</option>`)}
        </select>
        <button class="quiet" @click=${() => globalThis.print()}>${words.print()}</button>
      </div>
      <p role="status" class="quiet small">${hidden > 0 ? words.same(hidden, locale) : nothing}</p>
    `;
  }

  get #differ() {
    return this.#kept.get('differ') !== 'no';
  }

  #renderTable({ category, offers, rows, totals, months }: Comparison) {
    const { locale, mode } = this.#host;
    const shown = this.#differ ? rows.filter(({ same }) => !same) : rows;
    const least = Math.min(...totals.map(({ total }) => total.amount));
    const money = (amount: Money) => formatMoney(amount, locale);
    return html`
      ${this.#renderTools(rows.length - shown.length)}
      <div class="scroll" tabindex="0" role="region" aria-label=${words.sideBySide()}>
        <table>
          <caption><bdi>${category.name}</bdi></caption>
          <thead><tr><td></td>${offers.map(({ id, name }) => html`<th scope="col"><button class="opener" data-opens="offer ${id}" @click=${() => this.#host.go('offer', id)}><bdi>${name}</bdi></button> ${inCartTag(this.#host, id)}</th>`)}</tr></thead>
          <tbody>
            ${shown.map(({ name, help, cells }) => html`<tr><th scope="row">${term(name, help)}</th>${cells.map((cell) => html`<td><bdi>${cell || '–'}</bdi></td>`)}</tr>`)}
            <tr>
              <th scope="row"><strong>${words.totalOver(months, locale)}</strong></th>
              ${totals.map(({ total, average }) => html`<td class="number"><strong>${money(total)}</strong>${total.amount === least ? html` <fp-tag tone="positive">${words.cheapest()}</fp-tag>` : nothing}<div class="quiet small">${words.average(money(average))}</div></td>`)}
            </tr>
            <tr class="acts">
              <td></td>
              ${offers.map(
                ({ id, name, obstacles }) => html`<td>
                  ${mode === 'agent' ? staffView() : obstacles.length > 0 ? obstacleList(this.#host, obstacles) : addView(this.#host, id, false, { doing: 'add', offerId: id, quantity: 1 })}
                  <button class="quiet flush" @click=${() => this.#remove(id)}>${words.leaveOut(name)}</button>
                </td>`,
              )}
            </tr>
          </tbody>
        </table>
      </div>
    `;
  }

  #remove(id: string) {
    const left = this.#ids.filter((one) => one !== id).join();
    this.#kept.set({ compared: left });
    this.#host.go('compare', left);
  }
}
