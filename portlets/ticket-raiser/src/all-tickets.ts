import '@faceplate/client/nouns/tickets.js';
import type { TicketFilter } from '@faceplate/client/nouns/tickets.js';
import type { TicketList } from '@faceplate/contracts';
import { offerFile, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words } from './messages.ts';
import type { PartHost } from './part.ts';
import { ticketAnswer, ticketLists } from './ticket-templates.ts';

/** So many at first, and as many more at a time: a company has thousands. */
const AT_ONCE = 50;

/** More than these nobody is asked for in one question. */
const MOST_AT_ONCE = 200;

/** What is shown of the list, as the select of it says. */
const SHOWN: Readonly<Record<string, TicketFilter>> = { '': {}, open: { open: true }, over: { open: false }, mine: { by: 'me' }, colleagues: { by: 'colleagues' } };

/** All tickets, searched and filtered, and the answer alone for the card. */
export class AllTicketsPart {
  readonly #host: PartHost;
  readonly #tickets: Reading<readonly [string, string], TicketList>;
  #search = '';
  #only = '';
  #most = AT_ONCE;
  /** So many were there when more were asked for: the keyboard goes on at the first that is new. */
  #before: number | undefined;
  /** There was something to search: the tools stay, whatever is being looked for. */
  #had = false;
  #failed = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#tickets = new Reading(host, {
      args: () => (host.ticketId && host.view === 'full' ? undefined : ([this.#search, this.#only] as const)),
      load: ([search, only], options) => this.#load({ ...SHOWN[only], ...(search && { search }) }, options),
      changes: ['tickets'],
    });
  }

  /** Page after page until there are as many as are wanted: what changed meanwhile is told anew from the first. */
  async #load(filter: TicketFilter, options: { signal: AbortSignal }): Promise<TicketList> {
    const { tickets } = this.#host.services.client;
    const isCard = this.#host.view === 'card';
    const page = (more: TicketFilter) => tickets.list({ ...options, filter: isCard ? { open: true, ...more } : { ...filter, ...more } });
    let whole = await page({ limit: Math.min(this.#most, MOST_AT_ONCE) });
    while (whole.next !== undefined && whole.items.length < this.#most) {
      const more = await page({ cursor: whole.next, limit: Math.min(this.#most - whole.items.length, MOST_AT_ONCE) });
      whole = { ...more, items: [...whole.items, ...more.items] };
    }
    return whole;
  }

  render(): unknown {
    return this.#host.view === 'card' ? this.#renderCard() : this.#renderFull();
  }

  #renderFull() {
    const isFiltered = Boolean(this.#search || this.#only);
    this.#had ||= Boolean(this.#tickets.value?.items.length);
    return html`
      ${isFiltered || this.#had ? this.#renderTools() : nothing}
      ${this.#host.renderReading(this.#tickets, {
        loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => (isFiltered ? html`<fp-status-message tone="info" heading=${words.noMatch()}></fp-status-message>` : html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`),
        ready: (list) => this.#renderLists(list),
      })}
    `;
  }

  #renderTools() {
    const kinds = [['', words.all()], ['open', words.onlyOpen()], ['over', words.onlyOver()], ['mine', words.mine()], ['colleagues', words.colleagues()]] as const;
    return html`
      <form class="row tools" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <div class="field"><label for="ticket-search">${words.search()}</label><input id="ticket-search" type="search" maxlength="100" .value=${this.#search} @change=${this.#onSearch} /></div>
        <div class="field"><label for="ticket-only">${words.state()}</label>
          <select id="ticket-only" @change=${this.#onOnly}>${kinds.map(([value, name]) => html`<option value=${value} ?selected=${value === this.#only}>${name}</option>`)}</select></div>
      </form>
    `;
  }

  #renderLists({ items, next }: TicketList) {
    const { headingLevel: level, locale, zone, open } = this.#host;
    if (this.#before !== undefined && items.length > this.#before) void this.#goOn(this.#before);
    return html`
      ${ticketLists(items, { level, locale, zone, isFiltered: Boolean(this.#search || this.#only), choose: open })}
      <div class="row">
        ${next === undefined ? nothing : html`<button data-more aria-disabled=${this.#before !== undefined} @click=${() => { this.#more(items.length); }}>${words.more()}</button>`}
        <button class="quiet" data-export @click=${this.#onTake}>${words.takeAway()}</button>
      </div>
      <p role="status">${this.#failed ? words.notSaved() : nothing}</p>
    `;
  }

  #renderCard() {
    const { locale, open } = this.#host;
    return this.#host.renderReading(this.#tickets, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: (list) => ticketAnswer(list, locale, { seeAll: () => { open(''); }, raise: () => { open('new'); } }),
    });
  }

  readonly #onSearch = ({ target }: Event) => {
    this.#search = (target as HTMLInputElement).value.trim();
    this.#anew();
  };

  readonly #onOnly = ({ target }: Event) => {
    this.#only = (target as HTMLSelectElement).value;
    this.#anew();
  };

  #anew() {
    this.#most = AT_ONCE;
    this.#before = undefined;
    this.#failed = false;
    this.#host.requestUpdate();
  }

  #more(before: number) {
    if (this.#before !== undefined) return;
    this.#before = before;
    this.#most = before + AT_ONCE;
    this.#tickets.retry();
  }

  /** On to the first that is new: the button may be gone. */
  async #goOn(from: number) {
    this.#before = undefined;
    await this.#host.updateComplete;
    let before = from;
    for (const list of this.#host.renderRoot.querySelectorAll('fp-ticket-list')) {
      if (before < list.tickets.length) return list.goTo(before);
      before -= list.tickets.length;
    }
  }

  /** What is taken away is what is shown. */
  readonly #onTake = () => this.#host.run(async () => {
    const { open, by } = SHOWN[this.#only] ?? {};
    const asked = new URLSearchParams({ ...(this.#search && { search: this.#search }), ...(open !== undefined && { open: open ? 'yes' : 'no' }), ...(by && { by }) });
    try {
      offerFile(await this.#host.services.client.tickets.file(`/tickets/export.csv?${asked}`), 'tickets.csv');
      this.#failed = false;
    } catch (cause) {
      this.#host.services.report(cause);
      this.#failed = true;
    }
    this.#host.requestUpdate();
  });
}
