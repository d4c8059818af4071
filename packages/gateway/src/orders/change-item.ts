import type { ItemChangeRequest, May, Order, OrderItem } from '@faceplate/contracts';
import { invalid } from '../problem.ts';
import { conflict, movedTo, type OfLine, placeFor, shownLine, startOf, withLine } from './lines.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';

const PARTS = { quantity: 'quantity', date: 'date', placeId: 'place' } as const;

/** What is asked for and cannot be, the first of it. */
function refusedIn(change: ItemChangeRequest, { may = {} }: OrderItem): May | undefined {
  const asked = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((name) => change[name] !== undefined);
  if (asked.length === 0) throw invalid(422, [{ path: 'quantity', message: 'Say what shall change.' }]);
  return asked.map((name) => may[PARTS[name]]).find((one) => one?.allowed === false);
}

/** Quantity, day or place of a line, each only where the line says that it may change. */
export async function changeItem(call: OfLine<ItemChangeRequest>): Promise<Order> {
  const { orderId, itemId } = call.params;
  const { quantity, date, placeId } = call.body;
  const backend = ordersBackend(call);
  const refused = refusedIn(call.body, shownLine(await shownOrder(call, await backend.order(orderId)), itemId));
  if (refused) throw conflict('line-cannot-change', refused.reason ?? 'This line can no longer change.', refused.remedy);
  const place = placeId === undefined ? undefined : await placeFor(call, placeId);
  const asked = { ...(quantity !== undefined && { quantity }), ...(date !== undefined && { requestedCompletionDate: startOf(call, date) }) };
  const changed = await backend.change(orderId, (order) => withLine(order, itemId, (line) => (place ? movedTo({ ...line, ...asked }, place) : { ...line, ...asked })));
  return shownOrder(call, changed);
}
