import type { Act, Noun } from '../nouns/noun.ts';
import { change, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { conflict, invalidField } from '../surface/tmf-error.ts';
import { assessed } from './cancelling.ts';
import { isCancelling, isOver, leavesOf, remade } from './item.ts';
import { keep } from './keep.ts';

async function orderOf({ tx }: Act, body: Resource): Promise<Resource | undefined> {
  const id = text(objects(body['productOrder'])[0]?.['id']);
  return id === undefined ? undefined : (await tx.get('productOrder', id))?.body;
}

/** The lines a request is about: those it names (ours; TMF622 cancels whole orders), or all that are still open. */
function linesAsked(order: Resource, body: Resource): string[] {
  const open = leavesOf(order).filter((item) => !isOver(item) && !isCancelling(item)).map(({ id }) => String(id));
  const named = objects(body['productOrderItem']).map(({ id }) => String(id));
  const unknown = named.find((id) => !leavesOf(order).some((item) => String(item['id']) === id));
  if (unknown !== undefined) throw invalidField(`The order has no line "${unknown}".`);
  return named.length > 0 ? named.filter((id) => open.includes(id)) : open;
}

/** A request that cannot be answered now is refused: the order is over, or somebody has asked already. */
async function creating(act: Act, body: Resource): Promise<Resource> {
  const order = await orderOf(act, body);
  if (!order) return body;
  const lines = linesAsked(order, body);
  const items = leavesOf(order);
  if (items.length > 0 && lines.length === 0) {
    const over = items.every((item) => isOver(item));
    throw conflict(over ? `This order is ${String(order['state'])}: there is nothing left to cancel.` : 'Cancelling this order is being looked into already.');
  }
  return { ...body, productOrderItem: lines.map((id) => ({ id })) };
}

async function created(act: Act, body: Resource): Promise<Resource> {
  const order = await orderOf(act, body);
  const now = act.now.getTime();
  if (!order || leavesOf(order).length === 0) {
    return change(act.tx, 'cancelProductOrder', body, { state: 'terminatedWithError', errorMessage: 'There is no such order with lines to cancel.' }, now);
  }
  const asked = new Set(objects(body['productOrderItem']).map(({ id }: Json) => String(id)));
  const reason = text(body['cancellationReason']);
  const items = remade(order, (item) => (asked.has(String(item['id'])) ? assessed(item, reason, act.now) : item));
  const whole = { ...order, productOrderItem: items, ...(reason !== undefined && { cancellationReason: reason }) };
  await keep(act, order, whole);
  return change(act.tx, 'cancelProductOrder', body, { state: 'inProgress' }, now);
}

/** TMF622: a wish to cancel, looked into line by line; `errorMessage` says why nothing could be. */
export const cancelProductOrderNoun: Noun = { resource: 'cancelProductOrder', creating, created };
