import { valueOf, withValues } from '../rules/characteristic.ts';
import { change, objects, text } from '../simulator/course.ts';
import type { Act } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';

/** The incident a ticket reports. */
export const incidentIdOf = (ticket: Resource): string | undefined =>
  text(objects(ticket['relatedEntity']).find((one) => one['@referredType'] === 'ServiceProblem' && one['role'] === 'incident')?.['id']);

/** One customer more who says "me too", or one fewer: the incident itself knows how many, and nobody need see their tickets. */
export async function countReport({ tx, now }: Act, problemId: string, more: 1 | -1): Promise<void> {
  const found = await tx.get('serviceProblem', problemId);
  if (!found) return;
  const { characteristic } = found.body;
  const reports = Math.max(0, Number(valueOf(characteristic, 'reports') ?? 0) + more);
  await change(tx, 'serviceProblem', found.body, { characteristic: withValues(characteristic, { reports }) }, now.getTime());
}
