import { type BucketFacts, bucketsOf, filled, keepBucket } from './bucket.ts';
import { type Cycle, cycleOf } from '../customer-bill/period.ts';
import type { Act } from '../nouns/noun.ts';

const isSpent = ({ until, renews }: BucketFacts, cycle: Cycle): boolean => renews && until !== undefined && until <= cycle.to;

/** Allowances of a month that is over begin anew with the next. */
export async function renewBuckets(act: Act, accountId: string, cycle: Cycle): Promise<void> {
  const next = cycleOf(cycle.month + 1);
  for (const bucket of await bucketsOf(act, accountId)) {
    if (isSpent(bucket, cycle)) await keepBucket(act, filled(bucket, next));
  }
}
