import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

const text = z.optional(z.string());

/** A form that was not sent yet: whatever has been typed so far. */
const TypedTicket = z.object({
  productId: text,
  kind: z.optional(z.enum(['incident', 'complaint', 'request'])),
  severity: z.optional(z.enum(['critical', 'major', 'minor'])),
  title: text,
  description: text,
});

export type TypedTicket = z.infer<typeof TypedTicket>;

export const typedTicket = (person: string) => new Draft('ticket-raiser', person, TypedTicket);
