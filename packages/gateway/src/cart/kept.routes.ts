import { Cart, KeepRequest, KeptCartList } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Route, route } from '../routing/route.ts';
import { forgetKept, keepCart, keptCarts, openKept } from './kept-carts.ts';
import { cartKey } from './open-cart.ts';

export const keptCartRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/carts',
    summary: 'Your carts that have a name.',
    answer: KeptCartList,
    policy: { action: 'cart.read' },
    signedOut: (): KeptCartList => ({ items: [] }),
    handle: keptCarts,
  }),
  route({
    method: 'POST',
    path: '/carts',
    summary: 'Puts the open cart by under a name, and begins a new one.',
    body: KeepRequest,
    codes: ['cart-name-taken', 'carts-full', 'busy'],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => keepCart(call)),
  }),
  route({
    method: 'POST',
    path: '/carts/:cartId/open',
    summary: 'Goes back to a cart that was put by; the open one is put by in its place.',
    body: z.object({}),
    codes: ['not-found', 'busy'],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => openKept(call)),
  }),
  route({
    method: 'DELETE',
    path: '/carts/:cartId',
    summary: 'Forgets a cart that was put by.',
    codes: ['busy'],
    answer: KeptCartList,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => forgetKept(call)),
  }),
];
