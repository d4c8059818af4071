import type { Payment, PaymentRequest } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';
import { Draft } from '@faceplate/portlet-kit';
import * as z from 'zod/mini';

/** The service keeps the answer of a key for a day; after that the same key would be a new payment. */
const SENT_COUNTS_MS = 23 * 3600_000;

/** A key as the browser makes them. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A payment that was sent, and nobody has said yet that it arrived. The key makes sending it again the same payment. */
const Sent = z.object({ key: z.string().check(z.regex(UUID)), /** As it went out. */ written: z.string(), amount: z.int(), currency: z.string(), at: z.number() });
export type Sent = z.infer<typeof Sent>;

export const bodyOf = ({ written }: Sent): PaymentRequest => JSON.parse(written) as PaymentRequest;

/** How somebody wants to pay, as far as it is chosen: amounts as typed. Never anything of a card. */
const TypedPayment = z.object({
  currency: z.optional(z.string()),
  /** Absent: all of it, and nothing else was asked for. */
  way: z.optional(z.enum(['all', 'amount', 'parts'])),
  amount: z.optional(z.string()),
  /** By bill; what is not here is not paid. */
  parts: z.optional(z.record(z.string(), z.string())),
  /** Id of a means that is kept, or `NEW_MEANS`. */
  means: z.optional(z.string()),
  keep: z.optional(z.boolean()),
  /** What the address asked for when this was typed, so that a reload does not undo what was changed since. */
  asked: z.optional(z.string()),
  sent: z.optional(Sent),
  /** The payment this became. */
  madeId: z.optional(z.string()),
});
export type TypedPayment = z.infer<typeof TypedPayment>;

/** The provider asks for a card or account it does not know yet. */
export const NEW_MEANS = 'new';

export const typedPayment = (person: string) => new Draft('payment-center', person, TypedPayment);

/** What was kept, without what has had its answer: a payment that went through, or a try too old to be repeated. */
export function stillOpen(kept: TypedPayment, payments: readonly Pick<Payment, 'id' | 'status'>[], now: number): TypedPayment {
  const made = payments.find(({ id }) => id === kept.madeId);
  if (made && !UNPAID.includes(made.status)) return {};
  const { sent, ...rest } = kept;
  return !sent || now - sent.at < SENT_COUNTS_MS ? kept : rest;
}

const UNPAID: readonly Payment['status'][] = ['needs-you', 'failed', 'abandoned', 'returned'];

/** To try a payment again that this device knows nothing of: the same amounts for the same bills. */
export function typedAgain({ amount, parts }: Payment): TypedPayment {
  const typed = parts.flatMap(({ bill, amount: part }) => (bill ? [[bill.id, toDecimal(part)] as const] : []));
  return { currency: amount.currency, way: 'parts', parts: Object.fromEntries(typed) };
}
