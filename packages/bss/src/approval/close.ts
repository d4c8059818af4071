import { change, objects, oneOf, text } from '../simulator/course.ts';
import type { Act } from '../nouns/noun.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';

const OPEN = ['new', 'active', 'hold'];

export const tasksOf = async (tx: StoreTransaction, flowId: string): Promise<Resource[]> =>
  (await tx.list('taskFlow', { where: [oneOf('processFlowId', flowId)] })).rows.map(({ body }) => body);

/** Ends an approval: nobody's turn is left in it. */
export async function closed({ tx, now }: Act, flowId: string, isApproved: boolean, except?: string): Promise<void> {
  for (const task of await tasksOf(tx, flowId)) {
    if (task.id !== except && OPEN.includes(String(task['state']))) await change(tx, 'taskFlow', task, { state: 'cancelled' }, now.getTime());
  }
  const flow = (await tx.get('processFlow', flowId))?.body;
  if (flow?.['state'] === 'active') await change(tx, 'processFlow', flow, { state: isApproved ? 'completed' : 'cancelled' }, now.getTime());
}

/** Nobody has to approve what will not be. */
export async function withdrawn(act: Act, subject: Resource): Promise<void> {
  const flowId = text(objects(subject['approvalProcess'])[0]?.['id']);
  if (flowId !== undefined) await closed(act, flowId, false);
}
