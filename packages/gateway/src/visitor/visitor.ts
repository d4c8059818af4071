import type { OpenSession, Subject } from '../options.ts';
import { randomText } from '../sign-on/encoding.ts';

/** Who vouches for a visitor: nobody. It stands where a provider's name would, and is no address. */
export const VISITOR = 'visitor';

const DAY = 24 * 60 * 60_000;
/** A visitor who has not been here for so long is forgotten, and in any case after so long. */
export const VISITOR_IDLE = 30 * DAY;
export const VISITOR_LONGEST = 90 * DAY;

/** Somebody new: the id is made up, says nothing, and cannot be guessed (128 bits). */
export function newVisitor(): Subject {
  const sub = `visitor-${randomText(16)}`;
  return { sub, name: '', persona: 'consumer', partyIds: [sub], accountIds: [], ties: [{ as: 'visitor', partyIds: [sub], accountIds: [] }] };
}

/** The same visitor without any right: what is left of an id that has been replaced. */
export const spent = ({ sub, persona }: Subject): Subject => ({ sub, name: '', persona, partyIds: [], accountIds: [], ties: [] });

export const isSpent = ({ ties }: Subject): boolean => ties?.length === 0;

export const isVisitor = ({ kind }: Pick<OpenSession, 'kind'>): boolean => kind === 'visitor';

const NOBODY: Subject = { sub: VISITOR, name: '', persona: 'consumer', partyIds: [], accountIds: [], ties: [] };

/** Whoever comes by and has no session: alike for all of them, and nothing is kept of it. */
export function passing(now: Date): OpenSession {
  const endsAt = new Date(now.getTime() + 60_000).toISOString();
  return { subject: NOBODY, kind: 'visitor', sessionId: '', idleEndsAt: endsAt, endsAt };
}
