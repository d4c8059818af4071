import * as z from 'zod/mini';
import { Choices } from './cart.ts';
import { Money } from './money.ts';
import { OfferPrice, WordFacts } from './offer.ts';

/**
 * `POST /configuration`: what can be chosen of an offer, or of a product one has; what is chosen so far; what that costs.
 * Keys of `choices` are those of the answer: `Colour`, `@term` for how long, `@part:<offer>` for how many of a part, and
 * `@part:<offer>/Colour` for a choice within one. Several values of one key stand on lines of their own. What is not named
 * is as the catalogue has it.
 */
export const ConfigurationRequest = z.object({
  offerId: z.optional(z.string().check(z.maxLength(200))),
  productId: z.optional(z.string().check(z.maxLength(200))),
  quantity: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  choices: Choices,
});
export type ConfigurationRequest = z.infer<typeof ConfigurationRequest>;

/** `difference`: what it costs a month beside what is chosen now. Where it is not `possible`, `why` says so. */
export const ChoiceOption = z.object({ value: z.string(), label: z.string(), chosen: z.boolean(), possible: z.boolean(), why: z.optional(z.string()), difference: z.optional(Money) });
export type ChoiceOption = z.infer<typeof ChoiceOption>;

/** `fixed` is as it is. A number lies between `from` and `to`; words fit `pattern`. `least` 0: it may be left open. */
export const ConfigurationChoice = z.object({
  key: z.string(),
  name: z.string(),
  help: z.optional(z.string()),
  kind: z.enum(['one', 'several', 'number', 'text', 'fixed']),
  least: z.int(),
  most: z.int(),
  unit: z.optional(z.string()),
  from: z.optional(z.number()),
  to: z.optional(z.number()),
  pattern: z.optional(z.string()),
  options: z.array(ChoiceOption),
  /** Of numbers and words. */
  value: z.optional(z.string()),
});
export type ConfigurationChoice = z.infer<typeof ConfigurationChoice>;

/** What an offer is made of. `group`: of all parts with that name together `groupLeast` to `groupMost` are taken. */
export const ConfigurationPart = z.object({
  key: z.string(),
  offerId: z.string(),
  name: z.string(),
  count: z.int(),
  least: z.int(),
  most: z.int(),
  possible: z.boolean(),
  why: z.optional(z.string()),
  group: z.optional(z.object({ name: z.string(), least: z.int(), most: z.int() })),
  choices: z.array(ConfigurationChoice),
});
export type ConfigurationPart = z.infer<typeof ConfigurationPart>;

/**
 * Something that does not go together, and what makes it right, in the operator's words; with its code and its `facts` a page
 * says it in the person's language. `key` where it is about one choice.
 */
export const ConfigurationFault = z.object({ code: z.string(), reason: z.string(), remedy: z.string(), facts: z.optional(WordFacts), key: z.optional(z.string()) });
export type ConfigurationFault = z.infer<typeof ConfigurationFault>;

/**
 * `chosen` is the whole choice, as it goes into the cart. With `faults` it cannot; `mended` is the nearest choice that can.
 * `price` is of one piece, `lines` is what it is made of.
 */
export const Configuration = z.object({
  offer: z.object({ id: z.string(), name: z.string() }),
  product: z.optional(z.object({ id: z.string(), name: z.string() })),
  quantity: z.int(),
  possible: z.boolean(),
  choices: z.array(ConfigurationChoice),
  parts: z.array(ConfigurationPart),
  faults: z.array(ConfigurationFault),
  chosen: Choices,
  mended: z.optional(Choices),
  price: OfferPrice,
  lines: z.array(z.object({ name: z.string(), kind: z.enum(['once', 'monthly', 'discount']), amount: Money, months: z.optional(z.int()) })),
});
export type Configuration = z.infer<typeof Configuration>;
