import type { Bill, Charge, OrderSummary, TrailMissing } from '@faceplate/contracts';
import { localDate } from '@faceplate/domain';
import { chargeOf } from '../bills/charge.adapter.ts';
import { orderSummaryOf } from '../orders/orders.adapter.ts';
import { isUnreadable, records, text } from '../tmf/read.ts';
import type { Call } from '../routing/route.ts';
import { settingOf } from '../tmf/setting.ts';
import { originOf } from '../upstream/origin.ts';
import type { TmfBody } from '../upstream/types.ts';
import { isWhole, type TrailBackend } from './trail.backend.ts';

/** An order, and the lines of bills that charge what it brought. */
export interface OrderSeen {
  order: OrderSummary;
  system: string;
  lines: readonly { bill: Bill; charge: Charge }[];
}

/** Bills whose lines are looked at; of an order those of the two years that followed it. */
const MOST_BILLS = 24;
const MOST_DEPTH = 4;

const itemsOf = (body: TmfBody, depth = 0): TmfBody[] => (depth > MOST_DEPTH ? [] : records(body, 'productOrderItem').flatMap((item) => [item, ...itemsOf(item, depth + 1)]));
const productsOf = (order: TmfBody): string[] => itemsOf(order).flatMap((item) => text(item, 'product', 'id') ?? []);

const mayDetail = (call: Call, { account }: Bill): boolean => call.allows({ accountIds: [account.id] }, 'bill.detail');

/** The orders that brought what bills charge for, as far as the person may see lines and orders. */
export async function ordersBehind(call: Call, backend: TrailBackend, bills: readonly Bill[]): Promise<{ orders: OrderSeen[]; missing: TrailMissing[] }> {
  const { origin: system } = call.tmf('TMF622');
  const open = bills.filter((bill) => mayDetail(call, bill)).slice(0, MOST_BILLS);
  if (open.length < Math.min(bills.length, MOST_BILLS) || call.reach('order.read').partyIds.length === 0) return { orders: [], missing: [{ kind: 'order', system, reason: 'not-yours' }] };
  const lines = await backend.lines(open.map(({ id }) => id));
  if (!lines.some((line) => text(line, 'product', 'id') !== undefined)) return { orders: [], missing: [] };
  const found = await backend.orders();
  const orders = found?.rows.flatMap((body) => seenOrder(call, body, lines, open) ?? []).filter((one) => one.lines.length > 0) ?? [];
  return { orders, missing: isWhole(found) && orders.length === 0 ? [{ kind: 'order', system, reason: 'not-kept' }] : [] };
}

/** The bills that followed an order, on the accounts it is billed to, and its lines there. */
export async function billsAfter(call: Call, backend: TrailBackend, body: TmfBody): Promise<OrderSeen> {
  const accounts = [...new Set([body, ...itemsOf(body)].flatMap((one) => text(one, 'billingAccount', 'id') ?? []))].filter((id) => call.allows({ accountIds: [id] }, 'bill.detail'));
  const all = (await Promise.all(accounts.map((id) => backend.billsOf(id)))).flat();
  const placed = text(body, 'orderDate')?.slice(0, 10) ?? '';
  const followed = all.filter(({ date }) => date >= placed).toSorted((one, other) => one.date.localeCompare(other.date)).slice(0, MOST_BILLS);
  const lines = await backend.lines(followed.map(({ id }) => id), productsOf(body));
  return seenOrder(call, body, lines, followed) ?? { order: orderSummaryOf(body, settingOf(call)), system: call.tmf('TMF622').origin, lines: [] };
}

/** Nothing of an order that cannot be read: it is no more than a beginning here. */
function seenOrder(call: Call, body: TmfBody, lines: readonly TmfBody[], bills: readonly Bill[]): OrderSeen | undefined {
  const setting = settingOf(call);
  const products = new Set(productsOf(body));
  try {
    const order = orderSummaryOf(body, setting);
    const placed = localDate(Date.parse(order.placedAt), setting.zone);
    // What was billed before it was ordered goes back to another order.
    const since = new Map(bills.filter(({ date }) => date >= placed).map((bill) => [bill.id, bill]));
    return {
      order,
      system: originOf(body) ?? call.tmf('TMF622').origin,
      lines: lines.filter((line) => products.has(text(line, 'product', 'id') ?? '')).flatMap((line) => {
        const bill = since.get(text(line, 'bill', 'id') ?? '');
        return bill ? [{ bill, charge: chargeOf(line, setting) }] : [];
      }),
    };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
