import type { Act } from '../nouns/noun.ts';
import { change, instant, iso, type Json, objects, oneOf, type Pace, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { letGo } from './finish.ts';
import { isRoundPlanned } from './visit-time.ts';
import { isCancelling, isOver, isPastReturn, leavesOf, noted, stateOf, without } from './item.ts';

/** A line whose cancelling is looked into; it remembers where to go back to. */
export function assessed(item: Json, reason: string | undefined, now: Date): Json {
  const state = stateOf(item);
  if (isOver(item) || isCancelling(item)) return item;
  const cancellation = { stateBefore: state === 'acknowledged' ? 'inProgress' : state, since: iso(now.getTime()), ...(reason !== undefined && { reason }) };
  return { ...item, state: 'assessingCancellation', cancellation };
}

/** Is the next step of a line's cancelling due? */
export function isCancelDue(item: Json, { now, step }: Pace): boolean {
  return isCancelling(item) && now >= instant(objects(item['cancellation'])[0]?.['since']) + step;
}

const isTooLate = (item: Json, now: Date): boolean => isPastReturn(item) || isRoundPlanned(item, now.getTime());

/** One step of a line on its way out: it may go, or it is too late and it goes on; then it is gone. */
export async function leaving(act: Act, order: Resource, item: Json): Promise<Json> {
  const at = iso(act.now.getTime());
  const [cancellation = {}] = objects(item['cancellation']);
  if (stateOf(item) === 'pendingCancellation') {
    const gone = await letGo(act, order, without(item, 'cancellation'));
    return noted({ ...gone, state: 'cancelled' }, 'Cancelled as you asked.', at);
  }
  if (!isTooLate(item, act.now)) return { ...item, state: 'pendingCancellation', cancellation: { ...cancellation, since: at } };
  const back = { ...without(item, 'cancellation'), state: text(cancellation['stateBefore']) ?? 'inProgress', cancellationRefused: at };
  return noted(back, 'It is too late to cancel this line: the work on it has begun. You can withdraw from it once it is delivered.', at);
}

/** How a request to cancel went, line by line. */
function outcomeOf(order: Resource, task: Resource): { state: string; lines: Json[] } {
  const wanted = new Set(objects(task['productOrderItem']).map(({ id }) => text(id)));
  const asked = leavesOf(order).filter((item) => wanted.has(String(item['id'])));
  const lines = asked.map((item) => ({
    id: item['id'],
    state: item['state'],
    ...(item['state'] !== 'cancelled' && { reason: 'The work on this line has begun.' }),
  }));
  return { state: asked.some(({ state }) => state === 'cancelled') ? 'done' : 'terminatedWithError', lines };
}

/** Ends every request to cancel whose lines have all been decided. */
export async function tasksEnded({ tx, now }: Act, order: Resource): Promise<void> {
  if (!leavesOf(order).some((item) => isOver(item) || item['cancellationRefused'] !== undefined) || leavesOf(order).some(isCancelling)) return;
  const { rows } = await tx.list('cancelProductOrder', { where: [oneOf('productOrder.id', order.id), oneOf('state', 'inProgress')] });
  for (const { body } of rows) {
    const { state, lines } = outcomeOf(order, body);
    const refused = state === 'done' ? {} : { errorMessage: 'It is too late to cancel: the work has begun.' };
    await change(tx, 'cancelProductOrder', body, { state, productOrderItem: lines, ...refused }, now.getTime());
  }
}
