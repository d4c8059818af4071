import type { PaymentPart } from '@faceplate/contracts';
import type { Call } from '../routing/route.ts';
import { isUnderWay } from './attempt.ts';

/** Parts of payments that are on their way, on accounts whose bills the caller may see: scheduled, and not to be paid again. */
export async function underWay(call: Call): Promise<PaymentPart[]> {
  if (!call.payments) return [];
  const { accountIds } = call.reach('bill.read');
  const attempts = await call.payments.store.of(accountIds, 1_000);
  return attempts.filter(isUnderWay).flatMap(({ parts }) => parts.filter(({ account }) => accountIds.includes(account.id)));
}
