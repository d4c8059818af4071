import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** Something that was done to, or seen of, a customer's data, or that the customer did. */
export const AccessEntry = z.object({
  id: z.string(),
  at: Instant,
  /** From the reader's side; `delegate`: somebody with rights of their own, in a company, a household or by a grant. */
  who: z.enum(['you', 'delegate', 'agent', 'partner', 'system']),
  /** Party id of who it was. */
  actor: z.string(),
  /** `order.place`, `session.begun`: fixed words, for programs and for translation. */
  action: z.string(),
  /** The same in English. */
  summary: z.string(),
  object: z.optional(z.object({ kind: z.string(), id: z.string() })),
  result: z.enum(['done', 'refused', 'failed']),
  /** Code of the problem that was answered. */
  code: z.optional(z.string()),
  /** Why an agent acted, in the agent's words… */
  reason: z.optional(z.string()),
  /** …and how the customer had agreed. */
  consent: z.optional(z.string()),
});
export type AccessEntry = z.infer<typeof AccessEntry>;

/** `GET /access-log`: newest first; `next` is the cursor of the page after. */
export const AccessLog = z.object({ items: z.array(AccessEntry), next: z.optional(z.string()) });
export type AccessLog = z.infer<typeof AccessLog>;
