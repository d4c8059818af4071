import type { Subject } from '../options.ts';
import type { Facts } from '../policy/decide.ts';
import type { Tie } from '../policy/ties.ts';

const meet = (some: readonly string[], others: readonly string[] = []): string | undefined => some.find((id) => others.includes(id));

/**
 * Whose data a person has in hand who may have it: the person's own where they are in it; else of the party by whose
 * tie they have it, a company or the giver of a grant.
 */
export function partyOf({ sub, ties = [] }: Pick<Subject, 'sub' | 'ties'>, facts: Facts): string {
  if (facts.partyIds?.includes(sub)) return sub;
  const tie = ties.find((one) => meet(one.partyIds, facts.partyIds) ?? meet(one.accountIds, facts.accountIds));
  return (tie && ownerBy(tie, facts)) ?? sub;
}

const ownerBy = ({ as, grant, partyIds }: Tie, facts: Facts): string | undefined =>
  as === 'self' ? undefined : (grant?.by ?? meet(partyIds, facts.partyIds) ?? partyIds[0]);
