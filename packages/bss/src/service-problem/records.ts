import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import type { Resource } from '../store/store.ts';

export type EventKind = 'Create' | 'StateChange' | 'AttributeValueChange' | 'InformationRequired';

/** Keeps what happened to a problem and when: TMF656's event record, read only to others. */
export async function record({ tx, now }: Act, kind: EventKind, problem: Resource): Promise<void> {
  const { path, type } = definitionOf('serviceProblemEventRecord');
  const id = newId();
  const at = now.toISOString();
  const eventType = `ServiceProblem${kind}Event`;
  const { status, statusChangeReason, description } = problem;
  await tx.put('serviceProblemEventRecord', {
    id,
    href: `${path}/${id}`,
    '@type': type,
    eventType,
    eventTime: at,
    recordTime: at,
    notification: { '@type': eventType, status, description, ...(statusChangeReason !== undefined && { statusChangeReason }) },
    serviceProblem: { id: problem.id, href: problem.href, '@referredType': 'ServiceProblem' },
  });
}
