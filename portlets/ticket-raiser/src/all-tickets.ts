import '@faceplate/client/nouns/tickets.js';
import type { TicketFilter } from '@faceplate/client/nouns/tickets.js';
import type { TicketList, TicketSummary } from '@faceplate/contracts';
import { offerFile, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words } from './messages.ts';
import type { PartHost } from './part.ts';
import { ticketAnswer, ticketLists } from './ticket-templates.ts';

/** So many at first, and as many more at a time: a company has thousands. */
const AT_ONCE = 50;

/** What is shown of the list, as the select of it says. */
const SHOWN: Readonly<Record<string, TicketFilter>> = { '': {}, open: { open: true }, over: { open: false }, mine: { by: 'me' }, colleagues: { by: 'colleagues' } };

/** All tickets, searched and filtered, and the answer alone for the card. */
export class AllTicketsPart {
  readonly #host: PartHost;
  readonly #tickets: Reading<readonly [string, string], TicketList>;
  #search = '';
  #only = '';
  #most = AT_ONCE;

  constructor(host: PartHost) {
    this.#host = host;
    this.#tickets = new Reading(host, {
      args: () => (host.ticketId && host.view === 'full' ? undefined : ([this.#search, this.#only] as const)),
      load: ([search, only], options) => host.services.client.tickets.list({ ...options, filter: { ...SHOWN[only], ...(search && { search }) } }),
      changes: ['tickets'],
    });
  }

  render(): unknown {
    return this.#host.view === 'card' ? this.#renderCard() : this.#renderFull();
  }

  #renderFull() {
    const isFiltered = Boolean(this.#search || this.#only);
    return html`
      ${isFiltered || this.#tickets.value?.items.length ? this.#renderTools() : nothing}
      ${this.#host.renderReading(this.#tickets, {
        loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
        isEmpty: ({ items }) => items.length === 0,
        empty: () => (isFiltered ? html`<fp-status-message tone="info" heading=${words.noMatch()}></fp-status-message>` : html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`),
        ready: ({ items }) => this.#renderLists(items),
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

  #renderLists(items: readonly TicketSummary[]) {
    const { headingLevel: level, locale, zone, open } = this.#host;
    return html`
      ${ticketLists(items.slice(0, this.#most), { level, locale, zone, choose: open })}
      <div class="row">
        ${items.length > this.#most ? html`<button @click=${this.#onMore}>${words.more()}</button>` : nothing}
        <button class="quiet" data-export @click=${this.#onTake}>${words.takeAway()}</button>
      </div>
    `;
  }

  #renderCard() {
    const { locale, open } = this.#host;
    return this.#host.renderReading(this.#tickets, {
      loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
      ready: ({ items }) => ticketAnswer(items, locale, { seeAll: () => { open(''); }, raise: () => { open('new'); } }),
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
    this.#host.requestUpdate();
  }

  readonly #onMore = () => {
    this.#most += AT_ONCE;
    this.#host.requestUpdate();
  };

  readonly #onTake = () => this.#host.run(async () => offerFile(await this.#host.services.client.tickets.file('/tickets/export.csv'), 'tickets.csv'));
}
