import { Cart, SlotList, VisitRequest } from '@faceplate/contracts';
import { notFound } from '../problem.ts';
import { conflict } from '../orders/lines.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { freeVisit, holdVisit } from '../visits/held-visit.ts';
import { type VisitPlace, visitsBackend } from '../visits/visits.backend.ts';
import { readCatalogue } from '../offers/catalogue.ts';
import { answered } from './change-cart.ts';
import { needsOf } from './needs.ts';
import { cartKey, type OpenCart, openCart } from './open-cart.ts';

/** The cart, and where somebody has to come for it. @throws {Refusal} 409 for a cart that nobody has to come for. */
async function visited(call: Call): Promise<{ cart: OpenCart; place: VisitPlace | undefined }> {
  const [cart, catalogue] = await Promise.all([openCart(call), readCatalogue(call)]);
  if (!cart) throw notFound();
  const lines = cart.lines.filter(({ later, offerId }) => {
    const entry = catalogue.byId.get(offerId);
    return !later && entry !== undefined && needsOf(entry, catalogue).includes('visit');
  });
  if (lines.length === 0) throw conflict('visit-none', 'Nobody has to come for what is in the cart.');
  const place = lines.find((line) => line.place)?.place;
  return { cart, place: place && { id: place.id, name: place.text } };
}

/** One visit for all lines of a cart. */
export const cartVisitRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cart/slots',
    summary: 'When a technician could come for what is in the cart; where nothing is free, the first time that is.',
    codes: ['visit-none'],
    answer: SlotList,
    policy: { action: 'cart.read' },
    handle: async (call) => visitsBackend(call).slots((await visited(call)).place),
  }),
  route({
    method: 'POST',
    path: '/cart/visit',
    summary: 'Holds a time for the technician, for all lines that need one; it frees itself at `visit.heldUntil`.',
    detail: 'Asked for again, the hold moves. The order books it.',
    body: VisitRequest,
    codes: ['not-found', 'slot-taken', 'visit-none', 'busy'],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) =>
      call.inTurn(cartKey(call), async () => {
        const { cart, place } = await visited(call);
        await holdVisit(call, cart.id, place, call.body);
        return answered(call, cart);
      }),
  }),
  route({
    method: 'DELETE',
    path: '/cart/visit',
    summary: 'Gives the time back that was held.',
    codes: ['busy'],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) =>
      call.inTurn(cartKey(call), async () => {
        const cart = await openCart(call);
        if (!cart) throw notFound();
        await freeVisit(call, cart.id);
        return answered(call, cart);
      }),
  }),
];
