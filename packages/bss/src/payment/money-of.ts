import { CURRENCY, readMoney } from '../customer-bill/amounts.ts';
import { type Json, objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** What a payment or refund is about: TMF676 has a total, and an amount for those who send no other. */
export const moneyOf = (body: Resource | Json): unknown => [body['totalAmount'], body['amount']].find((money) => objects(money)[0]?.['value'] !== undefined);

/** Cents, when it is an amount that can be paid. */
export function payableIn(body: Resource | Json): number | undefined {
  const read = readMoney(moneyOf(body));
  return read && read.currency === CURRENCY && read.amount > 0 ? read.amount : undefined;
}

/** Why an amount that was named cannot be paid. */
export function whyUnpayable(body: Resource): string | undefined {
  const read = readMoney(moneyOf(body));
  if (!read) return 'The amount is none.';
  if (read.currency !== CURRENCY) return `We take ${CURRENCY}, not ${read.currency}.`;
  return read.amount > 0 ? undefined : 'The amount must be above nothing.';
}

export const accountIdOf = (body: Resource): string | undefined => text(objects(body['account'])[0]?.['id']);

/** A method says at least which one it is, or of what type. */
export const hasMethod = (body: Resource): boolean => objects(body['paymentMethod']).some((method) => text(method['id']) !== undefined || text(method['@type']) !== undefined);
