import * as z from 'zod/mini';
import { listOf } from './gap.ts';
import { Money } from './money.ts';
import { Instant } from './time.ts';

/** What can be granted, in a person's words. `bills` shows what is owed and for what; `bill-details` the numbers behind it, too. */
export const GrantScope = z.enum(['bills', 'bill-details', 'orders', 'products', 'tickets']);
export type GrantScope = z.infer<typeof GrantScope>;

/** An organisation with all below it, or one billing account. Without either it is all of one's own. */
export const GrantOver = z.object({ kind: z.enum(['organization', 'account']), id: z.string() });
export type GrantOver = z.infer<typeof GrantOver>;

const facts = {
  scope: z.array(GrantScope),
  over: z.optional(GrantOver),
  /** The most that one order may cost: what is due at once and with the first month. */
  limit: z.optional(Money),
  /** May be handed on, in no larger measure. */
  grantable: z.optional(z.boolean()),
};

export const Grant = z.object({
  id: z.string(),
  direction: z.enum(['given', 'received']),
  /** Of one given: whom one named, as one named them. Of one received: who gave it. */
  who: z.string(),
  ...facts,
  from: Instant,
  until: Instant,
});
export type Grant = z.infer<typeof Grant>;

/** `GET /grants`: those that count now, latest first. */
export const GrantList = listOf(Grant);
export type GrantList = z.infer<typeof GrantList>;

/** `POST /grants`. `to` is an e-mail address the operator knows, or the party id of somebody of one's own organisation. */
export const GrantRequest = z.object({
  ...facts,
  to: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  scope: z.array(GrantScope).check(z.minLength(1), z.maxLength(10)),
  until: Instant,
});
export type GrantRequest = z.infer<typeof GrantRequest>;
