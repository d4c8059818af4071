import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const text = z.optional(z.string());

/** A form that was not sent yet: whatever has been typed so far, and what goes along: without it, what is sent after a reload would be another ticket. */
const TypedTicket = z.object({
  productId: text,
  kind: z.optional(z.enum(['incident', 'complaint', 'request'])),
  severity: z.optional(z.enum(['critical', 'major', 'minor'])),
  title: text,
  description: text,
  formId: text,
  fields: z.optional(z.record(z.string(), z.string())),
  /** The same for these products too. */
  also: z.optional(z.array(z.string())),
  /** Tests that were run on the product. */
  testIds: z.optional(z.array(z.string())),
  /** What was found about it and gone past. */
  skipped: z.optional(z.array(z.enum(['right', 'suspension', 'incident', 'planned', 'test', 'ticket', 'answers']))),
});

export type TypedTicket = z.infer<typeof TypedTicket>;

export const typedTicket = (person: string) => new Draft('ticket-raiser', person, TypedTicket);

/** A file that goes along, with the key under which it is sent however often. */
const WaitingFiles = z.array(z.object({ name: z.string(), content: z.string(), key: z.string() }));
export type WaitingFiles = z.infer<typeof WaitingFiles>;

export const waitingFiles = (person: string) => new Draft('ticket-raiser files', person, WaitingFiles);

/** What was on its way, and under which key: after a reload it is still the same intent. */
const Intent = z.object({ written: z.string(), key: z.string() });
export type Intent = z.infer<typeof Intent>;

export const lastIntent = (person: string) => new Draft('ticket-raiser sending', person, Intent);
