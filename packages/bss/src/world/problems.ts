import type { Draft } from './draft.ts';
import { type Line, productRef } from './lines.ts';
import { type Party, partyRef } from './parties.ts';
import { iso } from './zone.ts';

/** An incident, or planned work: what stands behind intervals of unavailability. Instants. */
interface ProblemPlan {
  label: string;
  category: 'incident' | 'plannedMaintenance';
  name: string;
  description: string;
  lines: readonly Line[];
  owners: readonly Party[];
  from: number;
  /** Known for what is over; expected otherwise. */
  to: number;
  /** Of an incident that goes on: what customers were told, and when they hear more. */
  told?: { updates: readonly { at: number; text: string }[]; nextUpdate: number; reports: number };
}

export interface ProblemRef {
  id: string;
  name: string;
  '@referredType': 'ServiceProblem';
}

const instant = (name: string, at: number) => ({ name, valueType: 'dateTime', value: iso(at) });

const toldOf = ({ updates, nextUpdate, reports }: NonNullable<ProblemPlan['told']>) => [
  instant('nextUpdate', nextUpdate),
  { name: 'updates', valueType: 'array', value: updates.map(({ at, text }) => ({ at: iso(at), text })) },
  { name: 'reports', valueType: 'number', value: reports },
];

/** Writes a service problem as it stands now: ahead, running or closed. The expected times are its characteristics. */
export function writeProblem(draft: Draft, plan: ProblemPlan): ProblemRef {
  const { category, name, description, lines, owners, from, to, told } = plan;
  const id = draft.id('problem', plan.label);
  const over = to <= draft.now;
  const running = from <= draft.now ? 'inProgress' : 'acknowledged';
  const known = category === 'incident' ? from : Math.min(from, draft.now) - 7 * 86_400_000;
  const changed = over ? to : Math.max(known, Math.min(from, draft.now));
  draft.add('serviceProblem', {
    id,
    name,
    category,
    description,
    reason: category === 'incident' ? 'Network fault' : 'Planned work',
    priority: category === 'incident' ? 1 : 3,
    status: over ? 'closed' : running,
    creationDate: iso(known),
    lastUpdate: iso(changed),
    statusChangeDate: iso(changed),
    ...(over && { resolutionDate: iso(to) }),
    originatorParty: { id: draft.id('organization', 'meridian'), name: 'Meridian Telecom', role: 'originator', '@referredType': 'Organization' },
    affectedNumberOfServices: lines.length,
    relatedEntity: lines.map((line) => ({ ...productRef(line), role: 'affected' })),
    relatedParty: [...new Map(owners.map((owner) => [owner.id, partyRef(owner, 'customer')])).values()],
    characteristic: [instant('expectedStart', from), instant('expectedEnd', to), ...(category === 'incident' ? [{ name: 'impact', valueType: 'string', value: 'down' }] : []), ...(told ? toldOf(told) : [])],
  });
  writeRecord(draft, id, description, known);
  return { id, name, '@referredType': 'ServiceProblem' };
}

/** How a problem came to be known, in the record that nobody writes by hand. */
function writeRecord(draft: Draft, problem: string, description: string, at: number): void {
  draft.add('serviceProblemEventRecord', {
    id: draft.id('problem record', problem),
    eventType: 'ServiceProblemCreateEvent',
    eventTime: iso(at),
    recordTime: iso(at),
    notification: { '@type': 'ServiceProblemCreateEvent', status: 'acknowledged', description },
    serviceProblem: { id: problem, '@referredType': 'ServiceProblem' },
  });
}
