import type { Order, OrderItem, OrderList } from '@faceplate/contracts';
import { busyConsumer } from '@faceplate/mocks';
import { openOrders } from '../order-tracker.page.ts';

export type Opened = Awaited<ReturnType<typeof openOrders>>;
type OpenOptions = Parameters<typeof openOrders>[1];

/** As another device of the same customer asks. */
export async function asked<T>({ operator }: Pick<Opened, 'operator'>, path: string): Promise<T> {
  const response = await operator.fetch(new Request(`/api/v1${path}`, { headers: { 'x-fp-csrf': '1' } }));
  return (await response.json()) as T;
}

/** Ada's order with a line of this kind, open in the portlet; `prepare` lets the back office do something to it before. */
export async function openOrderWith(
  wanted: (item: OrderItem) => boolean,
  { prepare, ...options }: OpenOptions & { prepare?: (opened: Opened, order: Order, item: OrderItem) => Promise<unknown> } = {},
) {
  const page = await openOrders(busyConsumer(), options);
  for (const { id } of (await asked<OrderList>(page, '/orders')).items) {
    const order = await asked<Order>(page, `/orders/${id}`);
    const item = order.items.find(wanted);
    if (!item) continue;
    await prepare?.(page, order, item);
    page.element.orderId = id;
    await page.until(() => page.steps().length > 0);
    return { page, order, item, within: `#line-${item.id}`, line: async () => (await asked<Order>(page, `/orders/${id}`)).items.find((one) => one.id === item.id) };
  }
  throw new Error('the world has no such order');
}

/** The back office finds that something is missing. */
export const blockedFor = (needed: string, reason: string) => ({
  prepare: async ({ operator }: Opened, order: Order, item: OrderItem) => {
    const { status } = await operator.lever(`product-orders/${order.id}/items/${item.id}/block`, { reason, needed });
    if (status !== 200) throw new Error(`the line could not be blocked: ${status}`);
  },
});

export const isFree = ({ may, stage }: OrderItem): boolean => Boolean(may?.cancel?.allowed) && stage !== 'waiting-for-you';
