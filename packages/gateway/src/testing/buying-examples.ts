import type { Cart, CartShare, Offer, Quote, SlotList } from '@faceplate/contracts';

type Found = Readonly<Record<string, { body: unknown }>>;
interface Step {
  route: string;
  path: (found: Found) => string;
  body?: (found: Found) => unknown;
}

const at = (path: string) => () => path;
const nothing = () => ({});
/** What a step before this one was answered. */
function answerOf(found: Found, route: string): unknown {
  const answer = found[route];
  if (!answer) throw new Error(`${route} has not been asked yet`);
  return answer.body;
}

const cartIn = (found: Found, route = 'POST /cart/items'): Cart => answerOf(found, route) as Cart;
const offersIn = (found: Found): Offer[] => (answerOf(found, 'GET /offers') as { items: Offer[] }).items.filter(({ obstacles }) => obstacles.length === 0);
const cartLine = (found: Found): string => cartIn(found).items[0]?.id ?? '';
const ofQuote = (found: Found, act: string): string => `/quotes/${(answerOf(found, 'POST /quotes') as Quote).id}${act}`;
const accountIn = (found: Found): string => (answerOf(found, 'GET /accounts') as { items: { id: string }[] }).items[0]?.id ?? '';
const tokenIn = (found: Found): string => (answerOf(found, 'POST /cart/share') as CartShare).token;
/** A line into a building. */
const connecting = (found: Found): string => offersIn(found).find(({ features }) => features.some(({ name }) => name === 'Download'))?.id ?? '';

function slotIn(found: Found) {
  const [slot] = (answerOf(found, 'GET /cart/slots') as SlotList).items;
  return { slotId: slot?.id, from: slot?.from, to: slot?.to, wishes: { notes: 'The bell is broken. Please call.' } };
}

/** From the cart to the order. */
export const buyingSteps: readonly Step[] = [
  { route: 'POST /cart/items/:itemId/changes', path: (found) => `/cart/items/${cartLine(found)}/changes`, body: () => ({ quantity: 2 }) },
  { route: 'GET /cart/items/:itemId/numbers', path: (found) => `/cart/items/${cartLine(found)}/numbers` },
  { route: 'POST /cart/share', path: at('/cart/share'), body: nothing },
  { route: 'GET /shared-carts/:token', path: (found) => `/shared-carts/${tokenIn(found)}` },
  { route: 'GET /checkout', path: at('/checkout') },
  { route: 'POST /quotes', path: at('/quotes'), body: (found) => ({ cartId: cartIn(found).id, accountId: accountIn(found), note: 'For the two of us.' }) },
  { route: 'GET /quotes', path: at('/quotes') },
  { route: 'GET /quotes/:quoteId', path: (found) => ofQuote(found, '') },
  { route: 'POST /quotes/:quoteId/notes', path: (found) => ofQuote(found, '/notes'), body: () => ({ text: 'Is there a discount for three?' }) },
  { route: 'POST /quotes/:quoteId/decline', path: (found) => ofQuote(found, '/decline'), body: nothing },
];

/** Once something was ordered: ordered again, put by, changed for something else, with a time for it. */
export const keepingSteps: readonly Step[] = [
  { route: 'POST /orders/:orderId/reorder', path: (found) => `/orders/${(answerOf(found, 'POST /orders') as { id: string }).id}/reorder`, body: nothing },
  { route: 'POST /carts', path: at('/carts'), body: () => ({ name: 'For Mum' }) },
  { route: 'GET /carts', path: at('/carts') },
  { route: 'POST /cart/take', path: at('/cart/take'), body: (found) => ({ token: tokenIn(found) }) },
  { route: 'POST /cart/swap', path: at('/cart/swap'), body: (found) => ({ out: cartIn(found, 'POST /cart/take').items[0]?.id, offerId: connecting(found) }) },
  { route: 'GET /cart/slots', path: at('/cart/slots') },
  { route: 'POST /cart/visit', path: at('/cart/visit'), body: slotIn },
  { route: 'DELETE /cart/visit', path: at('/cart/visit') },
  { route: 'POST /carts/:cartId/open', path: (found) => `/carts/${cartIn(found, 'POST /cart/items again').id}/open`, body: nothing },
  { route: 'DELETE /carts/:cartId', path: (found) => `/carts/${cartIn(found, 'POST /cart/take').id}` },
  { route: 'GET /cart again', path: at('/cart') },
];

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const OFFICE = { id: 'c6r1m8x4t2qa', offerId: 'x2k7v9b4n1mc', name: 'Office 250', quantity: 1, once: euro(0), monthly: euro(9990), choices: { 'Service level': 'Premium' }, needs: ['visit', 'place'] };

/** What this customer has no offer for, or waits for a day. */
export const GIVEN_OF_BUYING = {
  'POST /cart/items/:itemId/promise': {
    path: '/cart/items/c6r1m8x4t2qa/promise',
    request: { tierId: 'Premium' },
    response: { id: 'k4v8n2c6x0zb', items: [OFFICE], once: euro(0), monthly: euro(9990), keptUntil: '2026-12-21T08:00:00.000Z' },
  },
  'POST /orders/:orderId/payment': {
    path: '/orders/o5c1x7m3v9nb/payment',
    request: { back: '/orders/o5c1x7m3v9nb' },
    response: {
      id: 'o5c1x7m3v9nb', number: 'O-4711471147', placedAt: '2026-11-21T08:00:00.000Z', stage: 'checked', late: false, title: 'Aster 5 phone', itemsDone: 0, itemsTotal: 1, once: euro(9900), monthly: euro(1599),
      items: [{ id: '1', name: 'Aster 5 phone', action: 'add', lineOfBusiness: 'device', quantity: 1, stage: 'checked', late: false, since: '2026-11-21T08:00:00.000Z', actor: 'provider', milestones: [], once: euro(9900), monthly: euro(1599) }],
      payment: { id: 'pay-6f1d2c3b4a5968778695a4b3c2d1e0f1', reference: 'P-4711471148', amount: euro(9900), status: 'needs-you', action: { url: 'https://pay.example/pay/i5c1x7m3v9nb' } },
    },
  },
  'POST /quotes/:quoteId/accept': {
    path: '/quotes/q7m3c9x1v5nb/accept',
    request: {},
    response: {
      id: 'q7m3c9x1v5nb', number: 'Q-4711471147', version: 2, status: 'accepted', title: 'Office 250', askedAt: '2026-11-21T08:00:00.000Z', validUntil: '2026-12-21T08:00:00.000Z', once: euro(0), monthly: euro(9990),
      lines: [{ id: '1', name: 'Office 250', quantity: 1, once: euro(0), monthly: euro(9990), place: 'Kastanienhof 12, 10437 Berlin' }],
      notes: [], versions: [{ id: 'q7m3c9x1v5nb', version: 2, status: 'accepted' }], orderId: 'o5c1x7m3v9nb',
    },
  },
};
