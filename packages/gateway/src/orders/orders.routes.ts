import { Order as OrderView, OrderList, OrderReport, OrderRequest, type OrderSummary } from '@faceplate/contracts';
import { isFinal } from '@faceplate/domain';
import * as z from 'zod/mini';
import { cartKey } from '../cart/open-cart.ts';
import { OBSTACLES } from '../offers/obstacle-refusal.ts';
import { hasWords } from '../bills/words.ts';
import { csvOf, CSV_TYPE } from '../exports/csv.ts';
import { exportRoutes } from '../exports/export.routes.ts';
import { falling, type Order, paged, pageQuery, sorted } from '../paging/page.ts';
import { numeral } from '../routing/numeral.ts';
import { type Call, type Route, route } from '../routing/route.ts';
import { readEach } from '../tmf/gather.ts';
import { settingOf } from '../tmf/setting.ts';
import { orderOf, orderSummaryOf } from './orders.adapter.ts';
import { orderActRoutes } from './order-acts.routes.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';
import { placeOrder } from './place-order.ts';
import { reportOf } from './report.ts';

const NEWEST: Order<OrderSummary> = [falling(({ placedAt }) => placedAt), falling(({ id }) => id)];

const filters = {
  search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  open: z.optional(z.enum(['yes', 'no'])),
  place: z.optional(z.string().check(z.maxLength(200))),
};
const wanted = z.object(filters);
type Wanted = z.output<typeof wanted>;

function isWanted(order: OrderSummary, { search, open, place }: Wanted): boolean {
  if (open !== undefined && isFinal(order.stage) === (open === 'yes')) return false;
  if (place !== undefined && !order.places?.includes(place)) return false;
  return !search || hasWords(search)([order.number, order.title, ...(order.places ?? [])].join(' '));
}

async function allOrders(call: Call<unknown, Wanted>) {
  const found = await ordersBackend(call).orders();
  const { items: all, gaps } = readEach('TMF622', found, (body) => orderSummaryOf(body, settingOf(call)));
  const items = all.filter((order) => isWanted(order, call.query));
  return { items, gaps, total: found.total - (all.length - items.length) };
}

async function report(call: Call, months = 12): Promise<OrderReport> {
  const setting = settingOf(call);
  const { items } = readEach('TMF622', await ordersBackend(call).orders(), (body) => orderOf(body, setting));
  return reportOf(items, { ...setting, months });
}

const ofMonths = z.object({ months: z.optional(numeral('Ask for 1 to 36 months.', 1, 36)) });

export const orderRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/orders',
    summary: 'Your orders and where each stands, newest first.',
    detail: '`search` looks for words in numbers, names and places; `open` leaves out what has ended (`yes`) or what has not (`no`).',
    query: z.object({ ...filters, ...pageQuery }),
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
    query: wanted,
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
      places: ({ places }) => places?.join('; '),
    },
  }),
  route({
    method: 'GET',
    path: '/orders/report',
    summary: 'How long your orders took, how many kept their day, and what is in danger now.',
    detail: 'Month by month of their end, oldest first, twelve unless `months` says otherwise. Days are calendar days from the order to its last delivery; on time is an order of which no line came after the day promised.',
    query: ofMonths,
    answer: OrderReport,
    policy: { action: 'order.read' },
    handle: (call) => report(call, call.query.months),
  }),
  route({
    method: 'GET',
    path: '/orders/report/export.csv',
    summary: 'The same as a table for a spreadsheet.',
    query: ofMonths,
    answer: { media: CSV_TYPE },
    policy: { action: 'order.read' },
    routeClass: 'export',
    handle: async (call) => {
      const { months } = await report(call, call.query.months);
      const rows = months.map(({ month, ended, onTime, days }) => [month, ended, onTime, days?.middle, days?.longest]);
      return { bytes: new TextEncoder().encode(csvOf(['month', 'ended', 'onTime', 'middleDays', 'longestDays'], rows)), fileName: 'order-report.csv' };
    },
  }),
  route({
    method: 'GET',
    path: '/orders/:orderId',
    summary: 'One order, line by line.',
    answer: OrderView,
    policy: { action: 'order.read' },
    handle: async (call) => shownOrder(call, await ordersBackend(call).order(call.params.orderId)),
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
    renewsVisitor: true,
    handle: (call) => call.inTurn(cartKey(call), () => placeOrder(call)),
  }),
  ...orderActRoutes,
];
