import * as z from 'zod/mini';
import { PHONE } from './contact.ts';
import { listOf } from './gap.ts';
import { Instant } from './time.ts';

/** A window in which a technician comes; `to` does not belong to it. `id` is the window's name for whoever wants it. */
export const Slot = z.object({ id: z.string(), from: Instant, to: Instant });
export type Slot = z.infer<typeof Slot>;

/**
 * `GET /cart/slots`, `GET /orders/{id}/visit/slots`: what is free. `zone` is the clock of the place, on which times are told.
 * Where nothing is free, `nextFree` is the first that is.
 */
export const SlotList = z.object({ ...listOf(Slot).shape, zone: z.string(), nextFree: z.optional(Slot) });
export type SlotList = z.infer<typeof SlotList>;

/** What helps the technician. Whoever is on the spot need not be the customer. */
export const VisitWishes = z.object({
  notes: z.optional(z.string().check(z.trim(), z.maxLength(500))),
  contact: z.optional(z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)), phone: z.string().check(z.regex(PHONE)) })),
});
export type VisitWishes = z.infer<typeof VisitWishes>;

/**
 * A technician's visit: for all lines that need one, the same. `held`: kept until `heldUntil` for somebody who has not ordered
 * yet. `changeUntil`: until then it can be moved or cancelled. `history`: when it was to be before, oldest first.
 */
export const Visit = z.object({
  id: z.string(),
  state: z.enum(['held', 'booked', 'done', 'missed-by-us', 'missed-by-you', 'cancelled']),
  from: Instant,
  to: Instant,
  /** IANA zone of the place. */
  zone: z.string(),
  heldUntil: z.optional(Instant),
  changeUntil: z.optional(Instant),
  place: z.optional(z.string()),
  history: z.array(z.object({ from: Instant, to: Instant, changedAt: Instant })),
  wishes: z.optional(VisitWishes),
});
export type Visit = z.infer<typeof Visit>;

/** `POST /cart/visit`, `POST /orders/{id}/visit`: holds or moves to a slot that is free. The first keeps id and history of the visit there is. */
export const VisitRequest = z.object({ slotId: z.string(), from: Instant, to: Instant, wishes: z.optional(VisitWishes) });
export type VisitRequest = z.infer<typeof VisitRequest>;
