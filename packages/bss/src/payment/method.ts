import type { Act } from '../nouns/noun.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

const LIVE: readonly unknown[] = ['active', 'Active', undefined];

/** Why nothing can be taken by this method now; undefined when it can. */
export function whyUnusable(method: Resource | Json, now: Date): string | undefined {
  if (!LIVE.includes(method['status'])) return `The payment method is ${String(method['status'])}.`;
  const until = text(method['expirationDate']) ?? text(objects(method['validFor'])[0]?.['endDateTime']);
  return until !== undefined && Date.parse(until) < now.getTime() ? 'The payment method has expired.' : undefined;
}

/** A mandate: TMF670's authorization code is what a method that may be used again and again has. */
const hasMandate = (method: Resource): boolean => text(method['authorizationCode']) !== undefined && method['isPreferred'] === true;

async function methodOf({ tx }: Act, account: Resource): Promise<Resource | undefined> {
  const chosen = text(objects(account['defaultPaymentMethod'])[0]?.['id']);
  if (chosen !== undefined) return (await tx.get('paymentMethod', chosen))?.body;
  const { rows } = await tx.list('paymentMethod', { where: [oneOf('account.id', account.id)] });
  return rows.map(({ body }) => body).find(hasMandate);
}

/** By what an account pays its bills when they fall due: its default method, or a preferred one with a mandate. */
export async function autopayMethodOf(act: Act, account: Resource): Promise<{ id: string; name: string; '@referredType': string } | undefined> {
  const method = await methodOf(act, account);
  if (!method || whyUnusable(method, act.now) !== undefined) return undefined;
  return { id: method.id, name: text(method['name']) ?? method.id, '@referredType': text(method['@type']) ?? 'PaymentMethod' };
}
