import * as z from 'zod/mini';
import { EMAIL } from './contact.ts';
import { Gap, listOf } from './gap.ts';
import { Obstacle } from './offer.ts';
import { PlaceName } from './place.ts';
import { Instant, LocalDate } from './time.ts';

/** Mbit/s: what the line is sold as, and what it really gives in the evening. */
const Speed = z.object({ upTo: z.optional(z.number()), really: z.number() });

/** A line that reaches a place, or will. `from`: the first day it could be used, work included. */
export const Line = z.object({ technology: z.string(), download: Speed, upload: z.optional(Speed), from: LocalDate, now: z.boolean() });
export type Line = z.infer<typeof Line>;

/** Somebody's name is down for what is not there yet; they are written to when it is. */
export const Interest = z.object({ id: z.string(), place: z.optional(PlaceName), what: z.string(), since: Instant, state: z.enum(['waiting', 'answered']) });
export type Interest = z.infer<typeof Interest>;

/** `GET /availability/interests` */
export const InterestList = listOf(Interest);
export type InterestList = z.infer<typeof InterestList>;

/** `POST /availability/interests`: any line at all, or the line for this offer. `email`: of who has not signed in, to be written to. */
export const InterestRequest = z.object({
  placeId: z.string().check(z.maxLength(200)),
  offerId: z.optional(z.string().check(z.maxLength(200))),
  email: z.optional(z.string().check(z.trim(), z.maxLength(254), z.regex(EMAIL))),
});
export type InterestRequest = z.infer<typeof InterestRequest>;

/** `GET /availability?place`: lines that can be had now first, the quickest of them first. With none now, `obstacles` says why and what helps. */
export const Availability = z.object({ place: PlaceName, lines: z.array(Line), obstacles: z.array(Obstacle), interest: z.optional(Interest), gaps: z.array(Gap) });
export type Availability = z.infer<typeof Availability>;

/** `POST /availability/sites`: up to 200 at once; each by the id of a place, or in words as in a table. `download`: what is needed, Mbit/s. */
export const SiteCheckRequest = z.object({
  sites: z.array(z.object({ ref: z.string().check(z.trim(), z.maxLength(100)), place: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) })).check(z.minLength(1), z.maxLength(200)),
  download: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
});
export type SiteCheckRequest = z.infer<typeof SiteCheckRequest>;

export const SiteCheck = z.object({ ref: z.string(), asked: z.string(), place: z.optional(PlaceName), line: z.optional(Line), obstacles: z.array(Obstacle) });
export type SiteCheck = z.infer<typeof SiteCheck>;

/** In the order they were asked for. `served`: how many can be had now. */
export const SiteCheckList = z.object({ items: z.array(SiteCheck), served: z.int(), gaps: z.array(Gap) });
export type SiteCheckList = z.infer<typeof SiteCheckList>;
