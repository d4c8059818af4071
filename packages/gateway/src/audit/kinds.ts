/** Who somebody unknown is in the trail: nobody has signed in, or the sign-in was not believed. */
export const NOBODY = 'nobody';
/** Who acts where nobody asked: the gateway itself. */
export const SYSTEM = 'system';

/**
 * What of the sign-on, of rights and of the trail itself leaves a record. An
 * act on a record of a customer's is named by its action (`policy/actions.ts`)
 * and needs no line here.
 */
export const EVENTS = {
  'session.begun': 'Somebody signed in.',
  'session.refused': 'A sign-in was begun but not confirmed, or taken up in another browser.',
  'session.unknown-person': 'The provider knows the person, the operator has no customer of that name.',
  'session.ended': 'Somebody signed out.',
  'session.ended-by-provider': 'The provider ended the session.',
  'session.ended-elsewhere': 'Somebody ended another session of their own.',
  'session.expired': 'A session ended by its time.',
  'session.refresh-refused': 'The provider would not renew the sign-in; the session ended.',
  'session.stepped-up': 'Somebody proved again who they are.',
  'session.step-up-refused': 'The proof asked for again was too weak, too old or somebody else’s.',
  'session.handed-over': 'A code was issued by which another site takes the session over.',
  'session.embedded': 'A page of another site exchanged its code for a session.',
  'session.hand-over-refused': 'A code for another site was wrong, used before, too old or of another site.',
  'session.bearer-refused': 'A token of a host’s own was not accepted.',
  'session.logout-refused': 'A notice of the provider’s that a session ended was not believed.',
  'grant.given': 'Somebody gave another person rights of their own.',
  'grant.changed': 'Rights given to another person were changed.',
  'grant.revoked': 'Rights given to another person were taken back.',
  'grant.refused': 'Somebody tried to give rights they do not hold.',
  'acting.begun': 'An agent began to act for a customer, with reason and consent.',
  'acting.ended': 'An agent ceased to act for a customer.',
  'acting.refused': 'An agent was not let act for a customer.',
  'scraper.stopped': 'A session asked for much that is not its own and was stopped.',
  'trail.pruned': 'Records past their time were removed; a sealed note says up to which.',
} as const;

export type AuditEvent = keyof typeof EVENTS;

/** How a call ended that came to nothing, by the code of its problem: every refusal is of one of these kinds. */
export const REFUSALS = {
  'signed-out': 'A call without a session.',
  stranger: 'A call from a page that may not call.',
  'not-allowed': 'A call that is not open to this person.',
  'step-up-needed': 'A call that asks for a fresh or stronger proof first.',
  'not-found': 'A call for a record that is another’s, or does not exist.',
  limited: 'A call too many.',
  invalid: 'A call whose contents cannot be used.',
  conflict: 'A call that came too late, twice or against what has changed.',
} as const;

export type RefusalKind = keyof typeof REFUSALS;

const BY_STATUS: Readonly<Record<number, RefusalKind>> = { 401: 'signed-out', 404: 'not-found', 409: 'conflict', 412: 'conflict', 428: 'conflict', 429: 'limited' };

/** Of which kind a refusal is. */
export function refusalKind(status: number, code: string): RefusalKind {
  if (status === 403) {
    if (code === 'step-up-needed') return 'step-up-needed';
    return code === 'not-allowed' ? 'not-allowed' : 'stranger';
  }
  return BY_STATUS[status] ?? 'invalid';
}
