import type { Act, Lever } from '../nouns/noun.ts';
import { iso, type Json, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { conflict, invalidField, notFound } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { delayed, waiting } from './exception.ts';
import { letGo } from './finish.ts';
import { isCancelling, isOver, leavesOf, noted, remade } from './item.ts';
import { alarmed } from './jeopardy.ts';
import { keep } from './keep.ts';

async function openLine({ tx }: Act, params: Record<string, string>): Promise<{ order: Resource; item: Json }> {
  const order = (await tx.get('productOrder', params['id'] ?? ''))?.body;
  const item = order && leavesOf(order).find(({ id }) => String(id) === params['item']);
  if (!order || !item) throw notFound();
  if (isOver(item) || isCancelling(item)) throw conflict(`This line is ${String(item['state'])}.`);
  return { order, item };
}

/** `order` as it stood; `told` with what else there is to say of it. */
async function put(act: Act, order: Resource, item: Json, told: Resource = order): Promise<void> {
  await keep(act, order, { ...told, productOrderItem: remade(order, (one) => (one['id'] === item['id'] ? item : one)) });
}

/** Throws 400 for what is no number of days that anybody would wait. */
function daysIn(value: unknown): number {
  const days = Number(value);
  if (!(days >= 1 && days <= 365)) throw invalidField('"days" must be from 1 to 365.');
  return days;
}

async function block(act: Act, params: Record<string, string>, body: Json): Promise<Json> {
  const { order, item } = await openLine(act, params);
  const days = daysIn(body['days'] ?? 14);
  const need = { kind: String(body['needed']), text: String(body['reason']), until: iso(act.now.getTime() + days * DAY) };
  await put(act, order, waiting(item, need, act.now));
  return { order: order.id, item: item['id'], state: 'pending', ...need };
}

async function slip(act: Act, params: Record<string, string>, body: Json): Promise<Json> {
  const { order, item } = await openLine(act, params);
  const days = daysIn(body['days']);
  const reason = String(body['reason']);
  const later = noted(delayed(item, days * DAY), reason, iso(act.now.getTime()));
  const isLate = (text(later['expectedCompletionDate']) ?? '') > (text(item['requestedCompletionDate']) ?? '');
  const told = alarmed(order, String(item['id']), { name: 'Date has slipped', message: reason, exception: 'slip', isCritical: isLate }, act.now.getTime());
  await put(act, order, later, told);
  return { order: order.id, item: item['id'], promised: item['requestedCompletionDate'], expected: later['expectedCompletionDate'] };
}

async function fail(act: Act, params: Record<string, string>, body: Json): Promise<Json> {
  const { order, item } = await openLine(act, params);
  const gone = noted({ ...(await letGo(act, order, item)), state: 'failed' }, String(body['reason']), iso(act.now.getTime()));
  await put(act, order, gone);
  return { order: order.id, item: item['id'], state: 'failed' };
}

async function failActivation(act: Act, params: Record<string, string>, body: Json): Promise<Json> {
  const { order, item } = await openLine(act, params);
  if (item['needsActivation'] === undefined) throw conflict('The customer has nothing to activate on this line.');
  await put(act, order, { ...item, activationFault: String(body['reason']) });
  return { order: order.id, item: item['id'], reason: body['reason'] };
}

export const orderLevers: readonly Lever[] = [
  {
    path: 'product-orders/:id/items/:item/block',
    summary: 'Makes a line wait for the customer: `needed` is document, address or date; `days` until it is given up, 14 unless told.',
    body: { reason: 'text', needed: 'text', days: 'integer' },
    optional: ['days'],
    pull: (act, { params, body }) => block(act, params, body),
  },
  {
    path: 'product-orders/:id/items/:item/slip',
    summary: 'Moves what is ahead of a line so many days, with the reason, and warns that it is in jeopardy.',
    body: { days: 'integer', reason: 'text' },
    pull: (act, { params, body }) => slip(act, params, body),
  },
  {
    path: 'product-orders/:id/items/:item/fail',
    summary: 'Ends a line without success, with the reason; what was kept for it is free again.',
    body: { reason: 'text' },
    pull: (act, { params, body }) => fail(act, params, body),
  },
  {
    path: 'product-orders/:id/items/:item/fail-activation',
    summary: 'Lets the activation of an eSIM or a router fail, the one under way or the next, with the reason; the one after it goes through.',
    body: { reason: 'text' },
    pull: (act, { params, body }) => failActivation(act, params, body),
  },
];
