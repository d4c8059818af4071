import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { LineOfBusiness } from './product.ts';
import { Instant, LocalDate } from './time.ts';

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
};

export const OrderSummary = z.object(summary);
export type OrderSummary = z.infer<typeof OrderSummary>;

/** `GET /orders`: newest first. */
export const OrderList = listOf(OrderSummary);
export type OrderList = z.infer<typeof OrderList>;

export const Order = z.object({
  ...summary,
  items: z.array(OrderItem),
  once: z.optional(Money),
  monthly: z.optional(Money),
});
export type Order = z.infer<typeof Order>;

/** `POST /orders`: turns the cart into an order, billed to the account. */
export const OrderRequest = z.object({ cartId: z.string(), accountId: z.string() });
export type OrderRequest = z.infer<typeof OrderRequest>;
