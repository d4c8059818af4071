import '@faceplate/client/nouns/orders.js';
import type { OrderList, OrderSummary } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import { heading, latePart, Reading } from '@faceplate/portlet-kit';
import { searchIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { OrderChosenEvent } from './events.ts';
import { words } from './messages.ts';
import type { PartHost } from './part.ts';
import { addressOf, filterOf, isAnyWanted, NOTHING_WANTED, type Wanted } from './wanted.ts';

/** So many at first, and as many more at a time: a company has thousands. */
const AT_ONCE = 50;

/** Orders of all accounts, searched and filtered, and the answer alone for the card. */
export class AllOrdersPart {
  readonly #host: PartHost;
  readonly #orders;
  readonly #report;
  #isReportOpen = false;
  #shown = AT_ONCE;
  /** Addresses seen so far: a filtered list would forget the others. */
  readonly #places = new Set<string>();

  constructor(host: PartHost) {
    this.#host = host;
    this.#orders = new Reading(host, {
      args: () => {
        const { search, only, place } = host.view === 'card' ? NOTHING_WANTED : host.wanted;
        return host.orderId && host.view === 'full' ? undefined : ([search, only, place] as const);
      },
      load: ([search, only, place], options) => host.services.client.orders.list({ ...options, filter: filterOf({ search, only, place }) }),
      changes: ['orders'],
    });
    this.#report = latePart(
      host,
      () => this.#isReportOpen,
      async () => new (await import('./report/report.ts')).ReportPart(host),
    );
  }

  render(): unknown {
    return this.#host.view === 'card' ? this.#renderCard() : this.#renderFull();
  }

  #renderFull() {
    const { wanted, renderReading } = this.#host;
    const isFiltered = isAnyWanted(wanted);
    for (const { places = [] } of this.#orders.value?.items ?? []) for (const place of places) this.#places.add(place);
    return html`
      ${this.#renderHeading()}
      ${isFiltered || this.#orders.value?.items.length ? this.#renderTools(wanted) : nothing}
      ${renderReading(this.#orders, {
        loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => (isFiltered ? this.#renderNoMatch() : this.#renderEmpty()),
        ready: ({ items }) => html`${this.#renderLists(items)} ${this.#renderReport()}`,
      })}
    `;
  }

  #renderTools({ search, only, place }: Wanted) {
    const kinds = [['', words.all()], ['open', words.onlyOpen()], ['ended', words.finished()]] as const;
    return html`
      <form class="row tools" role="search" @submit=${this.#onSearch}>
        <div class="field"><label for="order-search">${words.search()}</label>
          <input id="order-search" type="search" name="search" .value=${search} placeholder=${words.searchHint()} @change=${this.#onSearched} /></div>
        <div class="field"><label for="order-only">${words.state()}</label>
          <select id="order-only" @change=${this.#onOnly}>${kinds.map(([value, name]) => html`<option value=${value} ?selected=${value === only}>${name}</option>`)}</select></div>
        ${this.#places.size > 1 || place ? html`
          <div class="field"><label for="order-place">${words.place()}</label>
            <select id="order-place" @change=${this.#onPlace}>
              <option value="">${words.everywhere()}</option>
              ${[...this.#places.add(place)].filter(Boolean).map((one) => html`<option value=${one} ?selected=${one === place}>${one}</option>`)}
            </select></div>` : nothing}
        <button>${searchIcon()}<span>${words.find()}</span></button>
      </form>
    `;
  }

  #renderLists(orders: readonly OrderSummary[]) {
    const shown = orders.slice(0, this.#shown);
    const finished = shown.filter(({ stage }) => isFinal(stage));
    const open = shown.filter(({ stage }) => !isFinal(stage));
    const { headingLevel, wanted } = this.#host;
    return html`
      ${open.length > 0 || !wanted.only ? this.#renderList(open) : nothing}
      ${finished.length > 0 ? html`${heading(headingLevel, words.finished(), 1)}${this.#renderList(finished)}` : nothing}
      ${orders.length > shown.length ? html`<div><button @click=${this.#onMore}>${words.more(orders.length - shown.length, this.#host.locale)}</button></div>` : nothing}
    `;
  }

  #renderList(orders: readonly OrderSummary[]) {
    if (orders.length === 0) return html`<p>${words.allDone()}</p>`;
    const { locale, open } = this.#host;
    return html`<fp-order-list .orders=${orders} locale=${locale} @order-chosen=${({ orderId }: OrderChosenEvent) => open(orderId)}></fp-order-list>`;
  }

  #renderReport() {
    return html`
      <details part="report" @toggle=${this.#onReport}>
        <summary>${words.report()}</summary>
        <div class="stack">
          ${this.#isReportOpen
            ? this.#host.renderReading(this.#report, { loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`, ready: (part) => part.render() })
            : nothing}
        </div>
      </details>
    `;
  }

  #renderNoMatch() {
    return html`
      <fp-status-message tone="info" heading=${words.noMatch()}>
        <button slot="actions" @click=${() => this.#host.ask(NOTHING_WANTED)}>${words.showAll()}</button>
      </fp-status-message>
    `;
  }

  #renderCard() {
    return html`
      ${this.#renderHeading()}
      ${this.#host.renderReading(this.#orders, {
        loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => this.#renderEmpty(),
        ready: (orders) => this.#renderAnswer(orders),
      })}
    `;
  }

  #renderAnswer({ items }: OrderList) {
    const { locale, go } = this.#host;
    const open = items.filter(({ stage }) => !isFinal(stage));
    const waiting = open.filter(({ stage }) => stage === 'waiting-for-you').length;
    return html`
      <p class="lead">${open.length > 0 ? words.underWay(open.length, locale) : words.allDone()}</p>
      ${waiting > 0 ? html`<p><fp-tag tone="notice">${words.needsYou(waiting, locale)}</fp-tag></p>` : nothing}
      <div><button @click=${() => go(addressOf())}>${words.seeAll()}</button></div>
    `;
  }

  #renderHeading() {
    return heading(this.#host.headingLevel, words.heading());
  }

  #renderEmpty() {
    if (this.#host.view === 'card') return html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`;
    return html`
      <fp-status-message tone="info" heading=${words.none()}>
        <p>${words.noneHelp()}</p>
        <button slot="actions" @click=${() => this.#host.go('/shop')}>${words.toShop()}</button>
      </fp-status-message>
    `;
  }

  readonly #onSearch = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input');
    // What was asked for is on show already: it can be put otherwise.
    if (!this.#ask({ search: field?.value.trim() ?? '' })) field?.focus();
  };

  readonly #onSearched = ({ target }: Event) => this.#ask({ search: (target as HTMLInputElement).value.trim() });

  readonly #onOnly = ({ target }: Event) => this.#ask({ only: (target as HTMLSelectElement).value });

  readonly #onPlace = ({ target }: Event) => this.#ask({ place: (target as HTMLSelectElement).value });

  /** Answers whether it is anything else than before. */
  #ask(changes: Partial<Wanted>): boolean {
    this.#shown = AT_ONCE;
    const { wanted, ask } = this.#host;
    // Enter both changes the field and sends the form.
    const isOther = addressOf({ ...wanted, ...changes }) !== addressOf(wanted);
    if (isOther) ask(changes);
    return isOther;
  }

  readonly #onMore = () => {
    this.#shown += AT_ONCE;
    this.#host.requestUpdate();
  };

  readonly #onReport = ({ target }: Event) => {
    this.#isReportOpen = (target as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };
}
