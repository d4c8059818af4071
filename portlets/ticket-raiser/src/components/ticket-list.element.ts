import type { TicketSummary } from '@faceplate/contracts';
import { formatInstant, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, cardStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { TicketChosenEvent } from '../events.ts';
import { words } from '../messages.ts';
import { standingOf } from '../ticket-words.ts';

/**
 * Tickets, last changed first.
 *
 * @summary List of tickets.
 * @tagname fp-ticket-list
 *
 * @fires {TicketChosenEvent} ticket-chosen - A ticket was chosen.
 */
export class TicketListElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, cardStyles];

  @property({ attribute: false }) tickets: readonly TicketSummary[] = [];

  @property() locale = 'en';

  /** IANA zone for moments. */
  @property() zone = 'UTC';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** The keyboard goes on at this one of them. */
  async goTo(at: number) {
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.opener')[at]?.focus();
  }

  override render() {
    return html`<ul class="plain stack">${this.tickets.map((ticket) => this.#renderTicket(ticket))}</ul>`;
  }

  #renderTicket(ticket: TicketSummary) {
    const { id, number, title, product, changedAt, children } = ticket;
    const { tone, word } = standingOf(ticket);
    return html`
      <li class="card opens">
        <div class="row apart">
          <button class="opener" data-opens=${id} @click=${() => this.dispatchEvent(new TicketChosenEvent(id))}><bdi>${title}</bdi></button>
          <fp-tag tone=${tone}>${word}</fp-tag>
        </div>
        <p class="quiet row">
          <span>${words.ticket(number)}</span>
          ${product ? html`<bdi>${product.name}</bdi>` : nothing}
          ${children ? html`<span>${words.atPlaces(children, this.locale)}</span>` : nothing}
          <span>${words.changed(formatInstant(changedAt, this.locale, this.zone, 'medium'))}</span>
        </p>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-ticket-list': TicketListElement;
  }
}
