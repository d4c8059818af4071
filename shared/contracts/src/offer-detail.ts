import * as z from 'zod/mini';
import { Line } from './availability.ts';
import { PromiseTier } from './checkout.ts';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Obstacle, Offer, OfferPrice } from './offer.ts';
import { LocalDate } from './time.ts';

/** One version of an offer. `current`: it is what is sold today; `yours`: the customer has a product of it. */
export const OfferVersion = z.object({
  id: z.string(),
  version: z.string(),
  sold: z.boolean(),
  current: z.boolean(),
  yours: z.boolean(),
  validFrom: z.optional(LocalDate),
  validUntil: z.optional(LocalDate),
  price: OfferPrice,
});
export type OfferVersion = z.infer<typeof OfferVersion>;

/** What the customer has of an offer, as it was bought. `differs`: what today's version says otherwise. */
export const OwnedOffer = z.object({
  product: z.object({ id: z.string(), name: z.string(), identifier: z.optional(z.string()) }),
  offerId: z.string(),
  version: z.string(),
  since: z.optional(LocalDate),
  monthly: z.optional(Money),
  differs: z.array(z.object({ name: z.string(), bought: z.string(), today: z.string() })),
});
export type OwnedOffer = z.infer<typeof OwnedOffer>;

/** What use beyond an offer costs, tax included: so much each up to `upTo` a month, then the next step; the last has no end. */
export const UsagePrice = z.object({
  name: z.string(),
  unit: z.string(),
  /** So much a month costs nothing. */
  included: z.optional(z.number()),
  tiers: z.array(z.object({ upTo: z.optional(z.number()), each: Money })),
});
export type UsagePrice = z.infer<typeof UsagePrice>;

/**
 * `GET /offers/{id}?place&device`: one version, pinned by its id. `nearest`: offers of the kind that this customer can have,
 * where this one they cannot. `configurable`: there is something to choose (`POST /configuration`). `promises`: what can be
 * promised beside it.
 */
export const OfferDetail = z.object({
  offer: Offer,
  /** Newest first. */
  versions: z.array(OfferVersion),
  owned: z.array(OwnedOffer),
  beyond: z.array(UsagePrice),
  configurable: z.boolean(),
  promises: z.array(PromiseTier),
  /** The line by which it would come, and the first day of it, where a place was named. */
  line: z.optional(Line),
  earliest: z.optional(LocalDate),
  nearest: z.array(Offer),
  gaps: z.array(Gap),
});
export type OfferDetail = z.infer<typeof OfferDetail>;

/** `POST /offers/check`: may I have these, each by itself beside what I own and what is in my cart? `device`: an IMEI, or a name of `GET /offers/devices`. */
export const OfferCheckRequest = z.object({
  offerIds: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(10)),
  placeId: z.optional(z.string().check(z.maxLength(200))),
  device: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  quantity: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
});
export type OfferCheckRequest = z.infer<typeof OfferCheckRequest>;

export const OfferVerdict = z.object({
  offerId: z.string(),
  possible: z.boolean(),
  obstacles: z.array(Obstacle),
  line: z.optional(Line),
  earliest: z.optional(LocalDate),
  nearest: z.array(Offer),
});
export type OfferVerdict = z.infer<typeof OfferVerdict>;

/** In the order they were asked for. `checked`: `false` where the operator's own check was away, and only the catalogue's rules were looked at. */
export const OfferVerdictList = z.object({ items: z.array(OfferVerdict), checked: z.boolean(), gaps: z.array(Gap) });
export type OfferVerdictList = z.infer<typeof OfferVerdictList>;

/** `GET /offers/devices?search`: devices the operator knows. */
export const DeviceList = z.object({ items: z.array(z.object({ name: z.string(), kind: z.optional(z.string()), can: z.array(z.string()) })), gaps: z.array(Gap) });
export type DeviceList = z.infer<typeof DeviceList>;
