import type { Ticket, TicketList, TicketSummary } from '@faceplate/contracts';
import { formatInstant } from '@faceplate/localize';
import { heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { TicketChosenEvent } from './events.ts';
import { words } from './messages.ts';
import { isOver, standingOf } from './ticket-words.ts';

/** What a ticket is about and how it stands. */
export function ticketHead(ticket: Ticket, { level, locale, zone }: { level: number; locale: string; zone: string }) {
  const { tone, word } = standingOf(ticket);
  const moment = (instant: string) => formatInstant(instant, locale, zone, 'medium');
  return html`
    ${heading(level, html`<bdi>${ticket.title}</bdi>`)}
    <p class="row">
      <fp-tag tone=${tone}>${word}</fp-tag>
      <span>${words.ticket(ticket.number)}</span>
      ${ticket.product ? html`<bdi>${ticket.product.name}</bdi>` : nothing}
      <span class="quiet">${words.raised(moment(ticket.raisedAt))}</span>
    </p>
    ${ticket.expectedBy && !isOver(ticket.status) ? html`<p>${words.expected(moment(ticket.expectedBy))}</p>` : nothing}
    <p class="said"><bdi>${ticket.description}</bdi></p>
  `;
}

interface Lists {
  level: number;
  locale: string;
  zone: string;
  /** They are not all there are. */
  isFiltered: boolean;
  choose: (ticketId: string) => void;
}

/** Open tickets, then those that are over. */
export function ticketLists(tickets: readonly TicketSummary[], { level, isFiltered, ...facts }: Lists) {
  const open = tickets.filter(({ status }) => !isOver(status));
  const over = tickets.filter(({ status }) => isOver(status));
  return html`
    ${open.length > 0 ? ticketList(open, facts) : isFiltered ? nothing : html`<p>${words.allClosed()}</p>`}
    ${over.length > 0 ? html`${heading(level, words.over(), 1)}${ticketList(over, facts)}` : nothing}
  `;
}

function ticketList(
  tickets: readonly TicketSummary[],
  { locale, zone, choose }: { locale: string; zone: string; choose: (ticketId: string) => void },
) {
  return html`<fp-ticket-list
    .tickets=${tickets}
    locale=${locale}
    zone=${zone}
    @ticket-chosen=${({ ticketId }: TicketChosenEvent) => {
      choose(ticketId);
    }}
  ></fp-ticket-list>`;
}

/** The card: how many are open, how many wait for the customer, and what to do. */
export function ticketAnswer(
  { items, total }: Pick<TicketList, 'items' | 'total'>,
  locale: string,
  acts: { readonly seeAll: () => void; readonly raise: () => void },
) {
  const waiting = items.filter(({ status, companyWaits }) => status === 'waiting-for-you' && !companyWaits).length;
  return html`
    <p class="lead">${total > 0 ? words.open(total, locale) : words.allClosed()}</p>
    ${waiting > 0 ? html`<p><fp-tag tone="notice">${words.needsYou(waiting, locale)}</fp-tag></p>` : nothing}
    <div class="row">
      <button @click=${acts.seeAll}>${words.seeAll()}</button>
      <button @click=${acts.raise}>${words.raise()}</button>
    </div>
  `;
}

/** A ticket or a note did not arrive; nothing typed is lost. */
export const notSent = (offline = false) =>
  html`<fp-status-message part="problem" tone="critical" heading=${words.notSent()}><p>${offline ? words.waitsForLine() : words.notSentHelp()}</p></fp-status-message>`;
