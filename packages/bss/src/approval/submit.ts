import type { Act } from '../nouns/noun.ts';
import { iso, type Json } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { leavesOf, noted, partsOf, remade, without } from '../product-order/item.ts';
import { broughtTo } from '../product-order/state.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { withdrawn } from './close.ts';
import { flowRef, started } from './flow.ts';
import { type Submission, submissionOf } from './request.ts';

/** A new order whose company wants somebody to say yes first waits for them; any other goes its way. */
export async function policyHolds(act: Act, order: Resource): Promise<Resource> {
  if (order['state'] !== 'acknowledged') return order;
  const submission = await submissionOf(act, order, partsOf(order));
  if (!submission) return order;
  const flow = await started(act, order, submission);
  const items = remade(order, (item) => held(item, submission, act.now), (item) => ({ ...item, state: 'pending' }));
  return broughtTo({ ...order, productOrderItem: items, approvalProcess: flowRef(flow) }, 'pending', act.now);
}

function held(item: Json, { steps }: Submission, now: Date): Json {
  const words = `${steps.map(({ approver }) => approver.name).join(', then ')} has to approve this order.`;
  return noted({ ...item, state: 'pending', waitingFor: 'company' }, words, iso(now.getTime()));
}

const quantities = (order: Resource) => partsOf(order).map(({ id, quantity }) => [id, quantity]);

/** What waits for an approval and is changed is asked for anew: another amount may be others' to approve, or nobody's. */
export async function policyHoldsAgain(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const waits = (item: Json) => item['state'] === 'pending' && item['waitingFor'] === 'company';
  if (before['approvalProcess'] === undefined || !leavesOf(after).some(waits) || sameJson(quantities(before), quantities(after))) return after;
  await withdrawn(act, before);
  const submission = await submissionOf(act, after, partsOf(after));
  const freed = (item: Json) => noted({ ...without(item, 'waitingFor'), state: 'inProgress' }, 'As it is now, nobody has to approve this order.', iso(act.now.getTime()));
  const items = remade(after, (item) => (!waits(item) ? item : submission ? held(item, submission, act.now) : freed(item)));
  return { ...after, productOrderItem: items, ...(submission && { approvalProcess: flowRef(await started(act, after, submission)) }) };
}
