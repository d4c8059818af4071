import type { Order, OrderItem, SlotList, Visit, VisitRequest } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { type VisitPlace, visitsBackend } from '../visits/visits.backend.ts';
import { conflict } from './lines.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';

type OfOrder<Body = unknown> = Call<{ orderId: string }, unknown, Body>;

const waitsForDate = ({ need }: OrderItem): boolean => need?.kind === 'date';

const placeOf = ({ visit, items }: Order): VisitPlace | undefined => {
  const name = visit?.place ?? items.find(waitsForDate)?.place;
  return name === undefined ? undefined : { name };
};

const shown = async (call: OfOrder): Promise<Order> => shownOrder(call, await ordersBackend(call).order(call.params.orderId));

/** When somebody could come. @throws {Refusal} 404 for an order that nobody has to come for. */
export async function visitSlots(call: OfOrder): Promise<SlotList> {
  const order = await shown(call);
  if (!order.visit && !order.items.some(waitsForDate)) throw notFound();
  return visitsBackend(call).slots(placeOf(order));
}

/** The visit of an order at another time; the first one where a line waits for a day to be chosen. A repeat finds it at its time. */
export async function chooseVisit(call: OfOrder<VisitRequest>): Promise<Order> {
  const order = await shown(call);
  const itemIds = order.items.filter(waitsForDate).map(({ id }) => id);
  const visits = visitsBackend(call);
  if (order.visit) await visits.move(order.visit.id, call.body);
  else if (itemIds.length > 0) await visits.book({ id: order.id, itemIds, place: placeOf(order) }, call.body);
  else throw conflict('visit-none', 'No visit is planned for this order.');
  return shown(call);
}

/** @throws {Refusal} 404 for an order without a visit. */
export async function visitOfOrder(call: OfOrder): Promise<{ order: Order; visit: Visit }> {
  const order = await shown(call);
  if (!order.visit) throw notFound();
  return { order, visit: order.visit };
}
