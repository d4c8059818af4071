import * as z from 'zod/mini';
import { PHONE } from './contact.ts';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Obstacle, WordFacts } from './offer.ts';
import { Instant, LocalDate } from './time.ts';
import { Visit } from './visit.ts';

/** What was chosen of an offer that can be configured: name of a characteristic → its value, as the catalogue writes it. */
export const Choices = z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(2000)));
export type Choices = z.infer<typeof Choices>;

/** A number or a device that is kept for this cart until `until`. */
export const Hold = z.object({ kind: z.enum(['number', 'device']), name: z.string(), until: Instant });
export type Hold = z.infer<typeof Hold>;

/** A number that moves over from another provider. */
export const PortIn = z.object({ number: z.string().check(z.regex(PHONE)), provider: z.optional(z.string().check(z.trim(), z.maxLength(80))), on: z.optional(LocalDate) });
export type PortIn = z.infer<typeof PortIn>;

export const CartItem = z.object({
  id: z.string(),
  offerId: z.string(),
  name: z.string(),
  quantity: z.int(),
  once: Money,
  monthly: Money,
  /** When a promotion ends: what it costs a month then, and after how many months. */
  after: z.optional(z.object({ months: z.int(), monthly: Money })),
  /** Of `once`, and of `monthly` when promotions have ended. */
  tax: z.optional(z.object({ once: Money, monthly: Money })),
  choices: z.optional(Choices),
  place: z.optional(z.object({ id: z.string(), text: z.string() })),
  hold: z.optional(Hold),
  portIn: z.optional(PortIn),
  /** It is for later: kept, and not ordered. */
  later: z.optional(z.boolean()),
  /** Why it cannot be ordered as it is, and what would work. */
  obstacles: z.optional(z.array(Obstacle)),
  /** By how much its price is another than when it was put in or last changed; less than zero where it costs less. */
  moved: z.optional(z.object({ once: Money, monthly: Money })),
  /** It needs a technician, a number of its own, an address. */
  needs: z.optional(z.array(z.enum(['visit', 'number', 'place']))),
});
export type CartItem = z.infer<typeof CartItem>;

/**
 * Something that is not in the cart as it was: a price that moved, an offer that ended, what could not come along on signing in.
 * With its kind and its `facts` a page says it in the person's language.
 */
export const CartNews = z.object({ id: z.string(), at: Instant, kind: z.enum(['price', 'ended', 'merged', 'left-out', 'freed']), text: z.string(), facts: z.optional(WordFacts) });
export type CartNews = z.infer<typeof CartNews>;

/** `GET /cart`: this person's open cart, made on first sight. Prices include tax; lines for later count for nothing. */
export const Cart = z.object({
  id: z.string(),
  items: z.array(CartItem),
  once: Money,
  monthly: Money,
  /** Empty for the one that has none. */
  name: z.optional(z.string()),
  /** What it costs a month when every promotion has ended, and of all that what is tax. */
  after: z.optional(Money),
  tax: z.optional(z.object({ once: Money, monthly: Money })),
  visit: z.optional(Visit),
  news: z.optional(z.array(CartNews)),
  /** Given up when nobody touches it until then. */
  keptUntil: z.optional(Instant),
  gaps: z.optional(z.array(Gap)),
});
export type Cart = z.infer<typeof Cart>;

/** `POST /cart/items` */
export const CartItemRequest = z.object({
  offerId: z.string(),
  quantity: z.int().check(z.minimum(1), z.maximum(20)),
  choices: z.optional(Choices),
  placeId: z.optional(z.string()),
});
export type CartItemRequest = z.infer<typeof CartItemRequest>;

/** `POST /cart/items/{id}/changes`: what of a line shall be otherwise. */
export const CartItemChange = z.object({
  quantity: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  choices: z.optional(Choices),
  placeId: z.optional(z.string()),
  later: z.optional(z.boolean()),
  /** One of `GET /cart/items/{id}/numbers`, to be held; or the customer's own, to move over. */
  number: z.optional(z.string().check(z.regex(PHONE))),
  portIn: z.optional(PortIn),
});
export type CartItemChange = z.infer<typeof CartItemChange>;

/** `POST /cart/swap`: one line out, one offer in, or neither: a conflict in one tap. */
export const CartSwap = z.object({ out: z.string(), offerId: z.string() });
export type CartSwap = z.infer<typeof CartSwap>;

/** `GET /cart/items/{id}/numbers`: some that are free; asking again gives others. */
export const NumberList = z.object({ items: z.array(z.object({ number: z.string(), once: z.optional(Money) })) });
export type NumberList = z.infer<typeof NumberList>;

/** `GET /carts`: kept under a name. */
export const KeptCart = z.object({ id: z.string(), name: z.string(), lines: z.int(), changedAt: z.optional(Instant), keptUntil: z.optional(Instant), current: z.boolean() });
export const KeptCartList = z.object({ items: z.array(KeptCart) });
export type KeptCart = z.infer<typeof KeptCart>;
export type KeptCartList = z.infer<typeof KeptCartList>;

/** `POST /carts`: keeps the open one under this name and begins a new one. `POST /carts/{id}/open` goes back to it. */
export const KeepRequest = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });
export type KeepRequest = z.infer<typeof KeepRequest>;

/** `POST /cart/share`: whoever has the link sees the lines, not who chose them, and may take them into a cart of their own (`POST /cart/take`). */
export const CartShare = z.object({ token: z.string(), until: Instant });
export type CartShare = z.infer<typeof CartShare>;
