import * as z from 'zod/mini';
import { Reason } from './charge.ts';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { LocalDate, Period } from './time.ts';

/** Why a bill differs from the one before it. `unexplained` is said as such and never spread over the others. */
export const CauseKind = z.enum([
  'new-service', 'ended-service', 'plan-change', 'proration-in', 'proration-out', 'one-off', 'instalment-start', 'instalment-end', 'promotion-start', 'promotion-end',
  'price-change', 'allowance-exceeded', 'roaming-premium', 'usage', 'late-fee', 'credit', 'service-level-credit', 'dispute', 'tax-change', 'rounding', 'period-length',
  'moved-account', 'unexplained',
]);
export type CauseKind = z.infer<typeof CauseKind>;

/** One cause: `amount` is what it adds to the bill, tax included; negative when it makes it cheaper. */
export const Cause = z.object({
  kind: CauseKind,
  amount: Money,
  /** The lines' own name: "Roaming outside the EU". */
  name: z.string(),
  service: z.optional(z.object({ productId: z.string(), name: z.string() })),
  /** Of a move between accounts: whose charges they are. */
  account: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** What the lines came to on the bill before and on this one, tax included. */
  before: Money,
  after: Money,
  /** When it came about: the day a promotion ended, a service began. */
  on: z.optional(LocalDate),
  days: z.optional(z.object({ charged: z.int(), of: z.int() })),
  quantity: z.optional(z.object({ before: z.number(), after: z.number(), unit: z.string() })),
  /** The event behind it, for the customer to open. */
  reason: z.optional(Reason),
  /** The lines of this bill it speaks of. */
  chargeIds: z.array(z.string()),
});
export type Cause = z.infer<typeof Cause>;

const side = z.object({ id: z.string(), number: z.string(), period: Period, total: Money });

/**
 * `GET /bills/{id}/change`: against the bill before it on the same account, or the one named. The causes' amounts add up
 * to `difference`, to the cent; the largest first, `rounding` and `unexplained` last. What a gap keeps from us cannot be
 * named, and is `unexplained`. Bills of two currencies cannot be set against each other: the whole of this one is.
 */
export const BillChange = z.object({ bill: side, against: side, difference: Money, causes: z.array(Cause), gaps: z.array(Gap) });
export type BillChange = z.infer<typeof BillChange>;
