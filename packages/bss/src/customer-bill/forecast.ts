import type { Books } from './books.ts';
import { standingKey } from './compose.ts';
import { accountReference, rateOf } from './credit.ts';
import { notBilled } from './documents.ts';
import { cycleOf } from './period.ts';
import { unbilledCharges } from './rates.ts';
import { standingCharges, type Subscription } from './standing.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';

/** Writes what stands of a cycle that has begun as charges not billed yet, for those who look before the bill is made. */
export async function forecast(act: Act, { account }: Books, subscriptions: readonly Subscription[], month: number): Promise<void> {
  const cycle = cycleOf(month);
  const now = act.now.getTime();
  if (now < cycle.from || now >= cycle.to) return;
  const known = new Set((await unbilledCharges(act, account.id)).map(standingKey));
  const standing = subscriptions.flatMap((subscription) => standingCharges(subscription, cycle));
  for (const charge of standing) {
    if (charge.at > now || known.has(standingKey(charge))) continue;
    await act.tx.put('appliedCustomerBillingRate', rateOf(charge, newId(), notBilled(accountReference(account))));
  }
}
