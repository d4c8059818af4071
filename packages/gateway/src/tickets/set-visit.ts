import type { Ticket, VisitRequest } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { text } from '../tmf/read.ts';
import { refusalOf, visitsBackend, windowBody } from '../visits/visits.backend.ts';
import { demandOpen } from './open-ticket.ts';
import { shownTicket } from './shown.ts';
import { visitOfTicket } from './ticket-visit.ts';
import { ticketsBackend } from './tickets.backend.ts';

type OfTicket<Body = unknown> = Call<{ ticketId: string }, unknown, Body>;

/** When somebody could come for it. */
export async function ticketSlots(call: OfTicket) {
  await ticketsBackend(call).ticket(call.params.ticketId);
  return visitsBackend(call).slots(undefined);
}

/** Books the visit, or moves the one there is: it keeps its id and its history. A repeat finds it at its time. */
export async function setVisit(call: OfTicket<VisitRequest>): Promise<Ticket> {
  const { ticketId } = call.params;
  const backend = ticketsBackend(call);
  const ticket = await backend.ticket(ticketId);
  demandOpen(ticket);
  const before = await visitOfTicket(call, ticketId);
  if (before?.state === 'booked') await visitsBackend(call).move(before.id, call.body);
  else {
    const relatedEntity = [{ id: ticketId, name: text(ticket, 'name'), role: 'ticket', '@referredType': 'TroubleTicket' }];
    try {
      await call.tmf('TMF646').post('appointment', { ...windowBody(call, undefined, call.body), status: 'confirmed', relatedEntity });
    } catch (error) {
      throw await refusalOf(error, call, undefined, call.body);
    }
  }
  return shownTicket(call, await backend.ticket(ticketId));
}
