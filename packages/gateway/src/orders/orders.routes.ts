import { Order as OrderView, OrderList, OrderRequest, type OrderSummary } from '@faceplate/contracts';
import * as z from 'zod/mini';
import { cartKey } from '../cart/open-cart.ts';
import { OBSTACLES } from '../offers/obstacle-refusal.ts';
import { exportRoutes } from '../exports/export.routes.ts';
import { falling, type Order, paged, pageQuery, sorted } from '../paging/page.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { readOne } from '../tmf/read-one.ts';
import { settingOf } from '../tmf/setting.ts';
import { orderOf, orderSummaryOf } from './orders.adapter.ts';
import { ordersBackend } from './orders.backend.ts';
import { placeOrder } from './place-order.ts';

const NEWEST: Order<OrderSummary> = [falling(({ placedAt }) => placedAt), falling(({ id }) => id)];

async function allOrders(call: Call) {
  const found = await ordersBackend(call).orders();
  const { items, gaps } = readEach('TMF622', found, (body) => orderSummaryOf(body, settingOf(call)));
  return { items, gaps, total: found.total };
}

export const orderRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/orders',
    summary: 'Your orders and where each stands, newest first.',
    query: z.object(pageQuery),
    codes: ['cursor-invalid'],
    answer: OrderList,
    policy: { action: 'order.read' },
    handle: async (call) => {
      const { items, ...rest } = await allOrders(call);
      return { ...rest, ...(await paged(call, items, NEWEST)) };
    },
  }),
  ...exportRoutes<OrderSummary>({
    list: '/orders',
    action: 'order.read',
    items: async (call) => {
      const found = await allOrders(call);
      return { ...found, items: sorted(found.items, NEWEST) };
    },
    columns: {
      number: ({ number }) => number,
      placedAt: ({ placedAt }) => placedAt,
      title: ({ title }) => title,
      stage: ({ stage }) => stage,
      late: ({ late }) => (late ? 'yes' : 'no'),
      itemsDone: ({ itemsDone }) => itemsDone,
      itemsTotal: ({ itemsTotal }) => itemsTotal,
      expected: ({ expected }) => expected,
    },
  }),
  route({
    method: 'GET',
    path: '/orders/:orderId',
    summary: 'One order, line by line.',
    answer: OrderView,
    policy: { action: 'order.read' },
    handle: async (call) => {
      const backend = ordersBackend(call);
      const body = await backend.order(call.params.orderId);
      return readOne(backend.origin, () => orderOf(body, settingOf(call)));
    },
  }),
  route({
    method: 'POST',
    path: '/orders',
    summary: 'Orders what is in your cart, once for each idempotency key.',
    body: OrderRequest,
    codes: [...OBSTACLES, 'busy'],
    answer: OrderView,
    status: 201,
    policy: { action: 'order.place' },
    handle: (call) => call.inTurn(cartKey(call), () => placeOrder(call)),
  }),
];
