import type { PaymentPart } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';

/**
 * Parts of payments that are on their way, on accounts whose bills the caller may see: scheduled, and not to be paid again.
 * What billing has heard of is told by its own records.
 */
export async function underWay(call: Call): Promise<PaymentPart[]> {
  if (!call.payments) return [];
  const { accountIds } = call.reach('bill.read');
  const attempts = await call.payments.store.of(accountIds, 1_000);
  return attempts.filter(({ state }) => state === 'new' || state === 'open' || state === 'taken').flatMap(({ parts }) => parts.filter(({ account }) => accountIds.includes(account.id)));
}
