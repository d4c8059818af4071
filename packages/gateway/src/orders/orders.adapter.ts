import type { Money, Order, OrderItem, OrderSummary } from '@faceplate/contracts';
import { add, progress } from '@faceplate/domain';
import { monthlyOf, optional } from '../products/products.adapter.ts';
import { instant, money, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { orderItemOf } from './order-item.adapter.ts';

/** A TMF622 productOrder with its lines. Where it stands is rolled up from them, so order and lines never disagree. */
export function orderOf(body: TmfBody, setting: Setting): Order {
  const items = linesOf(body).map((item) => orderItemOf(item, body, setting));
  return { ...summaryOf(body, items), items, ...optional(totalsOf(body, setting.currency)) };
}

export const orderSummaryOf = (body: TmfBody, setting: Setting): OrderSummary =>
  summaryOf(body, linesOf(body).map((item) => orderItemOf(item, body, setting)));

function summaryOf(body: TmfBody, items: readonly OrderItem[]): OrderSummary {
  const id = needed(text(body, 'id'), 'id');
  return {
    id,
    number: text(body, 'externalId') ?? id,
    placedAt: needed(instant(body, 'orderDate'), 'orderDate'),
    title: titleOf(items) ?? text(body, 'description') ?? 'Order',
    ...progress(items),
  };
}

/** Lines may hold lines: a bundle and its parts. A bundle stands for itself only when it has none. */
function linesOf(body: TmfBody, depth = 0): TmfBody[] {
  return records(body, 'productOrderItem').flatMap((item) => {
    const parts = depth < 4 ? linesOf(item, depth + 1) : [];
    return parts.length > 0 ? parts : [item];
  });
}

function titleOf(items: readonly OrderItem[]): string | undefined {
  const [first, ...rest] = new Set(items.map(({ name }) => name));
  if (rest.length === 0) return first;
  return rest.length === 1 ? `${first} and ${rest[0]}` : `${first} and ${rest.length} more`;
}

function totalsOf(body: TmfBody, currency: string): { once?: Money | undefined; monthly?: Money | undefined } {
  const whole = records(body, 'orderTotalPrice');
  const prices = whole.length > 0 ? whole : linesOf(body).flatMap((item) => records(item, 'itemTotalPrice'));
  return { once: onceOf(prices, currency), monthly: monthlyOf(prices, currency) };
}

function onceOf(prices: readonly TmfBody[], currency: string): Money | undefined {
  const [first, ...rest] = prices
    .filter((price) => /^one[ -]?time$/i.test(text(price, 'priceType') ?? ''))
    .flatMap((price) => money(currency, price, 'price', 'taxIncludedAmount') ?? []);
  return first && rest.filter((price) => price.currency === first.currency).reduce(add, first);
}
