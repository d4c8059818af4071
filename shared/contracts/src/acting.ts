import * as z from 'zod/mini';
import { Instant } from './time.ts';

/** How the customer agreed that a member of staff acts for them. */
export const Consent = z.enum(['customer-present', 'ticket']);
export type Consent = z.infer<typeof Consent>;

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** `POST /acting`, by staff. `customer` is a party id, an account number or an e-mail address; a ticket must be that customer's and open. */
export const ActingRequest = z.object({
  customer: words(200),
  reason: words(200),
  consent: Consent,
  ticketId: z.optional(z.string().check(z.maxLength(64))),
});
export type ActingRequest = z.infer<typeof ActingRequest>;

/** For whom somebody acts now, and until when. */
export const Acting = z.object({
  customer: z.object({ id: z.string(), name: z.string() }),
  reason: z.string(),
  consent: Consent,
  endsAt: Instant,
});
export type Acting = z.infer<typeof Acting>;

/** `POST /customers/find`, by staff: one exact party id, account number or e-mail address. */
export const CustomerSearch = z.object({ identifier: words(200) });
export type CustomerSearch = z.infer<typeof CustomerSearch>;

/** As little as tells one customer from another: no whole name, no address, no number. */
export const FoundCustomer = z.object({ id: z.string(), name: z.string(), kind: z.enum(['person', 'organization']) });
export type FoundCustomer = z.infer<typeof FoundCustomer>;

/** At most a few: a search is for one customer. */
export const FoundCustomers = z.object({ items: z.array(FoundCustomer) });
export type FoundCustomers = z.infer<typeof FoundCustomers>;

/** `DELETE /acting`, `DELETE /grants/{id}`: how many were ended by it. */
export const Ended = z.object({ ended: z.int() });
export type Ended = z.infer<typeof Ended>;
