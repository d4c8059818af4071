import type { Act } from '../nouns/noun.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { type Json } from '../simulator/course.ts';
import { type Price, priceLines, priceOfLine, totalLines } from '../shopping-cart/price.ts';
import type { Resource } from '../store/store.ts';
import { partsOf } from './item.ts';

const quantities = (order: Resource) => partsOf(order).map(({ id, quantity }) => [id, quantity]);

/** Prices of an order whose quantities have changed: those of its lines, and their sum. */
export async function repriced(act: Act, before: Resource, after: Resource): Promise<Resource> {
  if (sameJson(quantities(before), quantities(after))) return after;
  const items: Json[] = [];
  const prices: Price[] = [];
  for (const item of partsOf(after)) {
    const price = item['action'] === 'delete' ? undefined : await priceOfLine(act, item);
    if (price) prices.push(price);
    items.push(price ? { ...item, itemTotalPrice: priceLines(price) } : item);
  }
  return { ...after, productOrderItem: items, ...(prices.length > 0 && { orderTotalPrice: totalLines(prices) }) };
}
