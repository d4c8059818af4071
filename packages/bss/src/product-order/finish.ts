import { release } from '../appointment/booking.ts';
import type { Act } from '../nouns/noun.ts';
import { change, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { isOver, leavesOf, noted, without } from './item.ts';
import { returned } from './reserve.ts';

const visitOf = (item: Json): string | undefined => text(objects(item['appointment'])[0]?.['id']);

/** Visits that no line needs any more: over with the last line they were for, or given to others when nothing came of it. */
export async function visitsEnded(act: Act, order: Resource): Promise<void> {
  const lines = Map.groupBy(leavesOf(order), visitOf);
  for (const [id, items] of lines) {
    if (id === undefined || !items.every(isOver)) continue;
    const visit = (await act.tx.get('appointment', id))?.body;
    if (!visit || !['initialized', 'confirmed'].includes(String(visit['status']))) continue;
    await endVisit(act, visit, items.some(({ state }) => state === 'completed'));
  }
}

async function endVisit(act: Act, visit: Resource, isDone: boolean): Promise<void> {
  const now = act.now.getTime();
  if (!isDone) {
    await release(act, visit);
    await change(act.tx, 'appointment', visit, { status: 'cancelled', description: 'What it was for has been cancelled.' }, now);
    return;
  }
  const confirmed = visit['status'] === 'initialized' ? await change(act.tx, 'appointment', visit, { status: 'confirmed' }, now) : visit;
  await change(act.tx, 'appointment', confirmed, { status: 'completed' }, now);
}

/** A line that will never be: what was kept for it is free again. */
export async function letGo(act: Act, order: Resource, item: Json): Promise<Json> {
  return without(await returned(act, order, item), 'waitingFor', 'informationRequired', 'awaitsStock', 'awaitsNumber', 'needsActivation', 'activation', 'activationFault');
}

/** Nobody gave us what the line needed in time. */
export async function givenUp(act: Act, order: Resource, item: Json): Promise<Json> {
  const gone = await letGo(act, order, item);
  return noted({ ...gone, state: 'cancelled' }, 'We did not get what we needed in time, so this line was cancelled. You can order it again.', iso(act.now.getTime()));
}
