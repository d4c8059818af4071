import type { MeTooRequest, Ticket } from '@faceplate/contracts';
import { reportIncident } from '../incidents/report.ts';
import type { Call } from '../routing/route.ts';
import { text } from '../tmf/read.ts';
import { shownTicket } from '../tickets/shown.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';

/** A report of a known incident, shown as the ticket it is. */
export async function meToo(call: Call<unknown, unknown, MeTooRequest>): Promise<Ticket> {
  const { ticket, isNew } = await reportIncident(call, call.body);
  if (isNew) call.tally?.count('spared', 'incident');
  // Lists leave out what happened to it.
  return shownTicket(call, isNew ? ticket : await ticketsBackend(call).ticket(text(ticket, 'id') ?? ''));
}
