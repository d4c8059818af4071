import type { Subject } from '../options.ts';
import type { Action } from '../policy/actions.ts';

/** Whose call it is: every party and account of which the person may see anything. */
export interface UpstreamScope {
  partyIds: readonly string[];
  accountIds: readonly string[];
}

/** What looks for people who are not in reach yet; each of these shows no record of theirs. */
const BEYOND: ReadonlySet<Action> = new Set<Action>(['customer.find', 'acting.begin', 'acting.end', 'grant.give', 'grant.end']);

/** The second lock of a call: all that its person may see anything of. What exactly, the first lock decides. */
export function scopeOf({ partyIds, accountIds }: Subject, action: Action): { scope?: UpstreamScope } {
  return BEYOND.has(action) ? {} : { scope: { partyIds, accountIds } };
}

/** What holds half a character cannot be written, and is nobody's id. */
const listed = (ids: readonly string[]): string => ids.filter((id) => id.isWellFormed()).map(encodeURIComponent).join(',');

/** For a reference BSS, which then keeps everything else from the call, whatever it asks for. */
export const scopeHeaders = ({ partyIds, accountIds }: UpstreamScope): Record<string, string> => ({
  'x-fp-parties': listed(partyIds),
  'x-fp-accounts': listed(accountIds),
});
