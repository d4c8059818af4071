import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { May } from './order.ts';
import { Instant } from './time.ts';
import { Visit } from './visit.ts';

export const TicketStatus = z.enum([
  'received',
  'in-progress',
  'waiting-for-you',
  'on-hold',
  'fixed',
  'closed',
  'rejected',
  'cancelled',
]);
export type TicketStatus = z.infer<typeof TicketStatus>;

export const TicketKind = z.enum(['incident', 'complaint', 'request']);
export type TicketKind = z.infer<typeof TicketKind>;

export const Severity = z.enum(['critical', 'major', 'minor']);
export type Severity = z.infer<typeof Severity>;

/** What is looked at before a form, in this order. */
export const CheckStep = z.enum(['right', 'suspension', 'incident', 'planned', 'test', 'ticket', 'answers']);
export type CheckStep = z.infer<typeof CheckStep>;

/** Something that happened to a ticket: a note somebody wrote, or a change of status. */
export const TicketEntry = z.object({
  id: z.string(),
  at: Instant,
  author: z.object({ name: z.string(), side: z.enum(['you', 'colleague', 'provider']) }),
  note: z.optional(z.string()),
  status: z.optional(TicketStatus),
});
export type TicketEntry = z.infer<typeof TicketEntry>;

const summary = {
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: TicketKind,
  severity: Severity,
  status: TicketStatus,
  product: z.optional(z.object({ id: z.string(), name: z.string() })),
  raisedAt: Instant,
  changedAt: Instant,
  expectedBy: z.optional(Instant),
  /** Who raised it. */
  by: z.optional(z.object({ name: z.string(), side: z.enum(['you', 'colleague', 'provider']) })),
  /** It waits for a word from your company: not for you, and not for us. */
  companyWaits: z.optional(z.boolean()),
  /** The ticket it stands under: a known incident, or one for many sites. */
  parentId: z.optional(z.string()),
  /** Of a ticket for many sites: how many stand under it. */
  children: z.optional(z.int()),
};

export const TicketSummary = z.object(summary);
export type TicketSummary = z.infer<typeof TicketSummary>;

/** `GET /tickets`: last changed first. */
export const TicketList = listOf(TicketSummary);
export type TicketList = z.infer<typeof TicketList>;

/** A file on a ticket. `type` is what was found in it; `bytes` its length. */
export const TicketFile = z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.int() });
export type TicketFile = z.infer<typeof TicketFile>;

/**
 * Whose time it took, in whole seconds since it was raised: ours to work on, yours to answer, your company's to allow, and what
 * waited for somebody else. `running` says whose it is now, and `since` from when on: that time is in none of the sums yet, so that a
 * ticket that has not changed is told in the same words. Response and restore are promises; `breached` says when one was broken.
 */
export const TicketClock = z.object({
  running: z.enum(['provider', 'you', 'your-company', 'other', 'nobody']),
  providerSeconds: z.int(),
  yourSeconds: z.int(),
  companySeconds: z.int(),
  otherSeconds: z.int(),
  since: z.optional(Instant),
  responseDue: z.optional(Instant),
  respondedAt: z.optional(Instant),
  responseBreachedAt: z.optional(Instant),
  restoreDue: z.optional(Instant),
  restoreBreachedAt: z.optional(Instant),
});
export type TicketClock = z.infer<typeof TicketClock>;

/** A step of the ladder a ticket climbs when it is escalated. `from`: earliest instant at which it can be asked for. `outside`: no step of ours but a body the law names; `url` leads there. */
export const LadderStep = z.object({
  level: z.int(),
  name: z.string(),
  answersWithinHours: z.optional(z.number()),
  from: z.optional(Instant),
  reachedAt: z.optional(Instant),
  reason: z.optional(z.string()),
  outside: z.optional(z.boolean()),
  url: z.optional(z.string()),
});
export type LadderStep = z.infer<typeof LadderStep>;

const kin = { id: z.optional(z.string()), number: z.optional(z.string()), title: z.string(), product: z.optional(z.string()) };

