import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** `asked`: the operator works on it; `offered`: its prices stand until `validUntil`, and the customer may say yes. */
export const QuoteStatus = z.enum(['asked', 'waiting-for-your-company', 'offered', 'accepted', 'declined', 'replaced', 'expired', 'withdrawn']);
export type QuoteStatus = z.infer<typeof QuoteStatus>;

export const QuoteLine = z.object({ id: z.string(), name: z.string(), quantity: z.int(), once: Money, monthly: Money, after: z.optional(z.object({ months: z.int(), monthly: Money })), place: z.optional(z.string()) });
export type QuoteLine = z.infer<typeof QuoteLine>;

const summary = {
  id: z.string(),
  number: z.string(),
  version: z.int(),
  status: QuoteStatus,
  title: z.string(),
  askedAt: Instant,
  validUntil: z.optional(Instant),
  once: Money,
  monthly: Money,
};

export const QuoteSummary = z.object(summary);
export type QuoteSummary = z.infer<typeof QuoteSummary>;

/** `GET /quotes`: newest first. */
export const QuoteList = listOf(QuoteSummary);
export type QuoteList = z.infer<typeof QuoteList>;

/** `notes` is the talk about it, oldest first. `versions`: every one of this number, newest first. `orderId` once it was ordered. */
export const Quote = z.object({
  ...summary,
  lines: z.array(QuoteLine),
  tax: z.optional(z.object({ once: Money, monthly: Money })),
  after: z.optional(Money),
  notes: z.array(z.object({ at: z.optional(Instant), by: z.enum(['you', 'colleague', 'provider']), name: z.string(), text: z.string() })),
  versions: z.array(z.object({ id: z.string(), version: z.int(), status: QuoteStatus })),
  approvals: z.optional(z.array(z.object({ name: z.string(), state: z.enum(['waiting', 'approved', 'rejected']), at: z.optional(Instant) }))),
  orderId: z.optional(z.string()),
});
export type Quote = z.infer<typeof Quote>;

/** `POST /quotes`: of the cart as it is. `number`: a new version of the quote of that number. */
export const QuoteRequest = z.object({ cartId: z.string(), accountId: z.string(), number: z.optional(z.string()), note: z.optional(z.string().check(z.trim(), z.maxLength(2000))) });
export type QuoteRequest = z.infer<typeof QuoteRequest>;
