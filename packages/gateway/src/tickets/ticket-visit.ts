import type { Visit } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { byParty, ownRows } from '../tmf/owned.ts';
import { isUnreadable, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { visitOf } from '../visits/visit.adapter.ts';
import { ticketsBackend } from './tickets.backend.ts';

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

/** @throws {Refusal} 404 for a ticket without a visit. */
export async function bookedVisit(call: Call<{ ticketId: string }>): Promise<Visit> {
  const ticket = await ticketsBackend(call).ticket(call.params.ticketId);
  const visit = await visitOfTicket(call, text(ticket, 'id') ?? '');
  if (!visit) throw notFound();
  return visit;
}
