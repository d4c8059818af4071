import { centsOf, money } from './amounts.ts';
import { instant, iso, type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

export const billedTo = (bill: Resource): string | undefined => text(objects(bill['billingAccount'])[0]?.['id']);

export const remainingOf = (bill: Resource): number => (bill['state'] === 'settled' ? 0 : centsOf(bill['remainingAmount']));
export const disputedOf = (bill: Resource): number => Math.min(centsOf(bill['disputedAmount']), remainingOf(bill));
/** What is to be paid now: what remains, but for what is in dispute. */
export const dueOf = (bill: Resource): number => remainingOf(bill) - disputedOf(bill);
export const isOnHold = (bill: Resource): boolean => bill['state'] === 'onHold';

/** A bill that waits to be paid; one on hold waits for us. */
export const isPayable = (bill: Resource): boolean => !isOnHold(bill) && dueOf(bill) > 0;

/** In the order they are paid from money that names none: the oldest debt first. */
export function byDueDate(one: Resource, other: Resource): number {
  const dueAt = ({ paymentDueDate, billDate }: Resource) => instant(paymentDueDate ?? billDate);
  return dueAt(one) - dueAt(other);
}

/** Held bills stay held: what is left of them is another question. */
function stateOf(bill: Resource, remaining: number): string {
  if (remaining === 0) return 'settled';
  if (isOnHold(bill)) return 'onHold';
  return remaining < centsOf(bill['amountDue']) ? 'partiallyPaid' : 'sent';
}

function withRemaining(bill: Resource, remaining: number, appliedPayment: readonly Json[], now: Date): Resource {
  const { appliedPayment: _gone, ...rest } = bill;
  return {
    ...rest,
    ...(appliedPayment.length > 0 && { appliedPayment }),
    remainingAmount: money(remaining),
    state: stateOf(bill, remaining),
    lastUpdate: iso(now.getTime()),
  };
}

/** The bill when so much of it has been settled, by a payment or by something else that `by` refers to. */
export function settledBy(bill: Resource, amount: number, by: Json | undefined, now: Date): Resource {
  const entry = { appliedAmount: money(amount), ...(by && { payment: by }) };
  return withRemaining(bill, remainingOf(bill) - amount, [...objects(bill['appliedPayment']), entry], now);
}

export const paymentIdOf = (applied: Json): string | undefined => text(objects(applied['payment'])[0]?.['id']);

/** Bills of a time when nobody wrote down which payment paid them: what names this one, and fits it, was paid by it. */
export function paidByName(bill: Resource, payment: Json & { id: string }, amount: number): Resource {
  const applied = objects(bill['appliedPayment']);
  const unnamed = applied.findIndex((entry) => entry['payment'] === undefined && centsOf(entry['appliedAmount']) === amount);
  if (unnamed < 0 || applied.some((entry) => paymentIdOf(entry) === payment.id)) return bill;
  return { ...bill, appliedPayment: applied.map((entry, at) => (at === unnamed ? { ...entry, payment } : entry)) };
}

/** What a payment has paid of this bill. */
export function paidBy(bill: Resource, paymentId: string): number {
  const own = objects(bill['appliedPayment']).filter((applied) => paymentIdOf(applied) === paymentId);
  return own.reduce((sum, { appliedAmount }) => sum + centsOf(appliedAmount), 0);
}

/** The bill when so much of what a payment had paid of it has gone back. */
export function takenBack(bill: Resource, amount: number, paymentId: string, now: Date): Resource {
  let left = amount;
  const applied = objects(bill['appliedPayment']).flatMap((entry) => {
    if (left === 0 || paymentIdOf(entry) !== paymentId) return [entry];
    const paid = centsOf(entry['appliedAmount']);
    const taken = Math.min(left, paid);
    left -= taken;
    return taken === paid ? [] : [{ ...entry, appliedAmount: money(paid - taken) }];
  });
  return withRemaining(bill, remainingOf(bill) + amount - left, applied, now);
}
