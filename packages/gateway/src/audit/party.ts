import type { Subject } from '../options.ts';
import type { Facts } from '../policy/decide.ts';

/**
 * Whose data a person has in hand who may have it: the person's own where they are in it; else of the party by whose
 * tie they have it, a company or the giver of a grant.
 */
export function partyOf({ sub, ties = [] }: Pick<Subject, 'sub' | 'ties'>, { partyIds = [], accountIds = [] }: Facts): string {
  if (partyIds.includes(sub)) return sub;
  const tie = ties.find((one) => one.partyIds.some((id) => partyIds.includes(id)) || one.accountIds.some((id) => accountIds.includes(id)));
  if (!tie || tie.as === 'self') return sub;
  return tie.grant?.by ?? tie.partyIds.find((id) => partyIds.includes(id)) ?? tie.partyIds[0] ?? sub;
}
