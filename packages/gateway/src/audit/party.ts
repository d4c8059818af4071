import type { Subject } from '../options.ts';
import type { Facts } from '../policy/decide.ts';

/**
 * Whose data a person has in hand who may have it: the person's own where they are in it; else of the party by whose
 * tie they have it, a company or the giver of a grant.
 */
export function partyOf({ sub, ties = [] }: Pick<Subject, 'sub' | 'ties'>, { partyIds = [], accountIds = [] }: Facts): string {
  if (partyIds.includes(sub)) return sub;
  const tie = ties.find((one) => meet(one.partyIds, partyIds) ?? meet(one.accountIds, accountIds));
  return tie && tie.as !== 'self' ? (tie.grant?.by ?? meet(tie.partyIds, partyIds) ?? tie.partyIds[0] ?? sub) : sub;
}

const meet = (some: readonly string[], others: readonly string[]): string | undefined => some.find((id) => others.includes(id));
