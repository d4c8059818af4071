import { offerNoun } from '@faceplate/client';
import {
  type AnswerRequest,
  type CancelRequest,
  type DelayRequest,
  type ItemChangeRequest,
  Order,
  OrderList,
  OrderReport,
  type OrderPaymentRequest,
  type OrderRequest,
  Reordered,
  SlotList,
  type VisitRequest,
} from '@faceplate/contracts';
import { query } from '../query.ts';
import type { createDownload, RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Write = Omit<SendOptions, 'body'>;

/** What of the orders is wanted; all where it is empty. */
export interface OrderFilter {
  /** Words of numbers, lines, places. */
  search?: string;
  open?: boolean;
  place?: string;
}

/** Every write takes an idempotency key: give the same again when the answer was lost, and it is done once all the same. */
export interface OrdersClient {
  list(options?: RequestOptions & { filter?: OrderFilter }): Promise<OrderList>;
  get(orderId: string, options?: RequestOptions): Promise<Order>;
  place(order: OrderRequest, options?: Write): Promise<Order>;
  /** What a line waits for. */
  answer(orderId: string, itemId: string, answer: AnswerRequest, options?: Write): Promise<Order>;
  change(orderId: string, itemId: string, change: ItemChangeRequest, options?: Write): Promise<Order>;
  cancel(orderId: string, request: CancelRequest, options?: Write): Promise<Order>;
  /** What to do about a line that is late. */
  decide(orderId: string, itemId: string, request: DelayRequest, options?: Write): Promise<Order>;
  activate(orderId: string, itemId: string, options?: Write): Promise<Order>;
  /** Begins a payment anew that came to nothing; while one is on its way, or is done, that is the answer. */
  pay(orderId: string, request: OrderPaymentRequest, options?: Write): Promise<Order>;
  /** Free windows to move the visit to. */
  slots(orderId: string, options?: RequestOptions): Promise<SlotList>;
  move(orderId: string, visit: VisitRequest, options?: Write): Promise<Order>;
  /** Puts what was ordered into the cart again. */
  reorder(orderId: string, options?: Write): Promise<Reordered>;
  report(months?: number, options?: RequestOptions): Promise<OrderReport>;
  /** `visit.ics`, `agreement`, a paper's id below `papers/`, or of all orders `/orders/export.csv`, `/orders/report/export.csv`. */
  file(path: `/orders/${string}`, options?: RequestOptions): Promise<Blob>;
}

const CHANGED = ['orders', 'products'] as const;

const filtered = ({ search, open, place }: OrderFilter): string => query({ search, open: open === undefined ? undefined : open ? 'yes' : 'no', place });

const ordersClient = ({ read, write }: Wire, download: ReturnType<typeof createDownload>): OrdersClient => {
  const order = (id: string) => `/orders/${encodeURIComponent(id)}` as const;
  const item = (id: string, itemId: string) => `${order(id)}/items/${encodeURIComponent(itemId)}` as const;
  return {
    list: (options) => read(`/orders${filtered(options?.filter ?? {})}`, OrderList, ['orders'], options),
    get: (orderId, options) => read(order(orderId), Order, ['orders'], options),
    place: (body, options) => write('POST /orders', Order, ['orders', 'cart', 'products', 'payments'], { ...options, body }),
    answer: (orderId, itemId, body, options) => write(`POST ${item(orderId, itemId)}/answers`, Order, CHANGED, { ...options, body }),
    change: (orderId, itemId, body, options) => write(`POST ${item(orderId, itemId)}/changes`, Order, CHANGED, { ...options, body }),
    cancel: (orderId, body, options) => write(`POST ${order(orderId)}/cancel`, Order, CHANGED, { ...options, body }),
    decide: (orderId, itemId, body, options) => write(`POST ${item(orderId, itemId)}/delay`, Order, CHANGED, { ...options, body }),
    activate: (orderId, itemId, options) => write(`POST ${item(orderId, itemId)}/activate`, Order, CHANGED, { ...options, body: {} }),
    pay: (orderId, body, options) => write(`POST ${order(orderId)}/payment`, Order, ['orders', 'payments'], { ...options, body }),
    slots: (orderId, options) => read(`${order(orderId)}/visit/slots`, SlotList, ['orders'], options),
    move: (orderId, body, options) => write(`POST ${order(orderId)}/visit`, Order, ['orders'], { ...options, body }),
    reorder: (orderId, options) => write(`POST ${order(orderId)}/reorder`, Reordered, ['cart'], { ...options, body: {} }),
    report: (months, options) => read(`/orders/report${months ? `?months=${months}` : ''}`, OrderReport, ['orders'], options),
    file: (path, options) => download(path, options),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly orders: OrdersClient;
  }
}

offerNoun('orders', ({ wire, download }) => ordersClient(wire, download));
