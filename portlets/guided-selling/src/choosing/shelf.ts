import '@faceplate/client/nouns/offers.js';
import type { OfferCategory, OfferFilter, OfferRow, OfferShelf } from '@faceplate/contracts';
import { formatMoney, formatNumber } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { backIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { words as shared } from '../messages.ts';
import type { ShopHost } from '../part.ts';
import { comparedIn, type Kept } from './kept.ts';
import { words } from './messages.ts';
import { addView, arrivalHeading, inCartTag, staffView, term } from './offer-views.ts';
import { type Asked, foundOn } from './shelf-filter.ts';

const AT_ONCE = 24;
const MOST_COMPARED = 4;

/** All that is sold, searched and filtered in the page. */
export class ShelfPart {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  readonly #shelf: Reading<readonly [], OfferShelf>;
  #most = AT_ONCE;
  /** An offer of another kind than those that were chosen to be compared. */
  #unlike: OfferRow | undefined;

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
    this.#shelf = new Reading(host, {
      args: () => (host.show === 'offers' || (host.show === '' && host.answers.place === 'list') ? ([] as const) : undefined),
      load: (_, options) => host.services.client.offers.shelf(options),
      changes: ['offers', 'products', 'cart'],
    });
  }

  render(): unknown {
    const { headingLevel, show, answers, move, go, renderReading } = this.#host;
    const ask = () => (show ? go('') : move(() => answers.show('questions')));
    return html`
      ${show ? heading(headingLevel, words.all()) : arrivalHeading(headingLevel, words.all())}
      <div class="row">
        ${answers.total > 0 || show ? html`<button class="quiet flush" @click=${ask}>${backIcon()}<span>${words.toQuestions()}</span></button>` : nothing}
        <button class="quiet" data-opens="address" @click=${() => go('address')}>${words.checkAddress()}</button>
        <button class="quiet" data-opens="sites" @click=${() => go('sites')}>${words.manySites()}</button>
      </div>
      ${renderReading(this.#shelf, {
        loading: () => html`<fp-skeleton rows lines="8"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`,
        ready: (shelf) => this.#renderShelf(shelf),
      })}
    `;
  }

  get #asked(): Asked {
    const kept = (name: string) => this.#kept.get(`shelf-${name}`);
    const category = kept('category');
    // An address asks for what can be had, until the customer asks otherwise.
    const possible = this.#host.item === 'possible' && this.#host.show === 'offers' ? kept('possible') !== 'no' : kept('possible') === 'yes';
    return { search: kept('search'), category, possible, sorting: kept('sorting') === 'name' ? 'name' : 'price', traits: category ? (JSON.parse(kept('traits') || '{}') as Asked['traits']) : {} };
  }

  #ask(changes: Record<string, string>) {
    this.#most = AT_ONCE;
    this.#kept.set(Object.fromEntries(Object.entries(changes).map(([name, value]) => [`shelf-${name}`, value])));
  }

  #renderShelf(shelf: OfferShelf) {
    const { locale } = this.#host;
    const asked = this.#asked;
    const category = shelf.categories.find(({ id }) => id === asked.category);
    const found = foundOn(shelf, category ? asked : { ...asked, category: '', traits: {} });
    const more = Math.min(AT_ONCE, found.length - this.#most);
    const compared = comparedIn(this.#kept);
    return html`
      ${this.#renderTools(shelf, asked)} ${category ? this.#renderFilters(category, asked) : nothing}
      <p role="status" class="quiet">${words.found(found.length, locale)}</p>
      ${found.length === 0 ? html`<div><button @click=${() => this.#ask({ search: '', category: '', traits: '', possible: 'no' })}>${words.clear()}</button></div>` : nothing}
      ${this.#renderCompared(compared)}
      <ul class="plain offers" aria-label=${words.all()}>
        ${repeat(found.slice(0, this.#most), ({ id }) => id, (row) => html`<li class="card" data-offer=${row.name}>${this.#renderRow(row, shelf, compared)}</li>`)}
      </ul>
      ${more > 0 ? html`<div><button @click=${() => this.#showMore()}>${words.more(more, found.length, locale)}</button></div>` : nothing}
    `;
  }

  #renderTools({ categories, items }: OfferShelf, { search, category, possible, sorting }: Asked) {
    const { locale } = this.#host;
    const count = (number: number) => formatNumber(number, locale);
    return html`
      <search class="tools">
        <div class="field">
          <label for="query">${words.find()}</label>
          <input id="query" type="search" .value=${search} @input=${(event: Event) => this.#ask({ search: valueOf(event) })} />
        </div>
        <div class="field">
          <label for="kind">${words.kind()}</label>
          <select id="kind" @change=${(event: Event) => this.#ask({ category: valueOf(event), traits: '' })}>
            <option value="" ?selected=${category === ''}>${words.allKinds()} (${count(items.length)})</option>
            ${categories.map(({ id, name, offers }) => html`<option value=${id} ?selected=${id === category}>${name} (${count(offers)})</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="sorting">${words.sorting()}</label>
          <select id="sorting" @change=${(event: Event) => this.#ask({ sorting: valueOf(event) })}>
            <option value="price" ?selected=${sorting === 'price'}>${words.byPrice()}</option>
            <option value="name" ?selected=${sorting === 'name'}>${words.byName()}</option>
          </select>
        </div>
        <label class="choice"><input type="checkbox" .checked=${possible} @change=${(event: Event) => this.#ask({ possible: (event.target as HTMLInputElement).checked ? 'yes' : 'no' })} /><span>${words.onlyPossible()}</span></label>
      </search>
    `;
  }

  #renderFilters({ name, help, filters }: OfferCategory, { traits }: Asked) {
    if (filters.length === 0) return nothing;
    const ask = (at: number) => (event: Event) => this.#ask({ traits: JSON.stringify({ ...traits, [at]: valueOf(event) }) });
    return html`
      <details class="filters" ?open=${Object.keys(traits).length > 0}>
        <summary>${words.filtersFor(name)}</summary>
        ${help ? html`<p class="hint"><bdi>${help}</bdi></p>` : nothing}
        <div class="tools">${filters.map((filter, at) => renderFilter(filter, at, traits[at] ?? '', ask(at)))}</div>
      </details>
    `;
  }

  #renderCompared(compared: readonly string[]) {
    const { locale, go } = this.#host;
    const unlike = this.#unlike;
    return html`
      <div role="status">
        ${unlike ? html`<p>${words.unlike(unlike.name)} <button @click=${() => this.#restartWith(unlike)}>${words.compareAnew(unlike.name)}</button></p>` : nothing}
      </div>
      ${compared.length > 0
        ? html`<div class="row">
            ${compared.length > 1 ? html`<button data-opens="compare ${compared.join()}" @click=${() => go('compare', compared.join())}>${words.compare(compared.length, locale)}</button>` : html`<p class="quiet">${words.oneCompared()}</p>`}
            <button class="quiet" @click=${() => this.#kept.set({ compared: '' })}>${words.compareNone()}</button>
          </div>`
        : nothing}
    `;
  }

  #renderRow(row: OfferRow, { currency, items }: OfferShelf, compared: readonly string[]) {
    const { locale, headingLevel, go, mode } = this.#host;
    const { id, name, about, monthly, once, after, possible } = row;
    const money = (amount: number) => formatMoney({ amount, currency }, locale);
    return html`
      <div class="row apart">${heading(headingLevel, html`<bdi>${name}</bdi>`, this.#host.show ? 1 : 2)} ${inCartTag(this.#host, id)}</div>
      <p class="quiet"><bdi>${about}</bdi></p>
      <p class="number"><strong>${shared.monthly(money(monthly))}</strong>${after === undefined ? nothing : html` · ${words.later(money(after))}`}</p>
      ${once > 0 ? html`<p class="number">${shared.once(money(once))}</p>` : nothing}
      ${mode === 'agent' ? staffView() : possible ? addView(this.#host, id, false, { doing: 'add', offerId: id, quantity: 1 }) : html`<div><button @click=${() => go('offer', id)}>${words.whyNot()}</button></div>`}
      <div class="row">
        <button class="quiet flush" data-opens="offer ${id}" @click=${() => go('offer', id)}>${words.look(name)}</button>
        <label class="choice"><input type="checkbox" .checked=${compared.includes(id)} @change=${(event: Event) => this.#compare(event, row, items, compared)} /><span>${words.compareThis()}<span class="visually-hidden"> ${name}</span></span></label>
      </div>
    `;
  }

  /** Up to four of one kind: whatever says nothing of the same things cannot stand beside. The oldest gives way to a fifth. */
  #compare(event: Event, row: OfferRow, items: readonly OfferRow[], compared: readonly string[]) {
    const box = event.target as HTMLInputElement;
    const first = items.find(({ id }) => id === compared[0]);
    this.#unlike = undefined;
    if (!box.checked) return this.#kept.set({ compared: compared.filter((id) => id !== row.id).join() });
    if (first && first.categoryId !== row.categoryId) {
      box.checked = false;
      this.#unlike = row;
      return this.#host.requestUpdate();
    }
    this.#kept.set({ compared: [...compared, row.id].slice(-MOST_COMPARED).join() });
  }

  #restartWith({ id }: OfferRow) {
    this.#unlike = undefined;
    this.#kept.set({ compared: id });
  }

  /** On to the first that is new: the button may be gone. */
  #showMore() {
    const before = this.#most;
    this.#most += AT_ONCE;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelectorAll<HTMLElement>('li [data-opens]')[before]?.focus());
  }
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

function renderFilter({ name, help, unit, values, least, most }: OfferFilter, at: number, value: string, ask: (event: Event) => void) {
  const id = `trait-${at}`;
  return html`
    <div class="field">
      <label for=${id}><bdi>${least === undefined ? name : words.atLeast(name, unit ?? '')}</bdi></label>
      ${least === undefined
        ? html`<select id=${id} @change=${ask}>
            <option value="">${words.any()}</option>
            ${values.map((one) => html`<option ?selected=${one === value}>${one}</option>`)}
          </select>`
        : html`<input id=${id} type="number" inputmode="decimal" min=${least} max=${most ?? nothing} placeholder=${least} .value=${value} @input=${ask} />`}
      ${help ? term(words.whatIs(name), help) : nothing}
    </div>
  `;
}
