import '@faceplate/client/nouns/products.js';
import '@faceplate/client/nouns/tickets.js';
import type { FaceplateClient } from '@faceplate/client';
import type { ProductList, Ticket, TicketRequest } from '@faceplate/contracts';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { addIcon, backIcon } from '@faceplate/ui';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { NoteFormElement } from './components/note-form.element.ts';
import { type NoteReadyEvent, TicketRaisedEvent, type TicketReadyEvent, type TicketTypedEvent } from './events.ts';
import { words } from './messages.ts';
import { SendingController } from './sending.controller.ts';
import { styles } from './ticket-raiser.styles.ts';
import { notSent, sent, ticketAnswer, ticketHead, ticketLists } from './ticket-templates.ts';
import { isOver } from './ticket-words.ts';
import { type TypedTicket, typedTicket } from './typed-ticket.ts';

const NEW = 'new';

/**
 * Shows my tickets, raises one for a product I own, and follows one to its end.
 *
 * @summary Tickets: raise, follow, add to.
 * @tagname fp-ticket-raiser
 *
 * @csspart problem - The message shown when something cannot be read or sent.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {TicketRaisedEvent} fp-ticket-raised - The customer raised a ticket.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class TicketRaiserElement extends PortletElement<Pick<FaceplateClient, 'tickets' | 'products' | 'session'>> {
  static override styles = [PortletElement.styles, styles];

  /** The ticket to show; `new` for the form; empty for the list. */
  @property({ attribute: 'ticket-id' }) ticketId = '';

  /** What a new ticket is about, in words, where somebody comes from there; what was begun before stays. */
  @property() about = '';

  @state() private typed: TypedTicket = {};

  @state() private kept = false;

  @query('fp-note-form') private readonly noteForm!: NoteFormElement | null;

  readonly #tickets = new Reading(this, {
    args: () => (this.ticketId ? undefined : ([] as const)),
    load: (_, options) => this.services.client.tickets.list(options),
    changes: ['tickets'],
  });

  readonly #ticket = new Reading(this, {
    args: () => (this.ticketId && this.ticketId !== NEW ? ([this.ticketId] as const) : undefined),
    load: ([ticketId], options) => this.services.client.tickets.get(ticketId, options),
    changes: ['tickets'],
  });

  readonly #products = new Reading(this, {
    args: () => (this.ticketId === NEW ? ([] as const) : undefined),
    load: (_, options) => this.#prepareForm(options),
    changes: ['products'],
  });

  readonly #raising = new SendingController<TicketRequest, Ticket>(this, (ticket, options) => this.services.client.tickets.raise(ticket, options));

  readonly #noting = new SendingController<{ ticketId: string; text: string }, Ticket>(this, ({ ticketId, text }, options) => this.services.client.tickets.addNote(ticketId, text, options));

  #draft: ReturnType<typeof typedTicket> | undefined;

  protected override get page() {
    return this.ticketId;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('ticketId')) return;
    this.#noting.reset();
    if (this.ticketId === NEW) this.#raising.reset();
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    if (this.ticketId === NEW) return this.#renderForm();
    return this.ticketId ? this.#renderOne() : this.#renderAll();
  }

  #renderAll() {
    return html`
      <section class="stack">
        <div class="row apart">
          ${this.#renderHeading()}
          <button class="primary" data-opens=${NEW} @click=${() => this.#go(NEW)}>${addIcon()}<span>${words.raise()}</span></button>
        </div>
        ${this.renderReading(this.#tickets, {
          loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`,
          ready: ({ items }) =>
            ticketLists(items, {
              level: this.headingLevel,
              locale: this.activeLocale,
              zone: this.#zone,
              choose: (ticketId) => {
                this.#go(ticketId);
              },
            }),
        })}
      </section>
    `;
  }

  #renderCard() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#tickets, {
          loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`,
          ready: ({ items }) =>
            ticketAnswer(items, this.activeLocale, { seeAll: () => this.#go(''), raise: () => this.#go(NEW) }),
        })}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderForm() {
    return html`
      <section class="stack">
        ${this.#renderBack()} ${heading(this.headingLevel, words.raise())}
        ${this.renderReading(this.#products, {
          loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () =>
            html`<fp-status-message tone="info" heading=${words.noProducts()}><p>${words.noProductsHelp()}</p></fp-status-message>`,
          ready: (products) => this.#renderFields(products),
        })}
      </section>
    `;
  }

  #renderFields({ items }: ProductList) {
    const { state: raising } = this.#raising;
    return html`
      ${this.kept ? html`<fp-status-message tone="info" heading=${words.kept()}></fp-status-message>` : nothing}
      ${raising.step === 'refused' ? notSent() : nothing}
      <fp-ticket-form
        .products=${items.filter(({ status }) => status !== 'ended')}
        .typed=${this.typed}
        .problems=${raising.step === 'refused' ? raising.fields : []}
        .busy=${raising.step === 'sending'}
        @ticket-typed=${this.#onTyped}
        @ticket-ready=${({ ticket }: TicketReadyEvent) => this.run(() => this.#raise(ticket))}
      ></fp-ticket-form>
    `;
  }

  #renderOne() {
    return html`
      <section class="stack">
        ${this.#renderBack()}
        ${this.renderReading(this.#ticket, {
          loading: () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="6"></fp-skeleton>`,
          failed: () => this.#renderHeading(),
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.notFound()}></fp-status-message>`,
          ready: (ticket) => this.#renderTicket(ticket),
        })}
      </section>
    `;
  }

  #renderBack() {
    return html`<div><button class="quiet flush" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>`;
  }

  #renderTicket(ticket: Ticket) {
    const locale = this.activeLocale;
    const { state: raising } = this.#raising;
    return html`
      ${raising.step === 'sent' && raising.answer.id === ticket.id ? sent(ticket) : nothing}
      ${ticketHead(ticket, { level: this.headingLevel, locale, zone: this.#zone })}
      ${heading(this.headingLevel, words.timeline(), 1)}
      <fp-ticket-timeline .entries=${ticket.entries} locale=${locale} zone=${this.#zone}></fp-ticket-timeline>
      ${isOver(ticket.status) ? nothing : this.#renderNoteForm(ticket)}
    `;
  }

  #renderNoteForm({ id }: Ticket) {
    const { step } = this.#noting.state;
    return html`
      ${step === 'refused' ? notSent() : nothing}
      <fp-note-form
        .busy=${step === 'sending'}
        @note-ready=${({ text }: NoteReadyEvent) => this.run(() => this.#addNote(id, text))}
      ></fp-note-form>
      <p role="status">${step === 'sent' ? words.noteSent() : ''}</p>
    `;
  }

  get #zone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** The products to choose from, and what this person had typed before. */
  async #prepareForm(options: { signal: AbortSignal }): Promise<ProductList> {
    const { client } = this.services;
    const [products, session] = await Promise.all([client.products.list(options), client.session.get(options)]);
    if (session.signedIn && !this.#draft) {
      this.#draft = typedTicket(session.person.id);
      this.typed = this.#draft.read() ?? {};
      this.kept = Object.keys(this.typed).length > 0;
      if (!this.kept && this.about) this.typed = { description: this.about.slice(0, 4000) };
    }
    return products;
  }

  #onTyped({ typed }: TicketTypedEvent) {
    this.typed = typed;
    this.#draft?.keep(typed);
  }

  async #raise(ticket: TicketRequest) {
    const raised = await this.#raising.send(ticket);
    if (!raised) return;
    if (JSON.stringify(this.typed) === JSON.stringify(ticket)) {
      this.#draft?.clear();
      this.typed = {};
      this.kept = false;
    }
    // Whoever went elsewhere meanwhile is told, not fetched.
    if (this.ticketId === NEW && this.#raising.state.step === 'sent') this.#go(raised.id);
    this.dispatchEvent(new TicketRaisedEvent(raised.id, raised.number));
  }

  async #addNote(ticketId: string, text: string) {
    const added = await this.#noting.send({ ticketId, text });
    if (added && this.#noting.state.step === 'sent') this.noteForm?.clear(text);
  }

  #go(ticketId: string) {
    if (this.view === 'full') this.ticketId = ticketId;
    this.services.navigate(ticketId ? `/support/${encodeURIComponent(ticketId)}` : '/support');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-ticket-raiser': TicketRaiserElement;
  }
}
