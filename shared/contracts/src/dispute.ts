import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { TicketEntry, TicketFile } from './ticket.ts';
import { Instant, LocalDate } from './time.ts';

/** `closed`: over, and nobody has said how it was decided. */
export const DisputeStatus = z.enum(['submitted', 'in-review', 'needs-you', 'granted', 'partly-granted', 'refused', 'withdrawn', 'closed']);
export type DisputeStatus = z.infer<typeof DisputeStatus>;

export const DisputeReason = z.enum(['not-mine', 'wrong-amount', 'cancelled-before', 'service-fault', 'agreed-otherwise', 'other']);
export type DisputeReason = z.infer<typeof DisputeReason>;

const summary = {
  id: z.string(),
  number: z.string(),
  bill: z.object({ id: z.string(), number: z.optional(z.string()) }),
  charge: z.optional(z.object({ id: z.string(), name: z.optional(z.string()) })),
  /** Disputed, tax included. */
  amount: Money,
  reason: z.optional(DisputeReason),
  status: DisputeStatus,
  raisedAt: Instant,
  changedAt: Instant,
  /** When it moves on by itself: an answer, a decision. */
  expectedBy: z.optional(Instant),
  outcome: z.optional(
    z.object({
      granted: Money,
      /** In the operator's words. */
      why: z.string(),
      at: z.optional(Instant),
      /** The line the credit stands on. */
      creditId: z.optional(z.string()),
    }),
  ),
};

export const DisputeSummary = z.object(summary);
export type DisputeSummary = z.infer<typeof DisputeSummary>;

/** `GET /disputes?bill=`: last changed first. `terms` are the operator's. */
export const DisputeList = z.object({
  ...listOf(DisputeSummary).shape,
  terms: z.optional(
    z.object({
      /** Bills of this day and later can be disputed also when they are paid. */
      paidSince: LocalDate,
      /** Up to here a dispute is usually settled at once, tax included. */
      goodwill: z.optional(Money),
    }),
  ),
});
export type DisputeList = z.infer<typeof DisputeList>;

/** `entries` run from oldest to newest. Files are added by `POST /tickets/{id}/attachments`: a dispute is a ticket of its own kind. */
export const Dispute = z.object({ ...summary, description: z.string(), entries: z.array(TicketEntry), files: z.array(TicketFile), canAppeal: z.boolean(), canWithdraw: z.boolean() });
export type Dispute = z.infer<typeof Dispute>;

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** `POST /bills/{id}/disputes`: of one line, or of the bill as a whole; at most what it comes to, tax included. */
export const DisputeRequest = z.object({ chargeId: z.optional(z.string()), amount: Money, reason: DisputeReason, description: words(4000) });
export type DisputeRequest = z.infer<typeof DisputeRequest>;

/** `POST /disputes/{id}/appeal` */
export const AppealRequest = z.object({ text: words(4000) });
export type AppealRequest = z.infer<typeof AppealRequest>;
