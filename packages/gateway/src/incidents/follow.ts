import type { Incident } from '@faceplate/contracts';
import { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { text } from '../tmf/read.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { incidentIn } from './incidents.ts';
import { incidentOver, reportIncident, reports } from './report.ts';

type OfIncident = Call<{ incidentId: string }>;

/** Who takes it back while it is being mended; what is fixed already is not. */
const MAY_END: ReadonlySet<string | undefined> = new Set(['acknowledged', 'inProgress', 'pending']);

/** "Tell me when it is fixed", for all my services at once: one report, of the first that I may report. */
export async function follow(call: OfIncident): Promise<Incident> {
  const { incident, around } = await incidentIn(call);
  if (incident.ticketId !== undefined) return incident;
  if (incident.endedAt !== undefined) throw incidentOver();
  const reported = incident.services.find(({ id }) => around.services?.some((service) => service.id === id && service.mayReport));
  if (!reported) throw new Refusal({ status: 403, code: 'not-allowed', title: 'You may look at this, but not report on it.' });
  await call.inTurn(`me too ${incident.id} ${reported.id}`, () => reportIncident(call, { productId: reported.id, troubleId: incident.id }));
  return (await incidentIn(call)).incident;
}

/** Takes back every report of it that is mine. */
export async function unfollow(call: OfIncident): Promise<Incident> {
  const { incident, around } = await incidentIn(call);
  const backend = ticketsBackend(call);
  const mine = around.tickets.filter((ticket) => reports(ticket, incident.id) && MAY_END.has(text(ticket, 'status')));
  if (mine.length === 0) return incident;
  for (const ticket of mine) {
    const end = (now: typeof ticket) => (MAY_END.has(text(now, 'status')) ? { status: 'cancelled', statusChangeReason: 'Need not be told any more' } : undefined);
    // Fixed a moment ago: then there is nothing to be taken back.
    await backend.change(text(ticket, 'id') ?? '', end).catch((error: unknown) => {
      if (!(error instanceof UpstreamProblem && error.fault === 'refused')) throw error;
    });
  }
  return (await incidentIn(call)).incident;
}
