import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/**
 * `needs-you`: the payment provider waits for the customer, at `action`. `processing`: it has what it needs, and has not
 * said yet. `paid` and `failed` are the provider's word, never the browser's; `abandoned`: nobody went on in time.
 */
export const PaymentStatus = z.enum(['needs-you', 'processing', 'scheduled', 'paid', 'failed', 'abandoned', 'returned']);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** What of a payment is for what: for the receivables of one account, and there for one bill where it is named. */
export const PaymentPart = z.object({ account: z.object({ id: z.string(), name: z.string() }), bill: z.optional(z.object({ id: z.string(), number: z.string() })), amount: Money });
export type PaymentPart = z.infer<typeof PaymentPart>;

/** A way to pay that the provider keeps; we know its name alone. */
export const PaymentMeans = z.object({ id: z.string(), kind: z.enum(['card', 'debit', 'other']), name: z.string(), preferred: z.boolean(), usable: z.boolean() });
export type PaymentMeans = z.infer<typeof PaymentMeans>;

/** `GET /payment-means`; `canAdd`: the provider takes a new one; `provider`: what people know it by. */
export const PaymentMeansList = z.object({ ...listOf(PaymentMeans).shape, canAdd: z.boolean(), provider: z.optional(z.string()) });
export type PaymentMeansList = z.infer<typeof PaymentMeansList>;

/** The amounts of the parts add up to `amount`. */
export const Payment = z.object({
  id: z.string(),
  /** For the customer to quote. */
  reference: z.string(),
  status: PaymentStatus,
  amount: Money,
  parts: z.array(PaymentPart),
  means: z.optional(z.object({ kind: PaymentMeans.shape.kind, name: z.string() })),
  at: Instant,
  /** When the provider said so. */
  settledAt: z.optional(Instant),
  /** Why it failed, in plain words. */
  why: z.optional(z.string()),
  /** Where the customer goes on: a page of the payment provider's, on its own origin. */
  action: z.optional(z.object({ url: z.url() })),
});
export type Payment = z.infer<typeof Payment>;

/** `GET /payments`: newest first. */
export const PaymentList = listOf(Payment);
export type PaymentList = z.infer<typeof PaymentList>;

/**
 * `POST /payments`, with the `Idempotency-Key` that makes it one payment whatever the network does. Parts of one
 * currency; of a bill at most what is due of it. `meansId` is one of `GET /payment-means`; without it the provider asks
 * for a new one. `back`: the path of the portal to come back to.
 */
export const PaymentRequest = z.object({
  parts: z.array(z.object({ accountId: z.string(), billId: z.optional(z.string()), amount: Money })).check(z.minLength(1), z.maxLength(100)),
  meansId: z.optional(z.string()),
  keep: z.optional(z.boolean()),
  back: z.optional(z.string().check(z.regex(/^\/(?!\/)[\w\-./?=&%]*$/), z.maxLength(300))),
});
export type PaymentRequest = z.infer<typeof PaymentRequest>;
