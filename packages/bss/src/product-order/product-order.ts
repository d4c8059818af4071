import type { Act, Noun } from '../nouns/noun.ts';
import { withdrawn } from '../approval/close.ts';
import { tellOfOrder } from '../communication/order-news.ts';
import { policyHolds, policyHoldsAgain } from '../approval/submit.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { wayTo } from '../rules/way.ts';
import { iso, type Json, objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { conflict, unprocessable } from '../surface/tmf-error.ts';
import { switchedOn } from './activation.ts';
import { answered } from './answered.ts';
import { withParts } from './bundle.ts';
import { assessed } from './cancelling.ts';
import { refuseEmptyCart } from './from-cart.ts';
import { guardedLines } from './guard.ts';
import { deliver } from './delivery.ts';
import { letGo, visitsEnded } from './finish.ts';
import { handedOver } from './handed-over.ts';
import { isOver, ITEM_MOVES, leavesOf, milestonesOf, partsOf, remade, stateOf, without } from './item.ts';
import { orderLevers } from './levers.ts';
import { withMilestones } from './order-milestones.ts';
import { rehoused } from './moving.ts';
import { orders } from './orders.ts';
import { rolledUpLines, settled } from './settle.ts';
import { orderState } from './state.ts';
import { repriced } from './reprice.ts';

/** What only we write on a line. */
const WORKED = ['milestone', 'waitingFor', 'informationRequired', 'informationProvided', 'reserved', 'needsVisit', 'awaitsStock', 'awaitsNumber', 'isBundled', 'cancellation', 'cancellationRefused', 'needsActivation', 'activation', 'activationFault'];

/** A new line has been through nothing yet, whatever the caller says. */
const unworked = (order: Resource): Json[] => {
  const fresh = (item: Json): Json => ({ ...without(item, ...WORKED), state: 'acknowledged' });
  return remade(order, fresh, fresh);
};

async function creating(act: Act, body: Resource): Promise<Resource> {
  const { approvalProcess: _ours, ...said } = body;
  if (partsOf(body).length === 0) throw unprocessable('An order needs at least one line.');
  await refuseEmptyCart(act, body);
  const ids = partsOf(body).map(({ id }) => String(id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw unprocessable(`Two lines of the order have the id "${twice}".`);
  return policyHolds(act, await withParts(act.tx, { ...said, id: body.id, productOrderItem: unworked(body) }));
}

/** The lines go along with what somebody does to the order as a whole, as far as their own table lets them. */
function following(order: Resource, state: string, now: Date): Json[] {
  if (state === 'inProgress' && order['approvalProcess'] !== undefined && leavesOf(order).some((item) => item['waitingFor'] === 'company')) {
    throw conflict('This order waits for an approval. Decide its task, or cancel the order.');
  }
  return remade(order, (item) => {
    if (isOver(item)) return item;
    if (state === 'assessingCancellation') return assessed(item, undefined, now);
    const target = state === 'partial' ? 'failed' : state;
    return wayTo(ITEM_MOVES, stateOf(item), target) ? { ...item, state: target } : item;
  });
}

/** What follows from lines that are newly at their end: products stand in the inventory, or what was kept is free again. */
async function consequences(act: Act, before: Resource, after: Resource): Promise<Json[]> {
  const were = new Map(leavesOf(before).map((item) => [String(item['id']), item]));
  const done = new Map<string, Json>();
  for (const item of leavesOf(after)) {
    const was = were.get(String(item['id']));
    if (!was || isOver(was) || !isOver(item)) continue;
    // What has been delivered in part keeps what it has.
    if (stateOf(item) === 'completed') done.set(String(item['id']), await deliver(act, after, walked(item, act.now)));
    else if (stateOf(item) !== 'partial') done.set(String(item['id']), await letGo(act, after, item));
  }
  return remade(after, (item) => done.get(String(item['id'])) ?? item);
}

/** Whoever says that a line is done says that all its steps are. */
function walked(item: Json, now: Date): Json {
  const at = iso(now.getTime());
  const milestone = milestonesOf(item).map((step) => (step['status'] === 'Completed' ? step : { ...step, status: 'Completed', milestoneDate: at }));
  return { ...switchedOn(without(item, 'waitingFor', 'informationRequired'), now), ...(milestone.length > 0 && { milestone }) };
}

/** A line that somebody let go on waits for nobody. */
function unblocked(before: Resource, after: Resource): Json[] {
  const were = new Map(leavesOf(before).map((item) => [String(item['id']), item]));
  return remade(after, (item) => {
    const was = were.get(String(item['id']));
    return was && stateOf(was) === 'pending' && stateOf(item) !== 'pending' ? without(item, 'waitingFor', 'informationRequired') : item;
  });
}

const sameStates = (before: Resource, after: Resource) => {
  const statesOf = (order: Resource) => leavesOf(order).map((item) => `${String(item['id'])} ${stateOf(item)}`);
  return sameJson(statesOf(before), statesOf(after));
};

async function changing(act: Act, before: Resource, after: Resource): Promise<Resource> {
  if (objects(after['productOrderItem']).length === 0) return after;
  const asked = before['state'] === after['state'] ? undefined : String(after['state']);
  let order: Resource = { ...after, productOrderItem: guardedLines(before, after, act.now) };
  if (asked !== undefined && sameStates(before, order)) order = { ...order, productOrderItem: following(order, asked, act.now) };
  order = { ...order, productOrderItem: unblocked(before, order) };
  order = answered(before, await rehoused(act, before, order), act.now);
  order = await repriced(act, before, { ...order, productOrderItem: await consequences(act, before, order) });
  order = await policyHoldsAgain(act, before, order);
  await visitsEnded(act, order);
  if (asked === 'cancelled') await withdrawn(act, order);
  const whole = asked === undefined ? settled(order, act.now) : withMilestones(refuseDisagreement({ ...order, productOrderItem: rolledUpLines(order) }, asked));
  const kept = await handedOver(act, before, whole);
  await tellOfOrder(act, before, kept);
  return kept;
}

/** An order is what its lines are: both said at once must agree. */
function refuseDisagreement(order: Resource, asked: string): Resource {
  const said = orderState(leavesOf(order));
  const open = leavesOf(order).filter((item) => !isOver(item));
  const agrees = said === asked || open.length > 0 || asked === 'partial' || asked === 'failed';
  if (!agrees) throw conflict(`The lines of this order say that it is ${said}, not ${asked}.`);
  return order;
}

/** An order that is taken off the books leaves nothing behind that was kept for it. */
async function removing(act: Act, before: Resource): Promise<void> {
  const open = leavesOf(before).filter((item) => !isOver(item));
  for (const item of open) await letGo(act, before, item);
  await visitsEnded(act, { ...before, productOrderItem: open.map((item) => ({ ...item, state: 'cancelled' })) });
  await withdrawn(act, before);
}

/** TMF622: what an order does beyond being kept. */
export const productOrderNoun: Noun = {
  resource: 'productOrder',
  creating,
  changing,
  removing,
  courses: [orders],
  levers: orderLevers,
};
