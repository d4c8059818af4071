import * as z from 'zod/mini';
import { Tax } from './bill.ts';
import { ChargeKind } from './charge.ts';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Instant, Period } from './time.ts';

/** A bill asked for before its time: being made, made, nothing to make, or come to nothing. */
export const InterimBillStatus = z.enum(['making', 'ready', 'refused', 'failed']);
export type InterimBillStatus = z.infer<typeof InterimBillStatus>;

export const InterimBill = z.object({
  id: z.string(),
  account: z.object({ id: z.string(), name: z.string() }),
  origin: z.string(),
  status: InterimBillStatus,
  /** When it last changed; absent where its system does not say. */
  changedAt: z.optional(Instant),
  /** Why there is none, in the operator's words. */
  reason: z.optional(z.string()),
  /** The bill, once it is there. */
  bill: z.optional(z.object({ id: z.string(), number: z.string() })),
});
export type InterimBill = z.infer<typeof InterimBill>;

/** What a bill made now would hold, by what was charged for. Parts add up to `net`, and with the taxes to `total`. */
export const InterimPreview = z.object({
  period: Period,
  /** How many lines it would have. */
  lines: z.int(),
  parts: z.array(z.object({ kind: ChargeKind, lines: z.int(), net: Money })),
  net: Money,
  taxes: z.array(Tax),
  total: Money,
});
export type InterimPreview = z.infer<typeof InterimPreview>;

/** Why none can be asked for now: nothing has been run up, one is being made, its charges stand on the bill of another account, what has been run up is not known, or it takes another right. */
export const InterimRefusal = z.enum(['nothing-unbilled', 'under-way', 'on-another-bill', 'not-known', 'not-yours']);
export type InterimRefusal = z.infer<typeof InterimRefusal>;

/** `GET /interim-bills?account`: those asked for, last changed first, and what one asked for now would hold, a currency each. */
export const InterimBillList = z.object({
  items: z.array(InterimBill),
  total: z.int(),
  preview: z.array(InterimPreview),
  refused: z.optional(InterimRefusal),
  /** The account on whose bill the charges of this one stand today, where that is another one. */
  with: z.optional(z.object({ id: z.string(), name: z.string() })),
  gaps: z.array(Gap),
});
export type InterimBillList = z.infer<typeof InterimBillList>;

/** Body of `POST /interim-bills`. */
export const InterimBillRequest = z.object({ accountId: z.string().check(z.minLength(1), z.maxLength(64)) });
export type InterimBillRequest = z.infer<typeof InterimBillRequest>;
