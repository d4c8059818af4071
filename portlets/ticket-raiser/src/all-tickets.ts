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
  /** There was something to search: the tools stay, whatever is being looked for. */
  #had = false;
  #failed = false;

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
    this.#had ||= Boolean(this.#tickets.value?.items.length);
    return html`
      ${isFiltered || this.#had ? this.#renderTools() : nothing}
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
      ${ticketLists(items, { level, locale, zone, most: this.#most, isFiltered: Boolean(this.#search || this.#only), choose: open })}
      <div class="row">
        ${items.length > this.#most ? html`<button @click=${this.#onMore}>${words.more()}</button>` : nothing}
        <button class="quiet" data-export @click=${this.#onTake}>${words.takeAway()}</button>
      </div>
      <p role="status">${this.#failed ? words.notSaved() : nothing}</p>
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
    this.#failed = false;
    this.#host.requestUpdate();
  }

  /** On to the first that is new: the button may be gone. */
  readonly #onMore = async () => {
    let before = this.#most;
    this.#most += AT_ONCE;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    for (const list of this.#host.renderRoot.querySelectorAll('fp-ticket-list')) {
      if (before < list.tickets.length) return list.goTo(before);
      before -= list.tickets.length;
    }
  };

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
