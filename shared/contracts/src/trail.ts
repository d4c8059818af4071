import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Instant, LocalDate } from './time.ts';

/**
 * From the wish to the bill. `wish`: asked for in this portal. `order`: in the ordering system. `line`: what the order
 * costs on a bill. `bill`: in billing. `charge`: taken by the payment provider. `booking`: the payment as billing has it.
 * `applied`: what of it a bill counts. `refund`: given back.
 */
export const TrailStepKind = z.enum(['wish', 'order', 'line', 'bill', 'charge', 'booking', 'applied', 'refund']);
export type TrailStepKind = z.infer<typeof TrailStepKind>;

const named = z.object({ id: z.string(), name: z.string() });
const numbered = z.object({ id: z.string(), number: z.string() });

/** One record of one system. */
export const TrailStep = z.object({
  kind: TrailStepKind,
  /** The system that has it, in the operator's words. */
  system: z.string(),
  /** Its id there. */
  id: z.string(),
  /** What people call it by. */
  number: z.optional(z.string()),
  name: z.optional(z.string()),
  /** The step it goes back to: the same text stands there as `id`, and is what all systems know the payment by. */
  correlation: z.optional(z.string()),
  at: z.optional(Instant),
  /** Where the system knows the day alone. */
  on: z.optional(LocalDate),
  amount: z.optional(Money),
  /** The word that payments, bills and orders have for it in this API. */
  status: z.optional(z.string()),
  account: z.optional(named),
  bill: z.optional(numbered),
});
export type TrailStep = z.infer<typeof TrailStep>;

/**
 * `amount-differs`: two systems have different amounts for one payment. `booked-not-charged`: billing counts money that
 * the provider never took; `charged-not-booked`: the other way round. `booked-not-applied`: a bill does not count a payment that was booked
 * for it, and is still open. `applied-too-much`: more is counted than was paid. `paid-not-applied`: a bill says that it is
 * paid, and nothing it names has paid it.
 */
export const TrailMismatchKind = z.enum(['amount-differs', 'booked-not-charged', 'charged-not-booked', 'booked-not-applied', 'applied-too-much', 'paid-not-applied']);
export type TrailMismatchKind = z.infer<typeof TrailMismatchKind>;

/** Two systems that answer, and contradict each other. What cannot be asked, or is not kept, is a gap and no mismatch. */
export const TrailMismatch = z.object({
  kind: TrailMismatchKind,
  /** In one plain sentence. */
  says: z.string(),
  expected: z.optional(Money),
  found: z.optional(Money),
  payment: z.optional(numbered),
  bill: z.optional(numbered),
  account: z.optional(named),
});
export type TrailMismatch = z.infer<typeof TrailMismatch>;

/** `not-kept`: that system does not write it down. `elsewhere`: it was not done in this portal. `not-yours`: it concerns others too. */
export const TrailMissing = z.object({ kind: TrailStepKind, system: z.string(), reason: z.enum(['not-kept', 'elsewhere', 'not-yours']) });
export type TrailMissing = z.infer<typeof TrailMissing>;

/** `GET /payments/{id}/trail`, `/bills/{id}/trail`, `/orders/{id}/trail`: every step in the order in which it happened. */
export const Trail = z.object({
  about: z.object({ kind: z.enum(['payment', 'bill', 'order']), id: z.string(), number: z.string() }),
  /** Under which every system can be asked for it. */
  correlationId: z.string(),
  checkedAt: Instant,
  steps: z.array(TrailStep),
  mismatches: z.array(TrailMismatch),
  missing: z.array(TrailMissing),
  gaps: z.array(Gap),
});
export type Trail = z.infer<typeof Trail>;
