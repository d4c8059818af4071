import { Order, OrderList, type OrderRequest } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from './send.ts';
import type { Wire } from './wire.ts';

export interface OrdersClient {
  list(options?: RequestOptions): Promise<OrderList>;
  get(orderId: string, options?: RequestOptions): Promise<Order>;
  /** Give the same idempotency key again when the answer was lost: there is one order all the same. */
  place(order: OrderRequest, options?: Omit<SendOptions, 'body'>): Promise<Order>;
}

export const ordersClient = ({ read, write }: Wire): OrdersClient => ({
  list: (options) => read('/orders', OrderList, ['orders'], options),
  get: (orderId, options) => read(`/orders/${encodeURIComponent(orderId)}`, Order, ['orders'], options),
  place: (order, options) => write('POST /orders', Order, ['orders', 'cart'], { ...options, body: order }),
});
