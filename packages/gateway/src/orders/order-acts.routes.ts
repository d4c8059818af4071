import { AnswerRequest, CancelRequest, DelayRequest, ItemChangeRequest, Order, OrderPaymentRequest, SlotList, VisitRequest } from '@faceplate/contracts';
import { localeQuery } from '../papers/locale-query.ts';
import { printerOf } from '../papers/paper-bill.ts';
import { notFound } from '../problem.ts';
import * as z from 'zod/mini';
import { type Call, type Route, route } from '../routing/route.ts';
import { records, text } from '../tmf/read.ts';
import { keptFile } from '../uploads/attachment.ts';
import { calendarOf } from '../visits/calendar.ts';
import { agreementPaper } from './agreement-paper.ts';
import { activateItem } from './activation.ts';
import { answerItem } from './answer.ts';
import { changeItem } from './change-item.ts';
import { cancelLines, decideDelay } from './cancel.ts';
import { linesOf } from './orders.adapter.ts';
import { ordersBackend, shownOrder } from './orders.backend.ts';
import { payAgain } from './pay-again.ts';
import { chooseVisit, visitOfOrder, visitSlots } from './visit.ts';

/** Changes of one order wait for each other. */
const inTurn = <T>(call: Call<{ orderId: string }>, work: () => Promise<T>): Promise<T> => call.inTurn(`order ${call.params.orderId}`, work);

const CHANGING = ['busy', 'upstream-refused'] as const;
const item = '/orders/:orderId/items/:itemId';

/** What customers do about an order that is under way. */
export const orderActRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${item}/answers`,
    summary: 'Gives a line what it waits for: a document, an address, a day, a number, an answer. Then it goes on.',
    detail: 'What is wanted stands in `need`. A document is a PNG, JPEG, PDF or plain text of half a mebibyte at most, told by its content.',
    body: AnswerRequest,
    codes: ['answer-not-needed', 'file-not-accepted', ...CHANGING],
    answer: Order,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => answerItem(call)),
  }),
  route({
    method: 'POST',
    path: `${item}/changes`,
    summary: 'Changes quantity, day or place of a line.',
    detail: '`may` of the line says what can still be changed, until when, and why not.',
    body: ItemChangeRequest,
    codes: ['line-cannot-change', ...CHANGING],
    answer: Order,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => changeItem(call)),
  }),
  route({
    method: 'POST',
    path: `${item}/delay`,
    summary: 'Says what to do about a line that is late: wait, ask to have it sooner, or cancel it.',
    body: DelayRequest,
    codes: ['answer-not-needed', 'line-cannot-change', ...CHANGING],
    answer: Order,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => decideDelay(call)),
  }),
  route({
    method: 'POST',
    path: `${item}/activate`,
    summary: 'Switches an eSIM or a router on.',
    detail: '`activation` of the line says how it goes: it runs for two minutes at most; what failed can be tried again.',
    body: z.object({}),
    codes: ['line-cannot-change', ...CHANGING],
    answer: Order,
    policy: { action: 'order.activate' },
    handle: (call) => inTurn(call, () => activateItem(call)),
  }),
  route({
    method: 'POST',
    path: '/orders/:orderId/payment',
    summary: 'Begins the payment of an order anew, when the one before came to nothing.',
    detail: 'One at a time: while one is on its way, or when it is paid, the order is answered as it stands and nothing is begun.',
    body: OrderPaymentRequest,
    codes: ['order-not-payable', 'payment-under-way', 'payment-provider-away', ...CHANGING],
    answer: Order,
    policy: { action: 'order.pay' },
    handle: (call) => inTurn(call, () => payAgain(call)),
  }),
  route({
    method: 'POST',
    path: '/orders/:orderId/cancel',
    summary: 'Cancels lines of an order, or all that can be.',
    detail: 'All of the lines named or none. `cost` is what the customer has seen: where it is another by now, nothing is cancelled.',
    body: CancelRequest,
    codes: ['line-cannot-change', 'price-moved', ...CHANGING],
    answer: Order,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => cancelLines(call, call.params.orderId, call.body)),
  }),
  route({
    method: 'GET',
    path: '/orders/:orderId/visit/slots',
    summary: 'When the technician of an order could come.',
    answer: SlotList,
    policy: { action: 'order.read' },
    handle: visitSlots,
  }),
  route({
    method: 'POST',
    path: '/orders/:orderId/visit',
    summary: 'Chooses or moves the technician’s visit, and says what helps them; a visit that moves keeps its id and its history.',
    body: VisitRequest,
    codes: ['slot-taken', 'visit-too-late', 'visit-none', ...CHANGING],
    answer: Order,
    policy: { action: 'order.change' },
    handle: (call) => inTurn(call, () => chooseVisit(call)),
  }),
  route({
    method: 'GET',
    path: '/orders/:orderId/visit.ics',
    summary: 'The visit as a calendar file; taken again after a move, the entry moves.',
    answer: { media: 'text/calendar' },
    policy: { action: 'order.read' },
    handle: async (call) => {
      const { order, visit } = await visitOfOrder(call);
      const { name, publicUrl } = call.tenant;
      const words = calendarOf(visit, { title: `${name}: ${order.title}`, operator: name, url: `${publicUrl}/orders/${encodeURIComponent(order.id)}`, now: call.clock() });
      return { bytes: new TextEncoder().encode(words), fileName: `visit-${visit.id}.ics` };
    },
  }),
  route({
    method: 'GET',
    path: '/orders/:orderId/agreement',
    summary: 'What was ordered and agreed to, as a PDF.',
    query: z.object(localeQuery),
    codes: ['documents-unavailable', 'documents-busy'],
    answer: { media: 'application/pdf' },
    policy: { action: 'order.read' },
    routeClass: 'export',
    handle: async (call) => {
      const order = call.project(await shownOrder(call, await ordersBackend(call).order(call.params.orderId)));
      return { bytes: await printerOf(call).print(agreementPaper(order, call.tenant, call.query.locale)), fileName: `order-${order.id}.pdf` };
    },
  }),
  route({
    method: 'GET',
    path: '/orders/:orderId/papers/:paperId',
    summary: 'A file of an order, to be kept; no browser shows it as a page.',
    answer: { media: 'application/octet-stream' },
    policy: { action: 'order.read' },
    handle: async (call) => {
      const body = await ordersBackend(call).order(call.params.orderId);
      const file = [body, ...linesOf(body)].flatMap((owner) => records(owner, 'attachment')).find((one) => text(one, 'id') === call.params.paperId);
      if (!file) throw notFound();
      return keptFile(file, `order-${call.params.paperId}`);
    },
  }),
];
