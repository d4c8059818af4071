import type { Act } from '../nouns/noun.ts';
import { change, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { release } from '../appointment/booking.ts';
import { deliver } from './delivery.ts';
import { isOver, leavesOf, noted, without } from './item.ts';
import { returned } from './reserve.ts';

const OPEN_VISIT = ['initialized', 'confirmed'];

async function visitOf({ tx }: Act, item: Json): Promise<Resource | undefined> {
  const id = text(objects(item['appointment'])[0]?.['id']);
  const visit = id === undefined ? undefined : (await tx.get('appointment', id))?.body;
  return visit && OPEN_VISIT.includes(String(visit['status'])) ? visit : undefined;
}

/** Does another line of the order still need the visit? */
function isShared(order: Resource, item: Json): boolean {
  const id = text(objects(item['appointment'])[0]?.['id']);
  return leavesOf(order).some((other) => other['id'] !== item['id'] && !isOver(other) && text(objects(other['appointment'])[0]?.['id']) === id);
}

/** A line at its end: its product is in the inventory, and its visit is over with the last line it was for. */
export async function finished(act: Act, order: Resource, item: Json): Promise<Json> {
  const visit = await visitOf(act, item);
  if (visit && !isShared(order, item)) {
    const confirmed = visit['status'] === 'initialized' ? await change(act.tx, 'appointment', visit, { status: 'confirmed' }, act.now.getTime()) : visit;
    await change(act.tx, 'appointment', confirmed, { status: 'completed' }, act.now.getTime());
  }
  return deliver(act, order, item);
}

/** A line that will never be: what was kept for it is free again, and nobody comes. */
export async function letGo(act: Act, order: Resource, item: Json): Promise<Json> {
  const visit = await visitOf(act, item);
  if (visit && !isShared(order, item)) {
    await release(act, visit);
    await change(act.tx, 'appointment', visit, { status: 'cancelled', description: 'The order it was for has been cancelled.' }, act.now.getTime());
  }
  return without(await returned(act, order, item), 'waitingFor', 'informationRequired', 'awaitsStock');
}

/** Nobody gave us what the line needed in time. */
export async function givenUp(act: Act, order: Resource, item: Json): Promise<Json> {
  const gone = await letGo(act, order, item);
  return noted({ ...gone, state: 'cancelled' }, 'We did not get what we needed in time, so this line was cancelled. You can order it again.', iso(act.now.getTime()));
}
