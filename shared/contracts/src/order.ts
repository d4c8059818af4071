import * as z from 'zod/mini';
import { EMAIL, PHONE } from './contact.ts';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { PaymentStatus } from './payment.ts';
import { LineOfBusiness } from './product.ts';
import { Instant, LocalDate } from './time.ts';
import { Visit } from './visit.ts';

/** Where a line stands. The first nine are the way to done; the rest are side states. */
export const Stage = z.enum([
  'captured',
  'checked',
  'waiting-for-you',
  'waiting-for-your-company',
  'waiting-for-partner',
  'scheduled',
  'in-progress',
  'partly-done',
  'done',
  'on-hold',
  'cancelled',
  'failed',
]);
export type Stage = z.infer<typeof Stage>;

export const Actor = z.enum(['you', 'your-company', 'provider', 'partner', 'nobody']);
export type Actor = z.infer<typeof Actor>;

/** A step of a line's way. `missed` was expected before now and has not been reached. */
export const Milestone = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['reached', 'current', 'ahead', 'missed']),
  reachedAt: z.optional(Instant),
  expectedAt: z.optional(Instant),
});
export type Milestone = z.infer<typeof Milestone>;

/** May this be done to the line now? If not, why, and what to do instead; `code` names reasons that pages have words for. `until`: the last moment; `cost`: what it costs, tax included. */
export const May = z.object({
  allowed: z.boolean(),
  code: z.optional(z.string()),
  reason: z.optional(z.string()),
  remedy: z.optional(z.string()),
  until: z.optional(Instant),
  cost: z.optional(Money),
});
export type May = z.infer<typeof May>;

/** What can be done to a line; a name that is missing is not done here. */
export const ItemActions = z.object({
  date: z.optional(May),
  quantity: z.optional(May),
  place: z.optional(May),
  contact: z.optional(May),
  cancel: z.optional(May),
  activate: z.optional(May),
});
export type ItemActions = z.infer<typeof ItemActions>;

/**
 * What a line waits for from the customer: `activation` is answered by `POST …/activate`, the rest by `…/answers`. After `until`
 * it is given up. `choices` are offered where a choice answers it.
 */
export const Need = z.object({
  kind: z.enum(['document', 'address', 'date', 'number', 'note', 'activation']),
  text: z.string(),
  askedAt: z.optional(Instant),
  until: z.optional(Instant),
  choices: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
});
export type Need = z.infer<typeof Need>;

/** What was said on a line, oldest first. */
export const ItemNote = z.object({ at: z.optional(Instant), by: z.enum(['you', 'provider']), text: z.string() });
export type ItemNote = z.infer<typeof ItemNote>;

/**
 * Switching an eSIM or a router on, by `POST /orders/{id}/items/{itemId}/activate`. `code` goes into an eSIM picture: only those
 * get it who may activate, and only until it is spent. `result` says how it went.
 */
export const Activation = z.object({
  kind: z.enum(['esim', 'router']),
  state: z.enum(['ready', 'running', 'active', 'failed']),
  /** Since when, and until when it can take. */
  since: z.optional(Instant),
  expectedBy: z.optional(Instant),
  code: z.optional(z.string()),
  result: z.optional(z.string()),
});
export type Activation = z.infer<typeof Activation>;

export const OrderItem = z.object({
  id: z.string(),
  name: z.string(),
  action: z.enum(['add', 'change', 'remove', 'keep']),
  lineOfBusiness: LineOfBusiness,
  quantity: z.int(),
  stage: Stage,
  /** The expected date is past the promised one. */
  late: z.boolean(),
  since: Instant,
  actor: Actor,
  promised: z.optional(LocalDate),
  expected: z.optional(LocalDate),
  /** Why the line stands where it stands, in the operator's words. */
  reason: z.optional(z.string()),
  milestones: z.array(Milestone),
  /** What comes next, in the operator's words. */
  next: z.optional(z.string()),
  /** Of `quantity`, so many have been delivered: where a line comes in parts. */
  delivered: z.optional(z.int()),
  need: z.optional(Need),
  notes: z.optional(z.array(ItemNote)),
  may: z.optional(ItemActions),
  activation: z.optional(Activation),
  /** The product it has become, or changes. */
  product: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** Where to, in words. */
  place: z.optional(z.string()),
  once: z.optional(Money),
  monthly: z.optional(Money),
  /** The expected date has slipped past the promised one, and the customer has not yet said what to do about it. */
  choose: z.optional(z.array(z.enum(['wait', 'expedite', 'cancel']))),
});
export type OrderItem = z.infer<typeof OrderItem>;

const summary = {
  id: z.string(),
  number: z.string(),
  placedAt: Instant,
  stage: Stage,
  late: z.boolean(),
  /** What was ordered, in a few words. */
  title: z.string(),
  itemsDone: z.int(),
  itemsTotal: z.int(),
  expected: z.optional(LocalDate),
  account: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** Where it goes, in words: the sites of its lines, each once. */
  places: z.optional(z.array(z.string())),
};

export const OrderSummary = z.object(summary);
export type OrderSummary = z.infer<typeof OrderSummary>;

