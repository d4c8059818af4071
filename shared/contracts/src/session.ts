import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** Whose portal this is: it decides layout and policy, never by itself a right. */
export const Persona = z.enum(['consumer', 'business', 'dealer', 'agent']);
export type Persona = z.infer<typeof Persona>;

export const SignedIn = z.object({
  signedIn: z.literal(true),
  person: z.object({ id: z.string(), name: z.string() }),
  persona: Persona,
  /** Billing accounts this person may see, the one to start with first. */
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  /** When the session ends if nothing is done, and when it ends whatever is done. */
  /** Who really acts, while a member of staff acts for this person. */
  acting: z.optional(z.object({ by: z.string(), reason: z.string(), endsAt: Instant })),
  idleEndsAt: Instant,
  endsAt: Instant,
});
export type SignedIn = z.infer<typeof SignedIn>;

export const Session = z.discriminatedUnion('signedIn', [SignedIn, z.object({ signedIn: z.literal(false) })]);
export type Session = z.infer<typeof Session>;
