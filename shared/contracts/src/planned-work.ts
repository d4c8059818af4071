import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Instant, LocalDate } from './time.ts';

/** Days in which an organisation wants no work on its services; both belong to it. */
export const FreezePeriod = z.object({
  id: z.string(),
  from: LocalDate,
  to: LocalDate,
  reason: z.optional(z.string()),
  organization: z.object({ id: z.string(), name: z.string() }),
  /** I may take it away. */
  mine: z.boolean(),
});
export type FreezePeriod = z.infer<typeof FreezePeriod>;

/** `POST /service-levels/planned-work/freezes`; for the organisation I look after where none is named. */
export const FreezeRequest = z
  .object({ from: LocalDate, to: LocalDate, reason: z.optional(z.string().check(z.trim(), z.maxLength(200))), organizationId: z.optional(z.string()) })
  .check(z.refine(({ from, to }) => from <= to, { path: ['to'], message: 'It ends before it begins.' }));
export type FreezeRequest = z.infer<typeof FreezeRequest>;

/** `GET /service-levels/planned-work/freezes`, soonest first: those that are not over. `for`: the organisations I may state some for. */
export const FreezeList = z.object({
  items: z.array(FreezePeriod),
  for: z.array(z.object({ id: z.string(), name: z.string() })),
  gaps: z.array(Gap),
});
export type FreezeList = z.infer<typeof FreezeList>;

/** That somebody of mine asked to have work moved, and what came of it. */
export const WorkObjection = z.object({
  ticketId: z.string(),
  number: z.string(),
  /** `answered`: the answer is in words alone. */
  state: z.enum(['asked', 'moved', 'refused', 'answered', 'withdrawn']),
  askedAt: Instant,
  words: z.string(),
  notBefore: z.optional(LocalDate),
  /** The operator's answer, in its words. */
  answer: z.optional(z.string()),
  answeredAt: z.optional(Instant),
});
export type WorkObjection = z.infer<typeof WorkObjection>;

/** `POST /service-levels/planned-work/{id}/objection`: please not then, and rather not before that day. */
export const ObjectionRequest = z.object({ words: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)), notBefore: z.optional(LocalDate) });
export type ObjectionRequest = z.infer<typeof ObjectionRequest>;

/** Work that is announced, runs, or was called off, with the services of mine that it touches. */
export const PlannedWork = z.object({
  id: z.string(),
  title: z.string(),
  text: z.optional(z.string()),
  from: Instant,
  to: Instant,
  state: z.enum(['planned', 'running', 'done', 'cancelled']),
  announcedAt: z.optional(Instant),
  services: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Freeze periods it falls into. */
  conflicts: z.optional(z.array(FreezePeriod)),
  objection: z.optional(WorkObjection),
  /** Whether I can ask to have it moved. */
  mayObject: z.optional(z.boolean()),
});
export type PlannedWork = z.infer<typeof PlannedWork>;

/** `GET /service-levels/planned-work`: what is still to come and what runs, soonest first. */
export const PlannedWorkList = z.object({ items: z.array(PlannedWork), total: z.int(), gaps: z.array(Gap), next: z.optional(z.string()), zone: z.string() });
export type PlannedWorkList = z.infer<typeof PlannedWorkList>;

/** `GET /service-levels/planned-work/feed`: the address a calendar program subscribes to, where I have one. Whoever has it reads it. */
export const CalendarFeed = z.object({ url: z.optional(z.string()), madeAt: z.optional(Instant), readAt: z.optional(Instant) });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
