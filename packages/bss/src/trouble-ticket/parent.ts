import { definitionOf } from '../definitions/definitions.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { Dice, idOf } from '../world/random.ts';

/** The ticket under which all reports of one incident stand. */
export const parentIdOf = (problemId: string): string => idOf(`parent/${problemId}`);

/** A number for people, told on the phone. */
export const numberOf = (id: string): string => `T-${new Dice(`ticket number/${id}`).digits(6)}`;

export function refTo(ticket: Resource, relationshipType: 'parent' | 'child'): Json {
  const name = text(ticket['name']);
  return { id: ticket.id, href: ticket.href, ...(name !== undefined && { name }), relationshipType };
}

const SEVERITIES: Readonly<Record<number, string>> = { 1: 'Critical', 2: 'Major' };

/** The operator's own ticket for an incident, in the state the incident is in. */
export function parentTicket(problem: Resource, now: Date): Resource {
  const { path, type } = definitionOf('troubleTicket');
  const id = parentIdOf(problem.id);
  const instant = now.toISOString();
  const begun = problem['status'] !== 'acknowledged';
  const status = begun ? 'inProgress' : 'acknowledged';
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    externalId: numberOf(id),
    name: text(problem['name']) ?? 'Incident',
    description: text(problem['description']) ?? 'Incident',
    severity: SEVERITIES[Number(problem['priority'])] ?? 'Minor',
    ticketType: 'incident',
    status,
    creationDate: instant,
    lastUpdate: instant,
    statusChangeDate: instant,
    statusChange: [{ changeDate: instant, status, changeReason: 'Opened with the first report of it' }],
    relatedParty: objects(problem['originatorParty']).map((party) => ({ ...party, role: 'originator' })),
    relatedEntity: [{ id: problem.id, name: text(problem['name']), role: 'incident', '@referredType': 'ServiceProblem' }],
    troubleTicketRelationship: [],
  };
}
