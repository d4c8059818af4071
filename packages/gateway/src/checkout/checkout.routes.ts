import { Checkout } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { type Route, route } from '../routing/route.ts';
import { checkoutOf } from './checkout.ts';

export const checkoutRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/checkout',
    summary: 'What is still to be settled before the cart can be ordered: places, numbers, a time, promises, the account, the way to pay.',
    detail: 'An optional step that is left open is the operator’s to choose. Nothing is kept of it here: all of it follows from the cart.',
    query: z.object({ account: z.optional(z.string().check(z.maxLength(64))) }),
    answer: Checkout,
    policy: { action: 'cart.read' },
    handle: checkoutOf,
  }),
];
