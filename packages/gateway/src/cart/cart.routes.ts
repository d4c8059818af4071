import { Cart, CartItemRequest } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import type { Code } from '../docs/problem-codes.ts';
import { holding, judged, readApplicant, readCatalogue } from '../offers/catalogue.ts';
import { OBSTACLES, obstacleRefusal } from '../offers/obstacle-refusal.ts';
import { invalid, notFound } from '../problem.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { pricedCart } from './cart.adapter.ts';
import { cartBackend } from './cart.backend.ts';
import { guestNews } from '../visitor/bring-along.ts';
import { cartForSure, cartKey, cartOf, type CartLine, itemBody, LIMITS, type OpenCart, openCart } from './open-cart.ts';

const CHANGING: readonly Code[] = ['changed-meanwhile', 'busy'];

/** The lines with one more offer; the same offer twice is one line. A line's id is that of the call which changed it last. */
function withOffer(lines: readonly CartLine[], offer: { id: string; name: string }, quantity: number, id: string): CartLine[] {
  const same = lines.find(({ offerId }) => offerId === offer.id);
  const wanted = quantity + (same?.quantity ?? 0);
  if (wanted > LIMITS.ofOne) throw invalid(422, [{ path: 'quantity', message: `At most ${LIMITS.ofOne} of one offer can be ordered at once.` }]);
  if (!same && lines.length >= LIMITS.lines) throw invalid(422, [{ path: 'offerId', message: 'The cart is full. Order what is in it first.' }]);
  if (!same) return [...lines, { id, offerId: offer.id, name: offer.name, quantity }];
  return lines.map((line) => (line === same ? { ...line, id, quantity: wanted } : line));
}

async function addItem(call: Call<unknown, unknown, CartItemRequest>): Promise<Cart> {
  const { offerId, quantity } = call.body;
  const backend = cartBackend(call);
  const [{ id }, catalogue, { applicant }] = await Promise.all([cartForSure(call, backend), readCatalogue(call), readApplicant(call)]);
  const entry = catalogue.entries.find(({ offer }) => offer.id === offerId);
  if (!entry) throw invalid(422, [{ path: 'offerId', message: 'There is no such offer.' }]);
  const priced = (cart: OpenCart) => pricedCart(cart, catalogue, call.tenant.currency);
  const filled = await backend.fill(id, (body) => {
    const cart = cartOf(call, body);
    const line = call.operationKey.slice(0, 12);
    // A repeat whose first answer was lost finds its own work.
    if (cart.lines.some((one) => one.id === line)) return undefined;
    call.demandUnchanged(priced(cart));
    const others = cart.lines.map((one) => ({ id: one.offerId, name: one.name }));
    const { obstacles } = judged(entry, holding(applicant, others), catalogue);
    if (obstacles.length > 0) throw obstacleRefusal(obstacles, 'offerId');
    return withOffer(cart.lines, entry.offer, quantity, line).map(itemBody);
  });
  return priced(cartOf(call, filled));
}

async function removeItem(call: Call<{ itemId: string }>): Promise<Cart> {
  const backend = cartBackend(call);
  const [found, catalogue] = await Promise.all([openCart(call), readCatalogue(call)]);
  if (!found) throw notFound();
  const priced = (cart: OpenCart) => pricedCart(cart, catalogue, call.tenant.currency);
  const filled = await backend.fill(found.id, (body) => {
    const cart = cartOf(call, body);
    call.demandUnchanged(priced(cart));
    const left = cart.lines.filter(({ id }) => id !== call.params.itemId);
    if (left.length === cart.lines.length) throw notFound();
    return left.map(itemBody);
  });
  return priced(cartOf(call, filled));
}

export const cartRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cart',
    summary: 'Your open cart, made on first sight.',
    answer: Cart,
    policy: { action: 'cart.read' },
    signedOut: ({ tenant }): Cart => ({ id: 'none', items: [], once: zero(tenant.currency), monthly: zero(tenant.currency) }),
    handle: async (call) => {
      // Most find their cart; only who must make one waits for others who do.
      const made = async () => (await openCart(call)) ?? call.inTurn(cartKey(call), () => cartForSure(call, cartBackend(call)));
      const [cart, catalogue] = await Promise.all([made(), readCatalogue(call)]);
      const news = guestNews(call.session, LIMITS);
      return { ...pricedCart(cart, catalogue, call.tenant.currency), ...(news.length > 0 && { news }) };
    },
  }),
  route({
    method: 'POST',
    path: '/cart/items',
    summary: 'Puts an offer in the cart, unless something stands in the way.',
    body: CartItemRequest,
    codes: [...OBSTACLES, ...CHANGING],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => addItem(call)),
  }),
  route({
    method: 'DELETE',
    path: '/cart/items/:itemId',
    summary: 'Takes a line out of the cart.',
    codes: CHANGING,
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => removeItem(call)),
  }),
];
