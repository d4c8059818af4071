import type { Ticket, Visit, VisitRequest } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { byParty, ownRows } from '../tmf/owned.ts';
import { isUnreadable, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { visitOf } from '../visits/visit.adapter.ts';
import { refusalOf, visitsBackend, windowBody } from '../visits/visits.backend.ts';
import { demandOpen } from './open-ticket.ts';
import { shownTicket } from './shown.ts';
import { ticketsBackend } from './tickets.backend.ts';

type OfTicket<Body = unknown> = Call<{ ticketId: string }, unknown, Body>;

/** The technician's visit for a ticket: the one that stands before those that are over. */
export async function visitOfTicket(call: Call, ticketId: string): Promise<Visit | undefined> {
  const { rows } = await ownRows(call, 'TMF646', 'appointment', byParty(call), { query: { 'relatedEntity.id': ticketId }, limit: 20, action: 'ticket.read' });
  const mine = rows.filter((row) => records(row, 'relatedEntity').some((one) => text(one, 'id') === ticketId));
  const visits = mine.flatMap((row) => {
    try {
      return [visitOf(row, settingOf(call))];
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return [];
    }
  });
  return visits.find(({ state }) => state === 'booked') ?? visits.toSorted((one, other) => other.from.localeCompare(one.from))[0];
}

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

/** @throws {Refusal} 404 for a ticket without a visit. */
export async function bookedVisit(call: OfTicket): Promise<Visit> {
  const ticket = await ticketsBackend(call).ticket(call.params.ticketId);
  const visit = await visitOfTicket(call, text(ticket, 'id') ?? '');
  if (!visit) throw notFound();
  return visit;
}
