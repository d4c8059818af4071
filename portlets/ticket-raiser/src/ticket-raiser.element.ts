import '@faceplate/client/nouns/tickets.js';
import type { Ticket } from '@faceplate/contracts';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { addIcon, backIcon, cardStyles, formStyles } from '@faceplate/ui';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { NoteFormElement } from './components/note-form.element.ts';
import type { NoteReadyEvent } from './events.ts';
import type { FormPart } from './form/form.ts';
import { AllTicketsPart } from './all-tickets.ts';
import { words } from './messages.ts';
import type { PartHost, TicketsPortletClient } from './part.ts';
import { SendingController } from './sending.controller.ts';
import { styles } from './ticket-raiser.styles.ts';
import { notSent, ticketHead } from './ticket-templates.ts';
import { isOver } from './ticket-words.ts';

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
  static override styles = [PortletElement.styles, formStyles, cardStyles, styles];

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

  @query('fp-note-form') private readonly noteForm!: NoteFormElement | null;

  readonly #lent: PartHost = this.lend(
    {
      open: (ticketId: string) => this.#go(ticketId),
    },
    {
      ticketId: () => this.ticketId,
      zone: () => this.#zone,
      context: () => ({ product: this.product || '', bill: this.bill || '', order: this.order || '', about: this.about || '' }),
    },
  );

  readonly #all = new AllTicketsPart(this.#lent);

  readonly #form = latePart(this, () => this.ticketId === NEW && this.view === 'full', async () => (this.#raiser = new (await import('./form/form.ts')).FormPart(this.#lent)));

  /** The form outlives its page: what was sent from it is told on the ticket's. */
  #raiser: FormPart | undefined;

  readonly #one = latePart(this, () => Boolean(this.ticketId) && this.ticketId !== NEW && this.view === 'full', async () => (await import('./one/one.ts')).OneTicketPart.open(this.#lent));

  readonly #ticket = new Reading(this, {
    args: () => (this.ticketId && this.ticketId !== NEW ? ([this.ticketId] as const) : undefined),
    load: ([ticketId], options) => this.services.client.tickets.get(ticketId, options),
    changes: ['tickets'],
  });

  readonly #noting = new SendingController<{ ticketId: string; text: string }, Ticket>(this, ({ ticketId, text }, options) => this.services.client.tickets.addNote(ticketId, text, options));

  protected override get page() {
    return this.ticketId;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('ticketId')) return;
    this.#noting.reset();
    if (this.ticketId === NEW) this.#raiser?.begin();
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
        ${this.renderReading(this.#form, { loading: () => html`<fp-skeleton rows lines="5"></fp-skeleton>`, ready: (part) => part.render() })}
      </section>
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
    return html`
      ${this.#raiser?.renderRaised(ticket) ?? nothing}
      ${ticketHead(ticket, { level: this.headingLevel, locale, zone: this.#zone })}
      ${this.renderReading(this.#one, { loading: () => html`<fp-skeleton lines="3"></fp-skeleton>`, ready: (part) => part.render(ticket) })}
      ${heading(this.headingLevel, words.timeline(), 1)}
      <fp-ticket-timeline .entries=${ticket.entries} locale=${locale} zone=${this.#zone}></fp-ticket-timeline>
      ${isOver(ticket.status) ? nothing : this.#renderNoteForm(ticket)}
    `;
  }

  #renderNoteForm({ id }: Ticket) {
    const { step } = this.#noting.state;
    return html`
      ${step === 'refused' ? notSent() : nothing}
      ${keyed(id, html`<fp-note-form
        .busy=${step === 'sending'}
        .begun=${this.#one.value?.typed(id).note ?? ''}
        @input=${() => this.#one.value?.type(id, { note: this.noteForm?.text })}
        @note-ready=${({ text }: NoteReadyEvent) => this.run(() => this.#addNote(id, text))}
      ></fp-note-form>`)}
      <p role="status">${step === 'sent' ? words.noteSent() : ''}</p>
    `;
  }

  get #zone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  async #addNote(ticketId: string, text: string) {
    const added = await this.#noting.send({ ticketId, text });
    if (added && this.#noting.state.step === 'sent') this.noteForm?.clear(text);
    if (added && this.#one.value?.typed(ticketId).note === text) this.#one.value.type(ticketId, { note: undefined });
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
