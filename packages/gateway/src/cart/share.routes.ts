import { Cart, CartShare } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Route, route } from '../routing/route.ts';
import { localeQuery } from '../papers/locale-query.ts';
import { printerOf } from '../papers/paper-bill.ts';
import { notFound } from '../problem.ts';
import { answered } from './change-cart.ts';
import { cartKey, openCart } from './open-cart.ts';
import { shoppingPaper } from './shopping-paper.ts';
import { sharedCart, sharedLink, takeShared } from './share.ts';

const token = z.string().check(z.minLength(1), z.maxLength(8_000), z.regex(/^[\w.-]+$/));

export const shareRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cart/document',
    summary: 'The cart as a PDF, for whoever has to agree to it.',
    query: z.object(localeQuery),
    codes: ['documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy: { action: 'cart.read' },
    routeClass: 'export',
    handle: async (call) => {
      const open = await openCart(call);
      if (!open) throw notFound();
      const paper = shoppingPaper(call.project(await answered(call, open)), { tenant: call.tenant, locale: call.query.locale, on: call.clock().toISOString() });
      return { bytes: await printerOf(call).print(paper), fileName: 'cart.pdf' };
    },
  }),
  route({
    method: 'POST',
    path: '/cart/share',
    summary: 'A link to the lines of the cart: not to where they go, nor to whose they are.',
    body: z.object({}),
    answer: CartShare,
    policy: { action: 'cart.change' },
    handle: sharedLink,
  }),
  route({
    method: 'GET',
    path: '/shared-carts/:token',
    summary: 'The lines behind a link, at today’s prices.',
    params: z.object({ token }),
    answer: Cart,
    policy: { action: 'offer.read' },
    handle: sharedCart,
  }),
  route({
    method: 'POST',
    path: '/cart/take',
    summary: 'Takes the lines of a link into your own cart, beside what is in it.',
    body: z.object({ token }),
    codes: ['not-found', 'changed-meanwhile', 'busy'],
    answer: Cart,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => takeShared(call)),
  }),
];
