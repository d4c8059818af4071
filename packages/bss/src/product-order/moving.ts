import { bookFirst, release } from '../appointment/booking.ts';
import type { Act } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { change, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { waiting } from './exception.ts';
import { isOver, leavesOf, noted, remade, without } from './item.ts';
import { scheduledFor } from './visit.ts';

const placeOf = (item: Json) => objects(item['product'])[0]?.['place'];
const visitOf = (item: Json): string | undefined => text(objects(item['appointment'])[0]?.['id']);

/** The technician who would have come to the old place is free, unless another line still needs them there. */
async function calledOff(act: Act, order: Resource, item: Json): Promise<void> {
  const id = visitOf(item);
  const isShared = leavesOf(order).some((other) => other['id'] !== item['id'] && !isOver(other) && visitOf(other) === id);
  const visit = id === undefined ? undefined : (await act.tx.get('appointment', id))?.body;
  if (isShared || !visit || !['initialized', 'confirmed'].includes(String(visit['status']))) return;
  await release(act, visit);
  await change(act.tx, 'appointment', visit, { status: 'cancelled', description: 'The line comes to another place.' }, act.now.getTime());
}

/** A line that comes to another place gets a technician who is at home there. */
async function elsewhere(act: Act, order: Resource, item: Json): Promise<Json> {
  await calledOff(act, order, item);
  const free = noted(without(item, 'appointment'), 'You told us another address.', iso(act.now.getTime()));
  const visit = await bookFirst(act, { order, items: [free] });
  return visit ? scheduledFor(free, visit, act.now) : waiting(free, { kind: 'date', text: 'Please choose a time for the technician.' }, act.now);
}

/** Lines whose place has been changed, with the visits that follow from it. */
export async function rehoused(act: Act, before: Resource, after: Resource): Promise<Resource> {
  const were = new Map(leavesOf(before).map((item) => [String(item['id']), item]));
  const moved = new Map<string, Json>();
  for (const item of leavesOf(after)) {
    const was = were.get(String(item['id']));
    if (!was || isOver(item) || visitOf(item) === undefined || sameJson(placeOf(was), placeOf(item))) continue;
    moved.set(String(item['id']), await elsewhere(act, after, item));
  }
  return moved.size === 0 ? after : { ...after, productOrderItem: remade(after, (item) => moved.get(String(item['id'])) ?? item) };
}
