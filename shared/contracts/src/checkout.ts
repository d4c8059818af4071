import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Obstacle } from './offer.ts';

/** A promise of service that can be chosen with a line (F11). `breach`: what one breach of it pays, by way of example, and the sum behind it in words. */
export const PromiseTier = z.object({
  id: z.string(),
  name: z.string(),
  /** In hours; absent where nothing is promised. */
  respondWithin: z.optional(z.number()),
  restoreWithin: z.optional(z.number()),
  serviceHours: z.optional(z.string()),
  /** What it costs a month beside what is chosen now; less than zero where it costs less. */
  difference: Money,
  breach: z.optional(z.object({ credit: Money, words: z.string() })),
  chosen: z.boolean(),
});
export type PromiseTier = z.infer<typeof PromiseTier>;

/** A way to pay what is due at once. Where `allowed` is false, `why` says why not and what would help. */
export const PayWay = z.object({ kind: z.enum(['now', 'next-bill']), allowed: z.boolean(), why: z.optional(Obstacle) });
export type PayWay = z.infer<typeof PayWay>;

/**
 * `GET /checkout?account`: what is still to be settled before the cart can be ordered. `open` names the steps that wait for the
 * customer; `obstacles` what stands in the way of the whole. `approver`: who has to say yes after it; of several, in the order in which they are asked. An `optional` step that is left open is the operator's to choose (a number, a time).
 */
export const Checkout = z.object({
  cartId: z.string(),
  steps: z.array(z.object({ kind: z.enum(['place', 'visit', 'number', 'promise', 'contact', 'account', 'pay']), state: z.enum(['open', 'done']), itemId: z.optional(z.string()), optional: z.optional(z.boolean()) })),
  promises: z.array(z.object({ itemId: z.string(), name: z.string(), tiers: z.array(PromiseTier) })),
  pay: z.array(PayWay),
  /** To pay at once, tax included. */
  dueNow: Money,
  obstacles: z.array(Obstacle),
  approver: z.optional(z.string()),
  gaps: z.array(Gap),
});
export type Checkout = z.infer<typeof Checkout>;
