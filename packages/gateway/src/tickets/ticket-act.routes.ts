import { SlotList, Ticket, TicketAct, TicketChange, VisitRequest } from '@faceplate/contracts';
import { type Call, type Route, route } from '../routing/route.ts';
import { calendarOf } from '../visits/calendar.ts';
import { act, amend } from './acts.ts';
import { setVisit, ticketSlots } from './set-visit.ts';
import { bookedVisit } from './ticket-visit.ts';

const inTurn = <T>(call: Call<{ ticketId: string }>, work: () => Promise<T>): Promise<T> => call.inTurn(`ticket ${call.params.ticketId}`, work);

/** What customers do about a ticket that stands. */
export const ticketActRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/tickets/:ticketId/changes',
    summary: 'Amends a ticket until work on it begins; what was changed stands on its timeline.',
    body: TicketChange,
    codes: ['ticket-cannot', 'busy'],
    answer: Ticket,
    policy: { action: 'ticket.change' },
    handle: (call) => inTurn(call, () => amend(call)),
  }),
  route({
    method: 'POST',
    path: '/tickets/:ticketId/acts',
    summary: 'Escalates a ticket, confirms that it is fixed, opens it again, rates it, takes it back, or adds a test of the line.',
    detail: '`may` of the ticket says what is possible now, and why not. A step of the ladder needs a reason.',
    body: TicketAct,
    codes: ['ticket-cannot', 'ticket-ended', 'ticket-full', 'busy'],
    answer: Ticket,
    policy: { action: 'ticket.change' },
    handle: (call) => inTurn(call, () => act(call)),
  }),
  route({
    method: 'GET',
    path: '/tickets/:ticketId/visit/slots',
    summary: 'When a technician could come for a ticket.',
    answer: SlotList,
    policy: { action: 'ticket.read' },
    handle: ticketSlots,
  }),
  route({
    method: 'POST',
    path: '/tickets/:ticketId/visit',
    summary: 'Books or moves the technician’s visit for a ticket; one that moves keeps its id and its history.',
    body: VisitRequest,
    codes: ['slot-taken', 'visit-too-late', 'visit-none', 'ticket-cannot', 'ticket-ended', 'ticket-full', 'busy'],
    answer: Ticket,
    policy: { action: 'ticket.change' },
    handle: (call) => inTurn(call, () => setVisit(call)),
  }),
  route({
    method: 'GET',
    path: '/tickets/:ticketId/visit.ics',
    summary: 'The visit for a ticket as a calendar file; taken again after a move, the entry moves.',
    answer: { media: 'text/calendar' },
    policy: { action: 'ticket.read' },
    handle: async (call) => {
      const visit = await bookedVisit(call);
      const { name, publicUrl } = call.tenant;
      const words = calendarOf(visit, { title: `${name}: technician`, operator: name, url: `${publicUrl}/support/${encodeURIComponent(call.params.ticketId)}`, now: call.clock() });
      return { bytes: new TextEncoder().encode(words), fileName: `visit-${visit.id}.ics` };
    },
  }),
];
