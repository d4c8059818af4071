import { Ticket, TicketList, type TicketRequest } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from './send.ts';
import type { Wire } from './wire.ts';

export interface TicketsClient {
  list(options?: RequestOptions): Promise<TicketList>;
  get(ticketId: string, options?: RequestOptions): Promise<Ticket>;
  raise(ticket: TicketRequest, options?: Omit<SendOptions, 'body'>): Promise<Ticket>;
  addNote(ticketId: string, text: string, options?: Omit<SendOptions, 'body'>): Promise<Ticket>;
}

export const ticketsClient = ({ read, write }: Wire): TicketsClient => ({
  list: (options) => read('/tickets', TicketList, ['tickets'], options),
  get: (ticketId, options) => read(`/tickets/${encodeURIComponent(ticketId)}`, Ticket, ['tickets'], options),
  raise: (ticket, options) => write('POST /tickets', Ticket, ['tickets'], { ...options, body: ticket }),
  addNote: (ticketId, text, options) =>
    write(`POST /tickets/${encodeURIComponent(ticketId)}/notes`, Ticket, ['tickets'], { ...options, body: { text } }),
});
