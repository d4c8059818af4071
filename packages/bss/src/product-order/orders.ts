import type { Resource, StoreTransaction } from '../store/store.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';
import { deliver } from './delivery.ts';
import { milestonesAt, orderState, STEPS } from './milestones.ts';

const OPEN = ['acknowledged', 'inProgress', 'pending'];
const AUTHOR = 'Meridian Telecom';

/** Lines of one order run a step apart, but a long order must not take all day. */
const MOST_LAG = 3;

const itemsOf = (order: Resource) => objects(order['productOrderItem']);
const milestonesOf = (item: Json) => objects(item['milestone']);
const isReached = (milestone: Json) => milestone['status'] === 'Completed';

/** What waits for the customer or their company waits until they act; so does what is on hold or over. */
function mayMove(item: Json): boolean {
  const state = text(item['state']) ?? 'acknowledged';
  if (state === 'pending') return item['waitingFor'] === 'partner';
  return state === 'acknowledged' || state === 'inProgress';
}

function isItemDue(order: Resource, item: Json, { now, step }: Pace): boolean {
  if (!mayMove(item)) return false;
  const steps = milestonesOf(item);
  const next = steps.find((milestone) => !isReached(milestone));
  if (steps.length === 0) return true;
  if (!next) return false;
  const last = Math.max(instant(order['orderDate']), ...steps.filter(isReached).map((reached) => instant(reached['milestoneDate'])));
  // A step whose day has passed unreached has no date of its own any more; the line's new date stands in.
  const day = next['status'] === 'Violated' ? instant(item['expectedCompletionDate']) : instant(next['milestoneDate']);
  return now >= Math.max(last + step, day);
}

/** Somebody outside may have set a whole order to wait, though none of its lines does. */
function isHeldBack(order: Resource): boolean {
  return order['state'] === 'pending' && itemsOf(order).every(({ state }) => state !== 'pending');
}

/** A new line gets its way laid out: one step after the other from now on. */
function planned(order: Resource, item: Json, index: number, { now, step }: Pace): Json {
  const lag = Math.min(index, MOST_LAG);
  const dates = STEPS.map((_, at) => (at === 0 ? instant(order['orderDate']) || now : now + step * (at + lag)));
  const end = iso(dates.at(-1) ?? now);
  return {
    ...item,
    state: item['state'] ?? 'acknowledged',
    milestone: milestonesAt(dates, 1, now),
    expectedCompletionDate: end,
    requestedCompletionDate: item['requestedCompletionDate'] ?? order['requestedCompletionDate'] ?? end,
  };
}

function stepped(item: Json, { now }: Pace): Json {
  const steps = milestonesOf(item);
  const index = steps.findIndex((milestone) => !isReached(milestone));
  const reached = steps[index];
  if (!reached) return item;
  const milestone = steps.with(index, { ...reached, status: 'Completed', milestoneDate: iso(now) });
  const notes = objects(item['note']);
  const note = { id: `${String(item['id'])}-${notes.length + 1}`, author: AUTHOR, date: iso(now), text: reached['description'] };
  const { waitingFor: _over, ...rest } = item;
  return { ...rest, state: index === steps.length - 1 ? 'completed' : 'inProgress', milestone, note: [...notes, note] };
}

function latest(items: readonly Json[]): string | undefined {
  return items.flatMap((item) => text(item['expectedCompletionDate']) ?? []).toSorted().at(-1);
}

async function advance(tx: StoreTransaction, order: Resource, pace: Pace): Promise<void> {
  const items: Json[] = [];
  for (const [index, item] of itemsOf(order).entries()) {
    if (!isItemDue(order, item, pace)) items.push(item);
    else if (milestonesOf(item).length === 0) items.push(planned(order, item, index, pace));
    else items.push(await arrived(tx, order, stepped(item, pace), pace));
  }
  const expected = latest(items);
  const state = orderState(items);
  const patch = {
    productOrderItem: items,
    // Whoever has begun an order has begun it, whatever its lines say.
    ...(state !== 'acknowledged' && { state }),
    ...(expected && { expectedCompletionDate: expected, requestedCompletionDate: order['requestedCompletionDate'] ?? expected }),
  };
  await change(tx, 'productOrder', order, patch, pace.now);
}

/** A line at its end is handed over: what was ordered stands in the inventory before the order says so. */
async function arrived(tx: StoreTransaction, order: Resource, item: Json, { now }: Pace): Promise<Json> {
  return item['state'] === 'completed' ? deliver(tx, order, item, now) : item;
}

/** TMF622: captured, checked, scheduled, in progress, done; line by line. */
export const orders: Course = {
  resource: 'productOrder',
  open: [oneOf('state', ...OPEN)],
  isDue: (order, pace) => !isHeldBack(order) && itemsOf(order).some((item) => isItemDue(order, item, pace)),
  advance,
};
