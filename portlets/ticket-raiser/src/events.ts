import type { TicketRequest } from '@faceplate/contracts';
import type { TypedTicket } from './typed-ticket.ts';

/** The customer raised a ticket; it exists. */
export class TicketRaisedEvent extends Event {
  static readonly type = 'fp-ticket-raised';
  readonly ticketId: string;
  readonly number: string;

  constructor(ticketId: string, number: string) {
    super(TicketRaisedEvent.type, { bubbles: true, composed: true });
    this.ticketId = ticketId;
    this.number = number;
  }
}

/** Inside the portlet: a row of the list was chosen. */
export class TicketChosenEvent extends Event {
  static readonly type = 'ticket-chosen';
  readonly ticketId: string;

  constructor(ticketId: string) {
    super(TicketChosenEvent.type);
    this.ticketId = ticketId;
  }
}

/** Inside the portlet: the form was filled in, so far. */
export class TicketTypedEvent extends Event {
  static readonly type = 'ticket-typed';
  readonly typed: TypedTicket;

  constructor(typed: TypedTicket) {
    super(TicketTypedEvent.type);
    this.typed = typed;
  }
}

/** Inside the portlet: the form is complete and shall be sent. */
export class TicketReadyEvent extends Event {
  static readonly type = 'ticket-ready';
  readonly ticket: TicketRequest;

  constructor(ticket: TicketRequest) {
    super(TicketReadyEvent.type);
    this.ticket = ticket;
  }
}

/** Inside the portlet: a note was written. */
export class NoteReadyEvent extends Event {
  static readonly type = 'note-ready';
  readonly text: string;

  constructor(text: string) {
    super(NoteReadyEvent.type);
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-ticket-raised': TicketRaisedEvent;
    'ticket-chosen': TicketChosenEvent;
    'ticket-typed': TicketTypedEvent;
    'ticket-ready': TicketReadyEvent;
    'note-ready': NoteReadyEvent;
  }
}
