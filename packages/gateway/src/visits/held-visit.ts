import type { Visit, VisitRequest } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { ownRows } from '../tmf/owned.ts';
import { isUnreadable, records, text } from '../tmf/read.ts';
import { settingOf } from '../tmf/setting.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { visitOf } from './visit.adapter.ts';
import { refusalOf, type VisitPlace, visitsBackend, windowBody } from './visits.backend.ts';

/** Everybody this caller is or was: what a visitor held is theirs after they signed in. */
const selves = ({ subject, session }: Call): string[] => [...subject.partyIds, ...(session.guest ? [session.guest.visitor] : [])];

async function heldBody(call: Call, cartId: string): Promise<TmfBody | undefined> {
  const { rows } = await ownRows(call, 'TMF646', 'appointment', { by: 'relatedParty.id', ids: selves(call) }, { query: { 'relatedEntity.id': cartId, status: 'initialized' }, limit: 20 });
  return rows.find((body) => text(body, 'status') === 'initialized' && records(body, 'relatedEntity').some((entity) => text(entity, 'id') === cartId));
}

/** The visit that is held for a cart; one that cannot be read is as good as none. */
export async function heldVisit(call: Call, cartId: string): Promise<Visit | undefined> {
  const body = await heldBody(call, cartId);
  if (!body) return undefined;
  try {
    const visit = visitOf(body, settingOf(call));
    return visit.heldUntil !== undefined && Date.parse(visit.heldUntil) <= call.clock().getTime() ? undefined : visit;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}

/** Holds a window for a cart, or moves what is held to another. @throws {Refusal} 409, with what is free instead, when somebody was faster. */
export async function holdVisit(call: Call, cartId: string, place: VisitPlace | undefined, request: VisitRequest): Promise<void> {
  const before = await heldVisit(call, cartId);
  if (before) return void (await visitsBackend(call).move(before.id, request));
  const relatedEntity = [{ id: cartId, role: 'cart', '@referredType': 'ShoppingCart' }];
  try {
    await call.tmf('TMF646').post('appointment', { ...windowBody(call, place, request), status: 'initialized', relatedEntity });
  } catch (error) {
    throw await refusalOf(error, call, place, request);
  }
}

export async function freeVisit(call: Call, cartId: string): Promise<void> {
  const body = await heldBody(call, cartId);
  const id = text(body, 'id');
  if (id !== undefined) await call.tmf('TMF646').patch('appointment', id, { status: 'cancelled', description: 'Given back by whoever held it.' });
}

/** What was held for a cart is booked for its order. A repeat finds it booked; a hold that ended meanwhile is chosen anew in the order. */
export async function bookHeld(call: Call, visit: Visit, order: TmfBody, itemIds: readonly string[]): Promise<void> {
  const id = text(order, 'id') ?? '';
  const relatedEntity = itemIds.map((itemId) => ({ id, name: `Line ${itemId}`, role: 'productOrderItem', productOrderItemId: itemId, '@referredType': 'ProductOrder' }));
  try {
    await call.tmf('TMF646').patch('appointment', visit.id, { status: 'confirmed', relatedEntity, relatedParty: records(order, 'relatedParty') });
  } catch (error) {
    if (!(error instanceof UpstreamProblem)) throw error;
  }
}
