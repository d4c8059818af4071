import type { Gap, Incident, IncidentDetail } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { onceEach, orGap, readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { records, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { ticketsBackend } from '../tickets/tickets.backend.ts';
import { incidentOf } from './incident.adapter.ts';
import { type OwnService, ownServices } from './own-services.ts';
import { placesOf } from './places.ts';
import { isPlanned, problemOf, problemsOf } from './problem.ts';
import { reports } from './report.ts';

/** What is over is told for so long. */
const HISTORY_DAYS = 90;

export interface Surroundings {
  services: readonly OwnService[] | undefined;
  /** Open tickets that I raised. */
  tickets: readonly TmfBody[];
  gaps: Gap[];
}

const raisedBy = (sub: string) => (ticket: TmfBody): boolean => records(ticket, 'relatedParty').some((one) => text(one, 'role') === 'originator' && text(one, 'id') === sub);

/** What incidents are held against: what I have, and what I have reported; both at once. */
export async function surroundingsOf(call: Call): Promise<Surroundings> {
  const [own, tickets] = await Promise.all([ownServices(call), orGap('TMF621', ticketsBackend(call).tickets())]);
  return { services: own.services, tickets: (tickets.value?.rows ?? []).filter(raisedBy(call.subject.sub)), gaps: [...own.gaps, ...tickets.gaps, ...(tickets.value?.gaps ?? [])] };
}

/** An incident with what is mine of it; undefined where that is nothing. */
export const seen = (call: Call, problem: TmfBody, { services, tickets }: Surroundings): Incident | undefined =>
  incidentOf(problem, { services, now: call.clock(), ticketIdOf: (id) => text(tickets.find((ticket) => reports(ticket, id)), 'id') });

/** What hits services of mine, or did of late. */
export async function incidents(call: Call): Promise<{ items: Incident[]; gaps: Gap[] }> {
  const [problems, around] = await Promise.all([problemsOf(call, 'service-level.read', { sort: '-creationDate' }), surroundingsOf(call)]);
  const since = new Date(call.clock().getTime() - HISTORY_DAYS * 86_400_000).toISOString();
  const { items, gaps } = readEach('TMF656', { ...problems, rows: problems.rows.filter((row) => !isPlanned(row)) }, (row) => seen(call, row, around));
  return { items: items.filter(({ endedAt }) => endedAt === undefined || endedAt >= since), gaps: onceEach([...around.gaps, ...gaps]) };
}

/** One, with what it is held against. @throws {Refusal} 404 for one that hits nothing of mine. */
export async function incidentIn(call: Call<{ incidentId: string }>): Promise<{ incident: Incident; around: Surroundings }> {
  const [problem, around] = await Promise.all([problemOf(call, call.params.incidentId, 'service-level.read'), surroundingsOf(call)]);
  if (isPlanned(problem)) throw notFound();
  const incident = readOne(call.tmf('TMF656').origin, () => seen(call, problem, around));
  if (!incident) throw notFound();
  return { incident, around };
}

/** With every place where I have something, so that a picture can tell hit from well. */
export async function incidentDetail(call: Call<{ incidentId: string }>): Promise<IncidentDetail> {
  const { incident, around } = await incidentIn(call);
  const { places, gaps } = await placesOf(call, around.services ?? [], new Set(incident.services.map(({ id }) => id)));
  return { ...incident, places, gaps: onceEach([...around.gaps, ...gaps]) };
}