/** `GET /orders`: newest first. */
export const OrderList = listOf(OrderSummary);
export type OrderList = z.infer<typeof OrderList>;

/** A paper of an order: the confirmation, what was agreed to, a document the customer sent. */
export const OrderPaper = z.object({ id: z.string(), name: z.string(), kind: z.enum(['agreement', 'sent-by-you', 'other']), at: z.optional(Instant) });
export type OrderPaper = z.infer<typeof OrderPaper>;

export const Order = z.object({
  ...summary,
  items: z.array(OrderItem),
  once: z.optional(Money),
  monthly: z.optional(Money),
  visit: z.optional(Visit),
  papers: z.optional(z.array(OrderPaper)),
  /**
   * What was to be paid with it. `status` and `action` (where the browser goes to pay) are for whoever ordered; what is not paid
   * stands on the next bill. `again`: it came to nothing, and this person may begin it anew; `amount` is then what is owed now.
   */
  payment: z.optional(z.object({ id: z.string(), reference: z.string(), amount: Money, status: z.optional(PaymentStatus), action: z.optional(z.object({ url: z.string() })), again: z.optional(z.boolean()) })),
});
export type Order = z.infer<typeof Order>;

/** `POST /orders/{id}/payment`: over the provider, with this means; without it the provider asks. `back`: where the browser goes afterwards. */
export const OrderPaymentRequest = z.object({ meansId: z.optional(z.string()), back: z.optional(z.string().check(z.regex(/^\/(?!\/)[\w\-./?=&%]*$/), z.maxLength(300))) });
export type OrderPaymentRequest = z.infer<typeof OrderPaymentRequest>;

/** Who buys without an account: enough to deliver, to bill and to find again. */
export const BuyerContact = z.object({
  givenName: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  familyName: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  email: z.string().check(z.trim(), z.maxLength(254), z.regex(EMAIL)),
  phone: z.optional(z.string().check(z.regex(PHONE))),
  /** Where bills go, by its id from `GET /places`; the place of the order where it is left out. */
  placeId: z.optional(z.string()),
});
export type BuyerContact = z.infer<typeof BuyerContact>;

/**
 * `POST /orders`: turns the cart into an order, billed to the account; a visitor gives `contact` instead. `total` is what the
 * customer has seen: where the price has moved since, nothing is ordered (409 `price-moved`).
 */
export const OrderRequest = z.object({
  cartId: z.string(),
  accountId: z.optional(z.string()),
  contact: z.optional(BuyerContact),
  total: z.optional(z.object({ once: Money, monthly: Money })),
  /** What is paid now goes over the provider, with this means; without it the provider asks. On the next bill: leave out `pay`. */
  pay: z.optional(OrderPaymentRequest),
});
export type OrderRequest = z.infer<typeof OrderRequest>;

/** `POST /orders/{id}/items/{itemId}/answers`: what the line waits for. A document is sent with `file`, its bytes in base64. */
export const AnswerRequest = z.object({
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))),
  choiceId: z.optional(z.string()),
  placeId: z.optional(z.string()),
  date: z.optional(LocalDate),
  file: z.optional(z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)), content: z.string().check(z.maxLength(699_052), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)) })),
});
export type AnswerRequest = z.infer<typeof AnswerRequest>;

/** `POST /orders/{id}/items/{itemId}/changes`: what of a line shall be otherwise; at least one of them. */
export const ItemChangeRequest = z.object({ quantity: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))), date: z.optional(LocalDate), placeId: z.optional(z.string()) });
export type ItemChangeRequest = z.infer<typeof ItemChangeRequest>;

/** `POST /orders/{id}/cancel`: these lines, or all that can be. `cost` is what the customer has seen: where it is another now, nothing is cancelled. */
export const CancelRequest = z.object({ itemIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(200))), reason: z.optional(z.string().check(z.trim(), z.maxLength(500))), cost: z.optional(Money) });
export type CancelRequest = z.infer<typeof CancelRequest>;

/** `POST /orders/{id}/items/{itemId}/delay`: what to do about a line that is late. */
export const DelayRequest = z.object({ choice: z.enum(['wait', 'expedite', 'cancel']) });
export type DelayRequest = z.infer<typeof DelayRequest>;

/** `POST /orders/{id}/reorder`: what came into the cart, and what could not, with the reason. */
export const Reordered = z.object({ added: z.array(z.string()), left: z.array(z.object({ name: z.string(), reason: z.string() })) });
export type Reordered = z.infer<typeof Reordered>;

/** Days from order to done, of orders ended in a month; `onTime` of `ended` by the promised day. */
export const OrderMonth = z.object({ month: z.string(), ended: z.int(), onTime: z.int(), days: z.optional(z.object({ middle: z.number(), longest: z.int() })) });

/** `GET /orders/report`: oldest month first; `jeopardy` are the open lines that are late or whose date has slipped. */
export const OrderReport = z.object({
  months: z.array(OrderMonth),
  jeopardy: z.array(z.object({ orderId: z.string(), number: z.string(), itemId: z.string(), name: z.string(), promised: LocalDate, expected: z.optional(LocalDate), daysLate: z.int(), reason: z.optional(z.string()) })),
});
export type OrderReport = z.infer<typeof OrderReport>;