/** Another ticket, as far as one needs to know of it here. */
export const TicketRef = z.object({ ...kin, status: TicketStatus });
export type TicketRef = z.infer<typeof TicketRef>;

/** What can be done to it now; a name that is missing is not done here. */
export const TicketMay = z.object({
  amend: z.optional(May),
  escalate: z.optional(May),
  confirm: z.optional(May),
  reopen: z.optional(May),
  rate: z.optional(May),
  withdraw: z.optional(May),
  visit: z.optional(May),
});
export type TicketMay = z.infer<typeof TicketMay>;

/** What a request has become: its own number stays valid. `number`: of the order. */
export const TicketResult = z.object({ kind: z.enum(['order', 'credit']), id: z.string(), number: z.optional(z.string()) });
export type TicketResult = z.infer<typeof TicketResult>;

/** `entries` run from oldest to newest. `fields` are what its form asked for. */
export const Ticket = z.object({
  ...summary,
  description: z.string(),
  entries: z.array(TicketEntry),
  files: z.optional(z.array(TicketFile)),
  clock: z.optional(TicketClock),
  may: z.optional(TicketMay),
  ladder: z.optional(z.array(LadderStep)),
  /** Of an operator's own ticket, as that of a known incident, the title alone is told: without `status` nobody knows how it stands. */
  parent: z.optional(z.object({ ...kin, status: z.optional(TicketStatus) })),
  /** Those under it, and how many of them are over. */
  under: z.optional(z.object({ over: z.int(), items: z.array(TicketRef) })),
  /** It was put together with this one, where all else is told. */
  mergedInto: z.optional(z.object(kin)),
  /** Those that were put together with it. */
  mergedFrom: z.optional(z.array(z.object(kin))),
  became: z.optional(TicketResult),
  visit: z.optional(Visit),
  rating: z.optional(z.object({ stars: z.int(), words: z.optional(z.string()) })),
  fields: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
});
export type Ticket = z.infer<typeof Ticket>;

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** `POST /tickets` */
export const TicketRequest = z.object({
  productId: z.string(),
  kind: TicketKind,
  severity: Severity,
  title: words(120),
  description: words(4000),
  /** More products of the same trouble: a ticket each, under one that rolls them up. */
  also: z.optional(z.array(z.string()).check(z.maxLength(199))),
  /** Of which form it is (`GET /desk/forms`), and what it asked for, by name. */
  formId: z.optional(z.string()),
  fields: z.optional(z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(500)))),
  /** Tests of the line that come along (`POST /desk/tests`). */
  testIds: z.optional(z.array(z.string()).check(z.maxLength(5))),
  /** Steps of the checks before the form that somebody went past. */
  skipped: z.optional(z.array(CheckStep)),
});
export type TicketRequest = z.infer<typeof TicketRequest>;

/** `POST /tickets/{id}/changes`: until work begins. */
export const TicketChange = z.object({
  title: z.optional(words(120)),
  description: z.optional(words(4000)),
  severity: z.optional(Severity),
  kind: z.optional(TicketKind),
  /** Who can be asked, and how. */
  contact: z.optional(words(200)),
  /** Why it is more or less urgent than it was said to be. */
  reason: z.optional(words(500)),
});
export type TicketChange = z.infer<typeof TicketChange>;

/** `POST /tickets/{id}/acts`: `escalate` and `reopen` need `words`, `rate` needs `stars` (1 to 5), `test` a `testId`. */
export const TicketAct = z.object({
  act: z.enum(['confirm', 'reopen', 'escalate', 'rate', 'withdraw', 'test']),
  words: z.optional(words(1000)),
  stars: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
  testId: z.optional(z.string()),
});
export type TicketAct = z.infer<typeof TicketAct>;

/** `POST /tickets/{id}/notes` */
export const NoteRequest = z.object({ text: words(4000) });
export type NoteRequest = z.infer<typeof NoteRequest>;

/** `POST /tickets/{id}/attachments`: `content` in base64, of half a mebibyte at most. */
export const AttachmentRequest = z.object({ name: words(120), content: z.string().check(z.maxLength(699_052), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)) });
export type AttachmentRequest = z.infer<typeof AttachmentRequest>;
