import type { Noun } from '@faceplate/contracts';
import type { OpenSession, StoredChange } from '../options.ts';
import { type Action, ruleOf } from '../policy/actions.ts';
import { contextOf, decide } from '../policy/decide.ts';
import { reachOf, tiesFor } from '../policy/ties.ts';
import { meaningOf, RIGHTS } from './nouns.ts';

/** What a session may be told, as its rights are at one moment. */
export interface Hearing {
  /** Our word for what changed; `undefined` when it is not for this session. */
  of(change: StoredChange): Noun | undefined;
  /** The change may give or take rights of this person. */
  bearsOnRights(change: StoredChange): boolean;
}

/** Whose records one hears of under an action; `undefined` is everybody's. */
type Reach = ReadonlySet<string> | undefined;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Decided once per look at the session, not once per change: a stream hears of
 * thousands that are not for it. The action decides, as it does for a call;
 * of records the outbox knows the parties.
 */
export function hearing(session: OpenSession, now: Date): Hearing {
  const reaches = new Map<Action, Reach>();
  const reachFor = (action: Action): Reach => {
    if (!reaches.has(action)) reaches.set(action, reach(session, action, now));
    return reaches.get(action);
  };
  const mine = new Set(session.subject.partyIds);
  return {
    of: (change) => {
      const meaning = meaningOf(change.resource);
      if (!meaning) return undefined;
      const within = reachFor(meaning.action);
      return !within || change.partyIds.some((id) => within.has(id)) ? meaning.noun : undefined;
    },
    bearsOnRights: ({ resource, partyIds }) => RIGHTS.has(resource) && partyIds.some((id) => mine.has(id)),
  };
}

function reach(session: OpenSession, action: Action, now: Date): Reach {
  const { subject } = session;
  if (!decide(subject, action, 'unnamed', contextOf(session, now)).allow) return NOBODY;
  const relation = ruleOf(action)?.relation;
  if (relation === 'everybody') return undefined;
  if (relation === 'self') return tiesFor(subject, action, now).some(({ as }) => as === 'self' || as === 'visitor') ? new Set([subject.sub]) : NOBODY;
  return new Set(reachOf(subject, action, now).partyIds);
}
