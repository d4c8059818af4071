import type { Act } from '../nouns/noun.ts';
import { iso, type Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { noted, partsOf, remade } from '../product-order/item.ts';
import { broughtTo } from '../product-order/state.ts';
import { flowRef, started } from './flow.ts';
import { submissionOf } from './request.ts';

/** A new order whose company wants somebody to say yes first waits for them; any other goes its way. */
export async function policyHolds(act: Act, order: Resource): Promise<Resource> {
  if (order['state'] !== 'acknowledged') return order;
  const submission = await submissionOf(act, order, partsOf(order));
  if (!submission) return order;
  const flow = await started(act, order, submission);
  const words = `${submission.steps.map(({ approver }) => approver.name).join(', then ')} has to approve this order.`;
  const items = remade(order, (item): Json => noted({ ...item, state: 'pending', waitingFor: 'company' }, words, iso(act.now.getTime())), (item) => ({ ...item, state: 'pending' }));
  return broughtTo({ ...order, productOrderItem: items, approvalProcess: flowRef(flow) }, 'pending', act.now);
}
