import * as z from 'zod/mini';
import { Gap, listOf } from './gap.ts';
import { Instant } from './time.ts';

/** An incident or planned work on one of my lines: nothing of it that is not mine. */
export const KnownTrouble = z.object({
  id: z.string(),
  title: z.string(),
  text: z.optional(z.string()),
  area: z.optional(z.string()),
  from: z.optional(Instant),
  /** Expected while it goes on. */
  to: z.optional(Instant),
  nextUpdate: z.optional(Instant),
  /** I have said "me too": the ticket under which I am told. */
  ticketId: z.optional(z.string()),
});
export type KnownTrouble = z.infer<typeof KnownTrouble>;

/** `over`: mended; `called-off`: it was none. */
export const IncidentState = z.enum(['open', 'waiting-for-you', 'over', 'called-off']);
export type IncidentState = z.infer<typeof IncidentState>;

/** A service of mine that an incident hits. */
export const HitService = z.object({ id: z.string(), name: z.string(), identifier: z.optional(z.string()), place: z.optional(z.string()) });
export type HitService = z.infer<typeof HitService>;

export const Incident = z.object({
  ...KnownTrouble.shape,
  state: IncidentState,
  endedAt: z.optional(Instant),
  /** What it means for a service; missing where the operator does not say. */
  impact: z.optional(z.enum(['down', 'slow'])),
  services: z.array(HitService),
  /** What customers were told so far, oldest first. */
  updates: z.array(z.object({ at: Instant, text: z.string() })),
  /** How many have said "me too", where that is counted. */
  reports: z.optional(z.int()),
  /** Whether I can ask to be told when it is fixed, or take that back. */
  mayFollow: z.boolean(),
});
export type Incident = z.infer<typeof Incident>;

/** `GET /incidents`: what goes on first, then what is over; the latest first in each. */
export const IncidentList = listOf(Incident);
export type IncidentList = z.infer<typeof IncidentList>;

/** A place where I have services: a town, or what is known of it; without a name those that move about, or of which none is known. */
export const IncidentPlace = z.object({ name: z.optional(z.string()), services: z.int(), hit: z.int() });
export type IncidentPlace = z.infer<typeof IncidentPlace>;

/** `GET /incidents/{id}`: with all places where I have services, most hit first. */
export const IncidentDetail = z.object({ ...Incident.shape, places: z.array(IncidentPlace), gaps: z.array(Gap) });
export type IncidentDetail = z.infer<typeof IncidentDetail>;
