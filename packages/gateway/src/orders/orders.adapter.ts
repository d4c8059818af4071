import type { Money, Order, OrderItem, OrderPaper, OrderSummary, Visit } from '@faceplate/contracts';
import { progress } from '@faceplate/domain';
import { monthlyOf, optional } from '../products/products.adapter.ts';
import { instant, needed, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';
import { OURS } from './item-facts.ts';
import { orderItemOf } from './order-item.adapter.ts';
import { onceOf } from './order-prices.ts';

/** A TMF622 productOrder with its lines. Where it stands is rolled up from them, so order and lines never disagree. */
export function orderOf(body: TmfBody, setting: Setting, visit?: Visit): Order {
  const items = linesOf(body).map((item) => orderItemOf(item, body, setting, visitIdOf(item) === visit?.id ? visit : undefined));
  const papers = papersOf(body);
  return { ...summaryOf(body, items), items, ...optional({ ...totalsOf(body, setting.currency), visit, papers: papers.length > 0 ? papers : undefined }) };
}

/** The visit a line waits for. */
export const visitIdOf = (item: TmfBody): string | undefined => text(records(item, 'appointment')[0], 'id');

/** Files on an order and on its lines, each once. */
export function papersOf(body: TmfBody): OrderPaper[] {
  const found = [body, ...linesOf(body)].flatMap((owner) => records(owner, 'attachment'));
  const papers = found.flatMap((file): OrderPaper[] => {
    const id = text(file, 'id');
    const at = instant(file, 'validFor', 'startDateTime');
    return id ? [{ id, name: text(file, 'name') ?? id, kind: id.startsWith(OURS) ? 'sent-by-you' : 'other', ...(at && { at }) }] : [];
  });
  return [...new Map(papers.map((paper) => [paper.id, paper])).values()];
}

export const orderSummaryOf = (body: TmfBody, setting: Setting): OrderSummary =>
  summaryOf(body, linesOf(body).map((item) => orderItemOf(item, body, setting)));

function summaryOf(body: TmfBody, items: readonly OrderItem[]): OrderSummary {
  const id = needed(text(body, 'id'), 'id');
  const account = text(records(body, 'billingAccount')[0], 'id');
  const places = [...new Set(items.flatMap(({ place }) => place ?? []))];
  return {
    id,
    number: text(body, 'externalId') ?? id,
    placedAt: needed(instant(body, 'orderDate'), 'orderDate'),
    title: titleOf(items) ?? text(body, 'description') ?? 'Order',
    ...progress(items),
    ...optional({
      account: account ? { id: account, name: text(records(body, 'billingAccount')[0], 'name') ?? account } : undefined,
      places: places.length > 0 ? places : undefined,
    }),
  };
}

/** Lines may hold lines: a bundle and its parts. A bundle stands for itself only when it has none. */
export function linesOf(body: TmfBody, depth = 0): TmfBody[] {
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
