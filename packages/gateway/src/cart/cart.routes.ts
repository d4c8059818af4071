import { Cart, CartItemChange, CartItemRequest, CartSwap, NumberList } from '@faceplate/contracts';
import { zero } from '@faceplate/domain';
import * as z from 'zod/mini';
import type { Code } from '../docs/problem-codes.ts';
import { numbersBackend } from '../numbers/numbers.backend.ts';
import { OBSTACLES } from '../offers/obstacle-refusal.ts';
import { type Route, route } from '../routing/route.ts';
import { cartBackend } from './cart.backend.ts';
import { answered } from './change-cart.ts';
import { addItem, changeItem, choosePromise, lineNow, removeItem, swapItems } from './line-acts.ts';
import { cartForSure, cartKey, openCart } from './open-cart.ts';

const CHANGING: readonly Code[] = ['changed-meanwhile', 'busy'];

export const cartRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cart',
    summary: 'Your open cart, made on first sight.',
    detail: 'Prices are the operator’s. `obstacles` of a line say why it cannot be ordered as it is; `moved` is by how much its price is another than when it was put in or last changed.',
    answer: Cart,
    policy: { action: 'cart.read' },
    signedOut: ({ tenant }): Cart => ({ id: 'none', items: [], once: zero(tenant.currency), monthly: zero(tenant.currency) }),
    handle: async (call) => {
      // Most find their cart; only who must make one waits for others who do.
      const made = async () => (await openCart(call)) ?? call.inTurn(cartKey(call), () => cartForSure(call, cartBackend(call)));
      return answered(call, await made());
    },
  }),
  route({
    method: 'POST',
    path: '/cart/items',
    summary: 'Puts an offer in the cart, unless something stands in the way.',
    detail: '`choices` as `POST /configuration` has them in `chosen`; `placeId` is a house without flats, or a flat.',
    body: CartItemRequest,
    codes: [...OBSTACLES, ...CHANGING],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => addItem(call)),
  }),
  route({
    method: 'POST',
    path: '/cart/items/:itemId/changes',
    summary: 'Changes a line: how many, what was chosen, where to, for later, its number.',
    detail: 'A number of `GET /cart/items/{itemId}/numbers` is held for a while; a number of one’s own moves over with `portIn`. An empty body says that the price it has now was seen.',
    body: CartItemChange,
    codes: ['not-found', 'number-taken', ...CHANGING],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => changeItem(call)),
  }),
  route({
    method: 'POST',
    path: '/cart/items/:itemId/promise',
    summary: 'Chooses a promise of service with a line; `GET /checkout` has them.',
    body: z.object({ tierId: z.string().check(z.minLength(1), z.maxLength(200)) }),
    codes: ['not-found', ...CHANGING],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => choosePromise(call)),
  }),
  route({
    method: 'POST',
    path: '/cart/swap',
    summary: 'Takes one line out and puts one offer in, or does neither.',
    body: CartSwap,
    codes: ['not-found', ...OBSTACLES, ...CHANGING],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => swapItems(call)),
  }),
  route({
    method: 'GET',
    path: '/cart/items/:itemId/numbers',
    summary: 'Some numbers that are free for a line; asked again, others.',
    answer: NumberList,
    policy: { action: 'cart.read' },
    handle: async (call) => {
      await lineNow(call);
      return { items: (await numbersBackend(call).some()).map((number) => ({ number })) };
    },
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
