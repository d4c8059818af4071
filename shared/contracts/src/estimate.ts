import * as z from 'zod/mini';
import { Tier } from './charge.ts';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Month } from './time.ts';

/** What the price of an offer hangs on: a slider from none to `most`. `months`: what was really used, oldest month first; `monthly` goes into the sum. */
export const Driver = z.object({ id: z.string(), name: z.string(), unit: z.string(), monthly: z.number(), most: z.number(), step: z.number(), months: z.optional(z.array(z.number())) });
export type Driver = z.infer<typeof Driver>;

/**
 * `POST /offers/estimate`: what would these offers cost? By own use of the last months where `drivers` names none: of one
 * product, or of all that is like the offers. `drivers`: id of a driver → so much a month.
 */
export const EstimateRequest = z.object({
  offerIds: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(4)),
  productId: z.optional(z.string().check(z.maxLength(200))),
  drivers: z.optional(z.record(z.string(), z.number().check(z.minimum(0), z.maximum(1_000_000)))),
  months: z.optional(z.int().check(z.minimum(1), z.maximum(12))),
});
export type EstimateRequest = z.infer<typeof EstimateRequest>;

/** How much of one thing, how much of it costs nothing, and how the rest comes to its amount, step by step. */
export const EstimatePart = z.object({ name: z.string(), unit: z.string(), quantity: z.number(), included: z.number(), tiers: z.array(Tier), amount: Money });
export type EstimatePart = z.infer<typeof EstimatePart>;

/** `standing` + the parts = `total`, tax included. */
export const EstimateMonth = z.object({ month: z.optional(Month), standing: Money, parts: z.array(EstimatePart), total: Money });
export type EstimateMonth = z.infer<typeof EstimateMonth>;

/** `once` is not in `total`. */
export const EstimatedOffer = z.object({ offer: z.object({ id: z.string(), name: z.string() }), once: Money, months: z.array(EstimateMonth), total: Money, average: Money });
export type EstimatedOffer = z.infer<typeof EstimatedOffer>;

/** `basis`: whose use it is reckoned with. `was`: what the months really cost for what the customer has. */
export const Estimate = z.object({
  basis: z.enum(['own', 'given']),
  drivers: z.array(Driver),
  offers: z.array(EstimatedOffer),
  was: z.optional(z.object({ product: z.object({ id: z.string(), name: z.string() }), months: z.array(z.object({ month: Month, total: Money })), total: Money })),
  gaps: z.array(Gap),
});
export type Estimate = z.infer<typeof Estimate>;
