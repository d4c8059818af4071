import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** One of a person's own sessions: to look at, and to end. */
export const OwnSession = z.object({
  /** Names it in `DELETE /sessions/{id}`; leads to no cookie. */
  id: z.string(),
  /** `embedded` stands on a page of another site. */
  kind: z.enum(['portal', 'embedded']),
  /** "Firefox, Linux"; empty when unknown. */
  device: z.string(),
  startedAt: Instant,
  seenAt: Instant,
  endsAt: Instant,
  /** The one that asks. */
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

/** Latest seen first. */
export const OwnSessions = z.object({ items: z.array(OwnSession) });
export type OwnSessions = z.infer<typeof OwnSessions>;

/** How many others there were, and are no more. */
export const EndedSessions = z.object({ ended: z.int() });
export type EndedSessions = z.infer<typeof EndedSessions>;
