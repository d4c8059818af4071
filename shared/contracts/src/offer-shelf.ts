import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Offer } from './offer.ts';
import { LineOfBusiness } from './product.ts';

/** A filter that fits a category, made of what its offers say of themselves: words to choose from, or a range of numbers. */
export const OfferFilter = z.object({
  name: z.string(),
  help: z.optional(z.string()),
  unit: z.optional(z.string()),
  /** Of words, the commonest first; empty for a range. */
  values: z.array(z.string()),
  least: z.optional(z.number()),
  most: z.optional(z.number()),
});
export type OfferFilter = z.infer<typeof OfferFilter>;

export const OfferCategory = z.object({ id: z.string(), name: z.string(), help: z.optional(z.string()), lineOfBusiness: LineOfBusiness, offers: z.int(), filters: z.array(OfferFilter) });
export type OfferCategory = z.infer<typeof OfferCategory>;

/** An offer in a few words: enough to search, filter and sort in the page. Amounts in minor units of the shelf's currency, tax included. */
export const OfferRow = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  categoryId: z.string(),
  monthly: z.int(),
  once: z.int(),
  /** A month, when the promotion is over. */
  after: z.optional(z.int()),
  termMonths: z.int(),
  /** The customer may have it, as far as the catalogue's own rules say. */
  possible: z.boolean(),
  /** What the filters go by, in their order within the category; empty where it says nothing. A number stands without its unit. */
  traits: z.array(z.string()),
});
export type OfferRow = z.infer<typeof OfferRow>;

/** `GET /offers/shelf`: all that is sold today, short. */
export const OfferShelf = z.object({ categories: z.array(OfferCategory), items: z.array(OfferRow), currency: z.string(), total: z.int(), gaps: z.array(Gap) });
export type OfferShelf = z.infer<typeof OfferShelf>;

/**
 * `GET /offers/compare?ids&months`: two to four offers of one category. A cell a row for each offer, in their order; `same`: all
 * say the same. `total`: what is paid over `months` in all, promotions and what is paid once included.
 */
export const Comparison = z.object({
  category: z.object({ id: z.string(), name: z.string() }),
  months: z.int(),
  offers: z.array(Offer),
  rows: z.array(z.object({ name: z.string(), help: z.optional(z.string()), same: z.boolean(), cells: z.array(z.string()) })),
  totals: z.array(z.object({ total: Money, average: Money })),
});
export type Comparison = z.infer<typeof Comparison>;

/** What could suit, and why. `instead`: the product it would take the place of; `saving`: a month. */
export const Recommendation = z.object({ id: z.string(), offer: Offer, reason: z.string(), instead: z.optional(z.object({ id: z.string(), name: z.string() })), saving: z.optional(Money) });
export type Recommendation = z.infer<typeof Recommendation>;

/** `GET /offers/recommendation`: one, or none. `wanted`: the person agrees to being shown any; `quiet`: they have seen enough of them for now. */
export const RecommendationSlot = z.object({ recommendation: z.optional(Recommendation), wanted: z.boolean(), quiet: z.boolean() });
export type RecommendationSlot = z.infer<typeof RecommendationSlot>;

/** `POST /offers/recommendation`: not this one again (`dismiss`), or none at all (`wanted: false`), or again some. */
export const RecommendationAnswer = z.object({ dismiss: z.optional(z.string().check(z.maxLength(200))), wanted: z.optional(z.boolean()) });
export type RecommendationAnswer = z.infer<typeof RecommendationAnswer>;
