import * as z from 'zod/mini';
import { Tax } from './bill.ts';
import { Charge, Quantity, Tier } from './charge.ts';
import { Gap, listOf } from './gap.ts';
import { Money } from './money.ts';
import { Instant, LocalDate, Period } from './time.ts';

/** One use: a call, a day abroad, a part of a gigabyte. */
export const UsageEvent = z.object({
  id: z.string(),
  at: Instant,
  /** What it was, in plain words: "Calls abroad". */
  name: z.string(),
  /** With whom or where, as far as the operator tells: "+41 … 12", "Switzerland". */
  detail: z.optional(z.string()),
  service: z.optional(z.object({ productId: z.string(), name: z.string() })),
  quantity: Quantity,
  /** What of it an allowance had room for. */
  included: z.optional(z.number()),
  /** Tax included; nothing for what an allowance had room for. */
  amount: Money,
  tiers: z.optional(z.array(Tier)),
  roaming: z.boolean(),
  billed: z.boolean(),
});
export type UsageEvent = z.infer<typeof UsageEvent>;

/** `GET /bills/{id}/charges/{chargeId}/events` and `GET /usage/events`: oldest first. */
export const UsageEventList = listOf(UsageEvent);
export type UsageEventList = z.infer<typeof UsageEventList>;

/** What one service used of one kind in a period, day by day. */
export const UsageMeter = z.object({
  id: z.string(),
  service: z.object({ productId: z.string(), name: z.string(), plan: z.optional(z.string()) }),
  /** `data`, `voice`, or the name of what is charged for. */
  name: z.string(),
  unit: z.string(),
  period: Period,
  /** One entry a day of the period up to today; days without use are nothing. */
  days: z.array(z.object({ on: LocalDate, home: z.number(), roaming: z.number() })),
  used: z.number(),
  /** Absent where there is no end to it, or nothing is included. */
  allowance: z.optional(z.object({ size: z.number(), left: z.number(), renewsOn: z.optional(LocalDate), shared: z.boolean() })),
  /** Charged beyond the allowance so far, tax included. */
  charged: Money,
});
export type UsageMeter = z.infer<typeof UsageMeter>;

/** `GET /usage?account`: of the running period. `asOf`: up to when the networks have told. */
export const UsageList = z.object({ ...listOf(UsageMeter).shape, asOf: z.optional(Instant) });
export type UsageList = z.infer<typeof UsageList>;

/** What an account has run up since its last bill. `total` is its charges and taxes so far. */
export const RunningBill = z.object({
  account: z.object({ id: z.string(), name: z.string() }),
  origin: z.string(),
  period: Period,
  charges: z.array(Charge),
  net: Money,
  taxes: z.array(Tax),
  total: Money,
  /** What the bill will come to, tax included: at least, most likely and at most, by how the last bills went. Absent where too little is known. */
  forecast: z.optional(z.object({ low: Money, likely: Money, high: Money, from: z.int() })),
  asOf: z.optional(Instant),
});
export type RunningBill = z.infer<typeof RunningBill>;

/** `GET /running?account` */
export const RunningBillList = z.object({ items: z.array(RunningBill), total: z.int(), gaps: z.array(Gap) });
export type RunningBillList = z.infer<typeof RunningBillList>;
