import type { Money } from '@faceplate/contracts';
import { type Action, ties as covered, type TieName } from './actions.ts';

/** What somebody was handed by somebody else, and until when. */
export interface GrantTerms {
  id: string;
  /** Party id of who gave it. */
  by: string;
  actions: readonly Action[];
  /** RFC 3339 in UTC. */
  until: string;
  /** The most that one act may cost. */
  limit?: Money;
  /** May be handed on, in no larger measure. */
  grantable?: boolean;
}

/** One relation of a person to parties and accounts, as data: own, by a role in an organisation, or granted. */
export interface Tie {
  as: TieName | 'grant';
  partyIds: readonly string[];
  accountIds: readonly string[];
  /** Of a grant, and only of one. */
  grant?: GrantTerms;
}

/** Whose ties they are. Without any the ids are the person's own: a subject of a test, or of a page without organisations. */
export interface Tied {
  partyIds: readonly string[];
  accountIds: readonly string[];
  ties?: readonly Tie[];
}

/** One condition of a tie's counting for an action; named, so that a proof can take out each and see it missed. */
export interface TieCheck {
  name: string;
  holds(tie: Tie, action: Action, now: Date): boolean;
}

export const TIE_CHECKS: readonly TieCheck[] = [
  {
    name: 'role-covers',
    holds: ({ as }, action) => as === 'grant' || covered[as] === 'all' || covered[as].some((one: Action) => one === action),
  },
  { name: 'grant-covers', holds: ({ as, grant }, action) => as !== 'grant' || (grant?.actions.includes(action) ?? false) },
  // An end that cannot be read is in the past: every comparison with NaN is false.
  { name: 'grant-current', holds: ({ as, grant }, _, now) => as !== 'grant' || Date.parse(grant?.until ?? '') > now.getTime() },
];

export const tiesOf = ({ ties, partyIds, accountIds }: Tied): readonly Tie[] => ties ?? [{ as: 'self', partyIds, accountIds }];

/** The ties that count for an action now. */
export const tiesFor = (tied: Tied, action: Action, now: Date, checks = TIE_CHECKS): Tie[] =>
  tiesOf(tied).filter((tie) => checks.every((check) => check.holds(tie, action, now)));

/** The parties and accounts whose records one may ask for under an action: what the query names. */
export interface Reach {
  partyIds: string[];
  accountIds: string[];
}

export function reachOf(tied: Tied, action: Action, now: Date): Reach {
  const found = tiesFor(tied, action, now);
  return {
    partyIds: [...new Set(found.flatMap(({ partyIds }) => partyIds))],
    accountIds: [...new Set(found.flatMap(({ accountIds }) => accountIds))],
  };
}
