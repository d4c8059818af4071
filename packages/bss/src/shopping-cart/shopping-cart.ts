import { release } from '../appointment/booking.ts';
import type { Act, Noun } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { change, type Course, instant, iso, type Json, objects, oneOf } from '../simulator/course.ts';
import { remove } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { invalidField } from '../surface/tmf-error.ts';
import { DAY } from '../world/zone.ts';
import { type Price, priceLines, priceOfLine, totalLines } from './price.ts';

/** A cart nobody has touched for so long is given up. */
const KEPT_DAYS = 30;

function refuseQuantity({ quantity }: Json): void {
  if (quantity !== undefined && (!Number.isInteger(quantity) || Number(quantity) < 1)) throw invalidField('"cartItem.quantity" must be a whole number from 1.');
}

/** TMF663 lets a line come without an id: it gets the next number that is free. */
function numbered(items: readonly Json[]): Json[] {
  const taken = new Set(items.map(({ id }) => id));
  let next = 0;
  return items.map((item) => {
    if (item['id'] !== undefined && item['id'] !== null) return item;
    do next += 1;
    while (taken.has(String(next)));
    return { ...item, id: String(next) };
  });
}

/** Every line and the whole at today's prices; a line for later costs nothing yet. */
async function priced(act: Act, cart: Resource): Promise<Resource> {
  const prices: Price[] = [];
  const items: Json[] = [];
  for (const item of numbered(objects(cart['cartItem']))) {
    refuseQuantity(item);
    const price = await priceOfLine(act, item);
    if (price && item['status'] !== 'saveForLater') prices.push(price);
    // TMF663 v4 spells it with a capital letter.
    items.push(price ? { ...item, ItemTotalPrice: priceLines(price) } : item);
  }
  const start = act.now.getTime();
  return {
    ...cart,
    cartItem: items,
    ...(prices.length > 0 || cart['cartTotalPrice'] !== undefined ? { cartTotalPrice: prices.length > 0 ? totalLines(prices) : [] } : {}),
    validFor: { startDateTime: objects(cart['validFor'])[0]?.['startDateTime'] ?? iso(start), endDateTime: iso(start + KEPT_DAYS * DAY) },
  };
}

/** A visit that was chosen with a cart is nobody's without it. */
async function visitsFreed(act: Act, cart: Resource): Promise<void> {
  const { rows } = await act.tx.list('appointment', { where: [oneOf('relatedEntity.id', cart.id), oneOf('status', 'initialized', 'confirmed')] });
  for (const { body } of rows) {
    // Once it is for an order too, it stays.
    if (objects(body['relatedEntity']).some((entity) => entity['@referredType'] === 'ProductOrder')) continue;
    await release(act, body);
    await change(act.tx, 'appointment', body, { status: 'cancelled', description: 'The cart it was for is gone.' }, act.now.getTime());
  }
}

const expiry: Course = {
  resource: 'shoppingCart',
  open: [],
  isDue: ({ validFor }, { now }) => {
    const end = instant(objects(validFor)[0]?.['endDateTime']);
    return end > 0 && end <= now;
  },
  advance: async (tx, cart, { now }) => {
    await visitsFreed({ tx, now: new Date(now) }, cart);
    await remove(tx, 'shoppingCart', cart.id, new Date(now));
  },
};

/** TMF663: a cart that always knows what it costs, and for how long it is kept. */
export const shoppingCartNoun: Noun = {
  resource: 'shoppingCart',
  creating: (act, body) => priced(act, body),
  changing: async (act, before, after) => (sameJson(before['cartItem'], after['cartItem']) ? after : priced(act, after)),
  removing: visitsFreed,
  courses: [expiry],
};
