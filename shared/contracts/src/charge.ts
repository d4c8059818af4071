import * as z from 'zod/mini';
import { Money } from './money.ts';
import { Period } from './time.ts';

/** `instalment`: a part of a sum agreed on earlier, a device or a payment plan. */
export const ChargeKind = z.enum(['recurring', 'usage', 'one-off', 'discount', 'credit', 'penalty', 'instalment']);
export type ChargeKind = z.infer<typeof ChargeKind>;

/** So much of something, in the unit the bill names it by: 3 GB, 14 minutes. */
export const Quantity = z.object({ value: z.number(), unit: z.string() });
export type Quantity = z.infer<typeof Quantity>;

/** One step of a price list: `each` is the price of one unit, tax included; `amount` what this step came to, tax included. */
export const Tier = z.object({ quantity: z.number(), each: Money, amount: Money });
export type Tier = z.infer<typeof Tier>;

/** What something goes back to: a thing the customer can open, or at least quote. */
export const Reason = z.object({ kind: z.enum(['product', 'ticket', 'service-level', 'payment', 'bill', 'charge', 'order']), id: z.string() });
export type Reason = z.infer<typeof Reason>;

/** One line of a bill. `net` is before tax; discounts and credits are negative. */
export const Charge = z.object({
  id: z.string(),
  kind: ChargeKind,
  name: z.string(),
  /** What the charge is for: a number, an address; absent for account-wide lines. */
  service: z.optional(z.object({ productId: z.string(), name: z.string() })),
  /** The account it was run up on, where that is another than the bill's: one bill for several accounts. */
  account: z.optional(z.object({ id: z.string(), name: z.string() })),
  period: z.optional(Period),
  quantity: z.optional(Quantity),
  net: Money,
  /** In per cent: 19 is 19 %. */
  taxRate: z.number(),
  /** What the line costs with its tax, where the billing system says so. */
  gross: z.optional(Money),
  /** Its price was agreed with tax in it: the bill asks for its `gross`. Of other lines a bill rounds the tax once a rate, so theirs need not add up to it. */
  taxIncluded: z.optional(z.boolean()),
  /** How a use came to its amount, step by step. */
  tiers: z.optional(z.array(Tier)),
  /** What of the use an allowance had room for. */
  included: z.optional(Quantity),
  /** A charge by the day: so many days of the period's. */
  days: z.optional(z.object({ charged: z.int(), of: z.int() })),
  reason: z.optional(Reason),
  /** The dispute about this line, open or decided. `amount` is what is disputed of it, tax included. */
  dispute: z.optional(z.object({ id: z.string(), amount: Money, open: z.boolean() })),
  /** Whether single uses behind it can be asked for. */
  hasEvents: z.optional(z.boolean()),
});
export type Charge = z.infer<typeof Charge>;
