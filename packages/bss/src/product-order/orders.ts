import type { Act } from '../nouns/noun.ts';
import { type Course, instant, iso, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';
import type { Resource, StoreTransaction } from '../store/store.ts';
import { askedToSwitch, isSwitchDue, isSwitching, needsSwitching, switched } from './activation.ts';
import { isCancelDue, leaving, tasksEnded } from './cancelling.ts';
import { deliver } from './delivery.ts';
import { givenUp } from './finish.ts';
import { handedOver } from './handed-over.ts';
import { isGivenUp } from './exception.ts';
import { isReached, leavesOf, milestonesOf, noted, remade, without } from './item.ts';
import { alarmed } from './jeopardy.ts';
import { keep } from './keep.ts';
import { numbered, planned, visited } from './plan.ts';
import { settled } from './settle.ts';
import { restocked } from './restock.ts';

const OPEN = ['acknowledged', 'inProgress', 'pending', 'assessingCancellation', 'pendingCancellation'];

/** What waits for the customer or their company waits until they act; so does what is on hold or over. */
function mayMove(item: Json): boolean {
  const state = item['state'] ?? 'acknowledged';
  if (state === 'pending') return item['waitingFor'] === 'partner';
  return state === 'acknowledged' || state === 'inProgress';
}

function isStepDue(order: Resource, item: Json, { now, step }: Pace): boolean {
  if (!mayMove(item)) return false;
  if (isSwitching(item)) return isSwitchDue(item, { now, step });
  const steps = milestonesOf(item);
  const next = steps.find((milestone) => !isReached(milestone));
  if (steps.length === 0) return true;
  if (!next) return false;
  const last = Math.max(instant(order['orderDate']), ...steps.filter(isReached).map((reached) => instant(reached['milestoneDate'])));
  // A step whose day has passed unreached has no date of its own any more; the line's new date stands in.
  const day = next['status'] === 'Violated' ? instant(item['expectedCompletionDate']) : instant(next['milestoneDate']);
  return now >= Math.max(last + step, day);
}

/** The step whose day has passed while the line waits for somebody. */
function missed(item: Json, now: number): Json | undefined {
  if (item['state'] !== 'pending' || mayMove(item)) return undefined;
  const next = milestonesOf(item).find((milestone) => !isReached(milestone));
  return next?.['status'] === 'Yet-To-Reach' && instant(next['milestoneDate']) < now ? next : undefined;
}

/** Somebody outside may have set a whole order to wait, though none of its lines does. */
function isHeldBack(order: Resource): boolean {
  return order['state'] === 'pending' && leavesOf(order).every(({ state }) => state !== 'pending');
}

function isItemDue(order: Resource, item: Json, pace: Pace): boolean {
  return isStepDue(order, item, pace) || missed(item, pace.now) !== undefined || isGivenUp(item, pace.now) || isCancelDue(item, pace);
}

function stepped(item: Json, now: number): Json {
  const steps = milestonesOf(item);
  const index = steps.findIndex((milestone) => !isReached(milestone));
  const reached = steps[index];
  if (!reached) return item;
  const milestone = steps.with(index, { ...reached, status: 'Completed', milestoneDate: iso(now) });
  const state = index === steps.length - 1 ? 'completed' : 'inProgress';
  return noted({ ...without(item, 'waitingFor'), state, milestone }, String(reached['description']), iso(now));
}

const nextStep = (item: Json) => milestonesOf(item).find((milestone) => !isReached(milestone))?.['name'];

/** A line may have to get what it needs before its next step: a device, a number, a visit. */
async function equipped(act: Act, order: Resource, item: Json): Promise<Json | undefined> {
  if (item['awaitsStock'] === true) return restocked(act, order, item);
  if (item['awaitsNumber'] === true) return numbered(act, order, item);
  if (needsSwitching(item)) return askedToSwitch(item, act.now);
  const needsVisit = item['needsVisit'] === true && item['appointment'] === undefined && nextStep(item) === 'scheduled';
  return needsVisit ? visited(act, order, item) : undefined;
}

/** The next thing that is due on a line. */
async function moved(act: Act, order: Resource, item: Json, pace: Pace): Promise<Json> {
  const late = missed(item, pace.now);
  if (isGivenUp(item, pace.now)) return givenUp(act, order, item);
  if (isCancelDue(item, pace)) return leaving(act, order, item);
  if (late) return { ...item, milestone: milestonesOf(item).map((step) => (step === late ? { ...step, status: 'Violated' } : step)) };
  const needed = await equipped(act, order, item);
  if (needed) return needed;
  const next = isSwitching(item) ? switched(item, act.now) : stepped(item, pace.now);
  // What was ordered stands in the inventory before the order says so.
  return next['state'] === 'completed' ? deliver(act, order, next) : next;
}

/** Says why of every line that now misses a step. */
function warned(before: Resource, after: Resource, now: number): Resource {
  return leavesOf(before).reduce<Resource>((order, item) => {
    const late = missed(item, now);
    if (!late) return order;
    const [need] = objects(item['informationRequired']);
    const whose = item['waitingFor'] === 'company' ? 'your company has not approved it yet' : 'we wait for something from you';
    const message = `“${String(late['description'])}” is late: ${whose}.`;
    return alarmed(order, String(item['id']), { name: String(late['name']), message, exception: text(need?.['kind']) ?? text(item['waitingFor']) ?? 'waiting' }, now);
  }, after);
}

async function movedLines(act: Act, order: Resource, pace: Pace): Promise<Json[]> {
  const done = new Map<string, Json>();
  for (const item of leavesOf(order)) {
    if (milestonesOf(item).length > 0 && isItemDue(order, item, pace)) done.set(String(item['id']), await moved(act, order, item, pace));
  }
  return remade(order, (item) => done.get(String(item['id'])) ?? item);
}

async function advance(tx: StoreTransaction, order: Resource, pace: Pace): Promise<void> {
  const now = new Date(pace.now);
  const act: Act = { tx, now };
  const lines = await movedLines(act, order, pace);
  const laid = await planned(act, { ...order, productOrderItem: lines }, pace);
  const whole = settled(warned(order, laid, pace.now), now);
  await tasksEnded(act, await keep(act, order, await handedOver(act, order, whole)));
}

/** TMF622: captured, checked, scheduled, in progress, done; line by line. */
export const orders: Course = {
  resource: 'productOrder',
  open: [oneOf('state', ...OPEN)],
  isDue: (order, pace) => !isHeldBack(order) && leavesOf(order).some((item) => isItemDue(order, item, pace)),
  advance,
};
