import { Reordered } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { cartKey } from '../cart/open-cart.ts';
import { type Route, route } from '../routing/route.ts';
import { reorder } from './reorder.ts';

export const reorderRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/orders/:orderId/reorder',
    summary: 'Puts what was ordered into your cart again, and says what could not come along, and why.',
    body: z.object({}),
    codes: ['not-found', 'busy'],
    answer: Reordered,
    policy: { action: 'cart.change' },
    handle: (call) => call.inTurn(cartKey(call), () => reorder(call)),
  }),
];
