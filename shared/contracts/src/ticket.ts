import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Instant } from './time.ts';

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
};

export const TicketSummary = z.object(summary);
export type TicketSummary = z.infer<typeof TicketSummary>;

/** `GET /tickets`: last changed first. */
export const TicketList = listOf(TicketSummary);
export type TicketList = z.infer<typeof TicketList>;

/** A file on a ticket. `type` is what was found in it; `bytes` its length. */
export const TicketFile = z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.int() });
export type TicketFile = z.infer<typeof TicketFile>;

/** `entries` run from oldest to newest. */
export const Ticket = z.object({ ...summary, description: z.string(), entries: z.array(TicketEntry), files: z.optional(z.array(TicketFile)) });
export type Ticket = z.infer<typeof Ticket>;

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** `POST /tickets` */
export const TicketRequest = z.object({
  productId: z.string(),
  kind: TicketKind,
  severity: Severity,
  title: words(120),
  description: words(4000),
});
export type TicketRequest = z.infer<typeof TicketRequest>;

/** `POST /tickets/{id}/notes` */
export const NoteRequest = z.object({ text: words(4000) });
export type NoteRequest = z.infer<typeof NoteRequest>;

/** `POST /tickets/{id}/attachments`: `content` in base64, of half a mebibyte at most. */
export const AttachmentRequest = z.object({ name: words(120), content: z.string().check(z.maxLength(699_052), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)) });
export type AttachmentRequest = z.infer<typeof AttachmentRequest>;
