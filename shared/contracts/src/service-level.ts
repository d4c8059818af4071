import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Instant, Month } from './time.ts';

/** How a month did against its target: `near` is met with less than a quarter of the error budget left. */
export const ServiceLevelState = z.enum(['met', 'near', 'missed', 'unknown']);
export type ServiceLevelState = z.infer<typeof ServiceLevelState>;

/** One service in one month. Seconds are whole but for `downSeconds`; `countedSeconds` is the time that counts, planned work and gaps left out. */
export const ServiceLevelCell = z.object({
  month: Month,
  state: ServiceLevelState,
  countedSeconds: z.int(),
  /** Weighted: a second at half strength is 0.5. Two digits after the point at most. */
  downSeconds: z.number(),
  excludedSeconds: z.int(),
  unknownSeconds: z.int(),
});
export type ServiceLevelCell = z.infer<typeof ServiceLevelCell>;

export const ServiceLevelRow = z.object({
  service: z.object({ id: z.string(), name: z.string(), identifier: z.optional(z.string()) }),
  /** Promised availability as a share of counted time: 0.9995. */
  target: z.number(),
  cells: z.array(ServiceLevelCell),
});
export type ServiceLevelRow = z.infer<typeof ServiceLevelRow>;

/** `GET /service-levels`: worst service first; every row has a cell for each of `months`, oldest first. */
export const ServiceLevelGrid = z.object({
  months: z.array(Month),
  /** IANA zone in which the months begin and end. */
  zone: z.string(),
  rows: z.array(ServiceLevelRow),
  gaps: z.array(Gap),
  next: z.optional(z.string()),
});
export type ServiceLevelGrid = z.infer<typeof ServiceLevelGrid>;

/** A stretch of time that was not simply "up". Half-open: `from` belongs to it, `to` does not. */
export const ServiceInterval = z.object({
  id: z.string(),
  kind: z.enum(['outage', 'maintenance', 'waiting-for-you', 'no-data']),
  from: Instant,
  to: Instant,
  /** Seconds of it that count against the provider. */
  downSeconds: z.number(),
  reason: z.optional(z.string()),
});
export type ServiceInterval = z.infer<typeof ServiceInterval>;

/** `GET /service-levels/{service}/{month}`: the cell and every interval behind its figure, oldest first. */
export const ServiceLevelDetail = z.object({
  service: z.object({ id: z.string(), name: z.string(), identifier: z.optional(z.string()) }),
  zone: z.string(),
  target: z.number(),
  cell: ServiceLevelCell,
  intervals: z.array(ServiceInterval),
});
export type ServiceLevelDetail = z.infer<typeof ServiceLevelDetail>;
