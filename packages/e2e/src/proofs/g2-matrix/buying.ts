import type { AskFor, Judge } from './targets.ts';

interface Judges {
  allowed: Judge;
  allowedFor: Judge;
  naming: (...fields: string[]) => Judge;
}

const NOBODYS = 'zzzzzzzzzzzz';
const LONG_AGO = { slotId: 'morning', from: '2020-01-01T07:00:00.000Z', to: '2020-01-01T09:00:00.000Z' };

/** Cart, checkout and quotes. A cart is only ever the caller's own: asked of it is what changes nothing, or what is not there. */
export function buying({ allowed, allowedFor, naming }: Judges): Readonly<Record<string, AskFor>> {
  const said = (path: string, body: object): AskFor => () => ({ path, ask: { body }, judge: allowed });
  const looked = (path: string): AskFor => () => ({ path, judge: allowed });
  return {
    'POST /cart/items/:itemId/changes': said(`/cart/items/${NOBODYS}/changes`, { quantity: 2 }),
    'POST /cart/items/:itemId/promise': said(`/cart/items/${NOBODYS}/promise`, { tierId: NOBODYS }),
    'POST /cart/swap': said('/cart/swap', { out: NOBODYS, offerId: NOBODYS }),
    'GET /cart/items/:itemId/numbers': looked(`/cart/items/${NOBODYS}/numbers`),
    'GET /cart/slots': looked('/cart/slots'),
    'POST /cart/visit': said('/cart/visit', LONG_AGO),
    'DELETE /cart/visit': looked('/cart/visit'),
    'GET /cart/document': looked('/cart/document'),
    'GET /carts': looked('/carts'),
    'POST /carts': said('/carts', { name: '' }),
    'POST /carts/:cartId/open': said(`/carts/${NOBODYS}/open`, {}),
    'DELETE /carts/:cartId': looked(`/carts/${NOBODYS}`),
    'POST /cart/share': said('/cart/share', {}),
    'GET /shared-carts/:token': looked(`/shared-carts/${NOBODYS}`),
    'POST /cart/take': said('/cart/take', { token: NOBODYS }),
    'GET /checkout': looked('/checkout'),
    'POST /orders/:orderId/reorder': ({ order }) => ({ path: `/orders/${order}/reorder`, ask: { body: {}, headers: { 'if-match': '"of-long-ago"' } }, judge: allowedFor, needs: order }),
    'GET /quotes': looked('/quotes'),
    'GET /quotes/:quoteId': looked(`/quotes/${NOBODYS}`),
    'GET /quotes/:quoteId/document': looked(`/quotes/${NOBODYS}/document`),
    'POST /quotes': ({ account }) => ({ path: '/quotes', ask: { body: { cartId: NOBODYS, accountId: account } }, judge: naming('accountId') }),
    'POST /quotes/:quoteId/notes': said(`/quotes/${NOBODYS}/notes`, { text: 'And now?' }),
    'POST /quotes/:quoteId/accept': said(`/quotes/${NOBODYS}/accept`, {}),
    'POST /quotes/:quoteId/decline': said(`/quotes/${NOBODYS}/decline`, {}),
  };
}
