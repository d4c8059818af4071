import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { iso, type Json, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { DAY } from '../world/zone.ts';
import type { Approver } from './policy.ts';
import type { Submission } from './request.ts';

/** The name of our one kind of process and of its steps. */
export const APPROVAL = 'approval';

const person = ({ id, name }: Approver, role: string): Json => ({ id, name, role, '@referredType': 'Individual' });
const fact = (name: string, value: unknown): Json => ({ name, valueType: typeof value, value });
const money = (cents: number) => ({ unit: 'EUR', value: cents / 100 });

export interface Ids {
  flow: string;
  task(step: number): string;
}

const fresh = (): Ids => ({ flow: newId(), task: () => newId() });

/** The process and its tasks for something that has to be approved; the first task is somebody's turn. */
export function approvalDocuments(subject: Resource, { policy, request, steps, requester, organization }: Submission, now: Date, ids: Ids = fresh()): { flow: Resource; tasks: Resource[] } {
  const flowPath = definitionOf('processFlow').path;
  const base = definitionOf('processFlow').basePath;
  const about = [{ id: subject.id, href: subject.href, name: text(subject['externalId']) ?? subject.id, role: 'subject', '@referredType': subject['@type'] }];
  const by: Json = { id: requester['id'], name: requester['name'], role: 'requester', '@referredType': requester['@referredType'] ?? 'Individual' };
  const company: Json = { id: organization['id'], name: organization['name'], role: 'customer', '@referredType': 'Organization' };
  const due = iso(now.getTime() + policy.days * DAY);
  const tasks = steps.map(({ name, approver, substitute }, index): Resource => {
    const id = ids.task(index);
    return {
      id,
      href: `${base}/processFlow/${ids.flow}/taskFlow/${id}`,
      '@type': 'TaskFlow',
      processFlowId: ids.flow,
      taskFlowSpecification: APPROVAL,
      isMandatory: true,
      priority: index + 1,
      completionMethod: 'manual',
      state: index === 0 ? 'active' : 'new',
      ...(index === 0 && { startDate: iso(now.getTime()), requestedCompletionDate: due }),
      relatedEntity: about,
      relatedParty: [person(approver, 'approver'), ...(substitute ? [person(substitute, 'substitute')] : []), by, company],
      characteristic: [fact('tier', name), fact('step', index + 1), fact('steps', steps.length), fact('days', policy.days), fact('ownApproval', policy.ownApproval)],
    };
  });
  const flow: Resource = {
    id: ids.flow,
    href: `${flowPath}/${ids.flow}`,
    '@type': 'ProcessFlow',
    processFlowSpecification: APPROVAL,
    processFlowDate: iso(now.getTime()),
    state: 'active',
    relatedEntity: about,
    relatedParty: [by, company],
    characteristic: [fact('monthly', money(request.monthly)), fact('once', money(request.once))],
    taskFlow: tasks.map(({ id, href }) => ({ id, href, '@referredType': 'TaskFlow' })),
  };
  return { flow, tasks };
}

export const flowRef = ({ id, href }: Resource): Json => ({ id, href, '@referredType': 'ProcessFlow' });

/** Starts the approval of an order, a quote or a request; answers its process. */
export async function started({ tx, now }: Act, subject: Resource, submission: Submission): Promise<Resource> {
  const { flow, tasks } = approvalDocuments(subject, submission, now);
  await save(tx, 'processFlow', flow, now);
  for (const task of tasks) await save(tx, 'taskFlow', task, now);
  return flow;
}
