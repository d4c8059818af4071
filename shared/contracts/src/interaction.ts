import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Instant } from './time.ts';

/** A contact between the customer and the operator: a call, a visit, a message. */
export const Interaction = z.object({
  id: z.string(),
  at: Instant,
  channel: z.string(),
  direction: z.enum(['from-you', 'to-you']),
  reason: z.string(),
  note: z.optional(z.string()),
});
export type Interaction = z.infer<typeof Interaction>;

/** `GET /interactions`: newest first. */
export const InteractionList = listOf(Interaction);
export type InteractionList = z.infer<typeof InteractionList>;
