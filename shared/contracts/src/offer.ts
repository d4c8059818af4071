import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { LineOfBusiness } from './product.ts';
import { LocalDate } from './time.ts';

const Named = z.object({ id: z.string(), name: z.string() });

/**
 * What a page makes a button of, so that a "no" becomes a "yes". `offer`: what to add, or to choose instead; `itemId`: the
 * line of the cart, `product`: what is owned, that stands in the way; `on`: the day from which it is possible; `choices`:
 * addresses or flats that were probably meant.
 */
export const Way = z.object({
  kind: z.enum([
    'add', 'remove', 'swap', 'choose', 'choose-flat', 'give-address', 'correct-address', 'register-interest', 'wait', 'pay', 'prove-identity',
    'ask-approver', 'ask-higher-limit', 'change-quantity', 'choose-device', 'include-guardian', 'none',
  ]),
  offer: z.optional(Named),
  itemId: z.optional(z.string()),
  product: z.optional(Named),
  on: z.optional(LocalDate),
  amount: z.optional(Money),
  choices: z.optional(z.array(Named)),
});
export type Way = z.infer<typeof Way>;

/** What words name, apart from them: names, days (`YYYY-MM-DD`), amounts, figures. */
export type WordFacts = Record<string, string | number | Money | string[]>;
/** Made by the gateway alone; a page that parsed each of the kinds would carry more of zod for it. */
export const WordFacts = z.record(z.string(), z.unknown()) as unknown as z.ZodMiniType<WordFacts>;

/** A page that knows fewer of them than its gateway still reads the rest. */
const ObstacleFamily = z.string() as unknown as z.ZodMiniType<'place' | 'device' | 'product' | 'prerequisite' | 'contract' | 'money' | 'identity' | 'age' | 'policy' | 'stock' | 'sale' | 'system'>;

/**
 * Why something is not possible, and what would make it possible. `system`: nobody can say at the moment. `reason` and
 * `remedy` are the operator's own words; with its code and its `facts` a page says the same in the person's language.
 */
export const Obstacle = z.object({
  code: z.string(),
  family: z.optional(ObstacleFamily),
  reason: z.string(),
  remedy: z.optional(z.string()),
  facts: z.optional(WordFacts),
  way: z.optional(Way),
});
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
  /** `help`: the term in plain words; `limit`: what the figure does not say by itself (fair use, the real speed). */
  features: z.array(z.object({ name: z.string(), value: z.string(), help: z.optional(z.string()), limit: z.optional(z.string()) })),
  /** As the catalogue has it: lines of business that nobody had thought of have one too. */
  category: z.optional(Named),
  /** `false` for a version that is no longer, or not yet, sold. */
  sold: z.optional(z.boolean()),
  /** Empty when this customer may order it. */
  obstacles: z.array(Obstacle),
});
export type Offer = z.infer<typeof Offer>;

/** `GET /offers?search&category&possible&ids`: what is sold today, each judged by what the customer has. */
export const OfferList = listOf(Offer);
export type OfferList = z.infer<typeof OfferList>;
