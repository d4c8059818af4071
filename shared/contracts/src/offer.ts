import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { LineOfBusiness } from './product.ts';
import { LocalDate } from './time.ts';

/** Why something is not possible, and what would make it possible. */
export const Obstacle = z.object({ code: z.string(), reason: z.string(), remedy: z.optional(z.string()) });
export type Obstacle = z.infer<typeof Obstacle>;

/** Prices include tax. `monthlyAfter` is what it costs when the promotion ends. */
export const OfferPrice = z.object({
  once: Money,
  monthly: Money,
  promotion: z.optional(z.object({ months: z.int(), monthlyAfter: Money })),
});
export type OfferPrice = z.infer<typeof OfferPrice>;

export const Offer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  lineOfBusiness: LineOfBusiness,
  /** Names of the offers in it, when it is a bundle. */
  bundled: z.array(z.string()),
  version: z.string(),
  validFrom: z.optional(LocalDate),
  validUntil: z.optional(LocalDate),
  termMonths: z.int(),
  price: OfferPrice,
  features: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Empty when this customer may order it. */
  obstacles: z.array(Obstacle),
});
export type Offer = z.infer<typeof Offer>;

/** `GET /offers` */
export const OfferList = listOf(Offer);
export type OfferList = z.infer<typeof OfferList>;

export const Question = z.object({
  id: z.string(),
  text: z.string(),
  help: z.optional(z.string()),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
});
export type Question = z.infer<typeof Question>;

/** `GET /guide`: the questions come from the catalogue, never from a portlet. */
export const Guide = z.object({ questions: z.array(Question) });
export type Guide = z.infer<typeof Guide>;

/** Question id → option id. Unanswered questions are left out. */
export const Answers = z.record(z.string(), z.string());
export type Answers = z.infer<typeof Answers>;

/** A wish of the customer's and what the offer says to it. */
export const MatchReason = z.object({ wish: z.string(), says: z.string() });
export type MatchReason = z.infer<typeof MatchReason>;

export const Match = z.object({ offer: Offer, met: z.array(MatchReason), unmet: z.array(MatchReason) });
export type Match = z.infer<typeof Match>;

/** `POST /guide/shortlist`: at most three, best first. `considered` counts the offers looked at. */
export const Shortlist = z.object({ matches: z.array(Match), considered: z.int() });
export type Shortlist = z.infer<typeof Shortlist>;

export const ShortlistRequest = z.object({ answers: Answers });
export type ShortlistRequest = z.infer<typeof ShortlistRequest>;
