import type { CancelRequest, DelayRequest, Order, OrderItem } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { choiceId } from './item-facts.ts';
import { conflict, lineIn, noteOf, type OfLine, shownLine, withLine } from './lines.ts';
import { linesOf } from './orders.adapter.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';

/** The lines to call off: all named, or all that can be or are on their way out. @throws {Refusal} 409 where one of them cannot be any more. */
function linesToCancel(order: Order, itemIds: readonly string[] | undefined): OrderItem[] {
  const lines = itemIds ? itemIds.map((id) => shownLine(order, id)) : order.items.filter((line) => isLeaving(line) || line.may?.cancel?.allowed);
  const open = lines.filter((line) => !isLeaving(line));
  const stays = open.find(({ may }) => !may?.cancel?.allowed);
  if (stays) throw conflict('line-cannot-change', `${stays.name} cannot be cancelled any more. ${stays.may?.cancel?.reason ?? ''}`, stays.may?.cancel?.remedy);
  if (lines.length === 0) throw conflict('line-cannot-change', 'Nothing of this order can be cancelled any more.');
  return open;
}

const isLeaving = ({ stage, may }: OrderItem): boolean => stage === 'cancelled' || may?.cancel?.code === 'leaving';

/**
 * Calls lines off, all or none of those that are named. A repeat whose first answer was lost finds them on their way out, and
 * asks for nothing again.
 */
export async function cancelLines(call: Call, orderId: string, { itemIds, reason, cost }: CancelRequest): Promise<Order> {
  const backend = ordersBackend(call);
  const order = await shownOrder(call, await backend.order(orderId));
  const lines = linesToCancel(order, itemIds);
  if (lines.length === 0) return order;
  const now = lines.reduce((sofar, { may }) => sofar + (may?.cancel?.cost?.amount ?? 0), 0);
  if (cost && cost.amount !== now) throw conflict('price-moved', 'Cancelling costs something else now. Look at it again.');
  await backend.cancel(orderId, lines.map(({ id }) => id), reason);
  return shownOrder(call, await backend.order(orderId));
}

const SAID: Readonly<Record<Exclude<DelayRequest['choice'], 'cancel'>, string>> = {
  wait: 'I will wait for it.',
  expedite: 'Please tell me what it would take to have it sooner.',
};

/** What the customer makes of a line that is late, once for each date it has slipped to. */
export async function decideDelay(call: OfLine<DelayRequest>): Promise<Order> {
  const { orderId, itemId } = call.params;
  const { choice } = call.body;
  const backend = ordersBackend(call);
  const line = shownLine(await shownOrder(call, await backend.order(orderId)), itemId);
  if (choice === 'cancel') return cancelLines(call, orderId, { itemIds: [itemId], reason: 'It comes too late.' });
  const changed = await backend.change(orderId, (order) => {
    const item = lineIn(linesOf(order), itemId);
    const id = choiceId(line.expected);
    if (records(item, 'note').some((note) => text(note, 'id') === id)) return undefined;
    if (!line.choose) throw conflict('answer-not-needed', 'This line is not late.');
    return withLine(order, itemId, (one) => ({ ...one, note: [...records(one, 'note'), noteOf(call, id, SAID[choice])] }));
  });
  return shownOrder(call, changed);
}
