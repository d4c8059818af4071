import '@faceplate/client/nouns/products.js';
import '@faceplate/client/nouns/tickets.js';
import { Offline } from '@faceplate/client';
import type { CheckStep, ProductList, Ticket, TicketForms, TicketRequest } from '@faceplate/contracts';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { addIcon, backIcon } from '@faceplate/ui';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { NoteFormElement } from './components/note-form.element.ts';
import { type NoteReadyEvent, TicketRaisedEvent, type TicketReadyEvent, type TicketTypedEvent } from './events.ts';
import { AllTicketsPart } from './all-tickets.ts';
import { Evidence } from './evidence.ts';
import { words } from './messages.ts';
import type { PartHost, TicketsPortletClient } from './part.ts';
import { SendingController } from './sending.controller.ts';
import { styles } from './ticket-raiser.styles.ts';
import { notSent, sent, ticketHead } from './ticket-templates.ts';
import { isOver } from './ticket-words.ts';
import { lastIntent, type TypedTicket, typedTicket } from './typed-ticket.ts';

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
export class TicketRaiserElement extends PortletElement<TicketsPortletClient> {
  static override styles = [PortletElement.styles, styles];

  /** The ticket to show; `new` for the form; empty for the list. */
  @property({ attribute: 'ticket-id' }) ticketId = '';

  /** What a new ticket is about, in words, where somebody comes from there; what was begun before stays. */
  @property() about = '';

  /** The product a new ticket is about, where somebody comes from there. */
  @property() product = '';

  /** The bill it is about, by its number. */
  @property() bill = '';

  /** The order it is about, by its number. */
  @property() order = '';

  @state() private typed: TypedTicket = {};

  @state() private kept = false;

  @query('fp-note-form') private readonly noteForm!: NoteFormElement | null;

  readonly #lent: PartHost = this.lend(
    {
      open: (ticketId: string) => this.#go(ticketId),
      tested: ({ id }: { id: string }) => { this.#testIds = [...new Set([...this.#testIds, id])].slice(-5); },
      skipped: (step: CheckStep) => { this.#skipped = [...new Set([...this.#skipped, step])]; },
    },
    { ticketId: () => this.ticketId, zone: () => this.#zone },
  );

  readonly #all = new AllTicketsPart(this.#lent);

  readonly #desk = latePart(this, () => this.ticketId === NEW && this.view === 'full', async () => new (await import('./desk/desk.ts')).DeskPart(this.#lent));

  readonly #one = latePart(this, () => Boolean(this.ticketId) && this.ticketId !== NEW && this.view === 'full', async () => new (await import('./one/one.ts')).OneTicketPart(this.#lent));

  readonly #evidence = new Evidence(this);

  #testIds: readonly string[] = [];

  #skipped: readonly CheckStep[] = [];

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

  /** The forms are asked for beside the products; without them the plain form stands. */
  readonly #forms = new Reading<readonly [], TicketForms>(this, {
    args: () => (this.ticketId === NEW ? ([] as const) : undefined),
    load: (_, options) => this.services.client.tickets.forms(options),
    changes: [],
  });

  /** The ticket first, then its files, each under a key of its own: cut short anywhere, the whole is sent again and nothing is there twice. */
  readonly #raising = new SendingController<TicketRequest, Ticket>(this, async (ticket, options) => {
    const { tickets } = this.services.client;
    const raised = await tickets.raise(ticket, options);
    return this.#evidence.send(raised, (file, idempotencyKey) => tickets.attach(raised.id, file, { idempotencyKey }));
  });

  readonly #noting = new SendingController<{ ticketId: string; text: string }, Ticket>(this, ({ ticketId, text }, options) => this.services.client.tickets.addNote(ticketId, text, options));

  #draft: ReturnType<typeof typedTicket> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    globalThis.addEventListener('online', this.#onOnline);
  }

  override disconnectedCallback() {
    globalThis.removeEventListener('online', this.#onOnline);
    super.disconnectedCallback();
  }

  /** What waited for the line goes by itself, under the key it has. */
  readonly #onOnline = () => {
    const { state: raising } = this.#raising;
    if (raising.step === 'refused' && raising.cause instanceof Offline && this.#unsent) void this.run(() => this.#raise(this.#unsent!));
  };

  #unsent: TicketRequest | undefined;

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
        ${this.#all.render()}
      </section>
    `;
  }

  #renderCard() {
    return html`<section class="stack">${this.#renderHeading()} ${this.#all.render()}</section>`;
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
    const productId = this.typed.productId ?? '';
    const desk = this.#desk.value;
    return html`
      ${this.kept ? html`<fp-status-message tone="info" heading=${words.kept()}></fp-status-message>` : nothing}
      ${raising.step === 'refused' ? notSent(raising.cause instanceof Offline && !navigator.onLine) : nothing}
      ${desk && productId ? desk.render(productId, (this.typed.title ?? this.about).slice(0, 200)) : nothing}
      <fp-ticket-form
        .products=${items.filter(({ status }) => status !== 'ended')}
        .forms=${this.#forms.value?.items ?? []}
        .typed=${this.typed}
        .problems=${raising.step === 'refused' ? raising.fields : []}
        .busy=${raising.step === 'sending'}
        locale=${this.activeLocale}
        @ticket-typed=${this.#onTyped}
        @ticket-ready=${({ ticket }: TicketReadyEvent) => this.run(() => this.#raise(this.#complete(ticket)))}
      >${this.#evidence.render()}</fp-ticket-form>
    `;
  }

  /** What came along: tests that were run, and what was gone past. */
  #complete(ticket: TicketRequest): TicketRequest {
    return { ...ticket, ...(this.#testIds.length > 0 && { testIds: [...this.#testIds] }), ...(this.#skipped.length > 0 && { skipped: [...this.#skipped] }) };
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
      ${this.#one.value?.render(ticket) ?? nothing}
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
      this.#raising.memory = lastIntent(session.person.id);
      this.#evidence.begin(session.person.id);
      this.typed = this.#draft.read() ?? {};
      this.kept = Object.keys(this.typed).length > 0;
      if (!this.kept) this.typed = this.#fromContext(products);
    }
    return products;
  }

  /** Where somebody comes from: the product, the bill, the order, in words. */
  #fromContext({ items }: ProductList): TypedTicket {
    const known = items.some(({ id, status }) => id === this.product && status !== 'ended');
    const said = [this.bill && words.bill(this.bill), this.order && words.order(this.order), this.about].filter(Boolean).join(' ');
    return { ...(known && { productId: this.product }), ...(said && { description: said.slice(0, 4000) }) };
  }

  #onTyped({ typed }: TicketTypedEvent) {
    this.typed = typed;
    this.#draft?.keep(typed);
  }

  async #raise(ticket: TicketRequest) {
    const typed = this.typed;
    this.#unsent = ticket;
    const raised = await this.#raising.send(ticket);
    if (!raised) return;
    this.#unsent = undefined;
    this.#evidence.clear();
    this.#testIds = [];
    this.#skipped = [];
    // What was typed while it was on its way is another ticket’s.
    if (JSON.stringify(this.typed) === JSON.stringify(typed)) {
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
