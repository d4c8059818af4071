/** Who somebody unknown is in the trail: nobody has signed in, or the sign-in was not believed. */
export const NOBODY = 'nobody';
/** Who acts where nobody asked: the gateway itself. */
export const SYSTEM = 'system';

/** What of the sign-on and of the trail itself leaves a record. */
export const EVENTS = {
  'session.begun': 'Signed in.',
  'session.refused': 'A sign-in was begun but not confirmed, or taken up in another browser.',
  'session.unknown-person': 'The provider knows the person, the operator has no customer of that name.',
  'session.ended': 'Signed out.',
  'session.ended-by-provider': 'The provider ended the session.',
  'session.refresh-refused': 'The provider would not renew the sign-in; the session ended.',
  'session.stepped-up': 'Proved again who it is.',
  'session.step-up-refused': 'The proof asked for again was too weak, too old or another person’s.',
  'session.handed-over': 'A code was issued by which another site takes the session over.',
  'session.embedded': 'A page of another site exchanged its code for a session.',
  'session.hand-over-refused': 'A code for another site was wrong, used before, too old or of another site.',
  'session.logout-refused': 'A notice that a session ended at the provider was not believed.',
  'guest.claimed': 'What was ordered without an account came to the person whose verified address it was ordered under.',
  'scraper.stopped': 'A session asked for much that is not its own and was stopped.',
  'payment.settled': 'The payment provider took the money, and billing has it.',
  'payment.failed': 'A payment came to nothing: the bank or the provider said no.',
  'payment.abandoned': 'A payment came to nothing: nobody went on with it, or it was ended.',
  'trail.pruned': 'Records past their time were removed; a sealed note says up to which.',
} as const;

export type AuditEvent = keyof typeof EVENTS;

/** What a call did, by its action. A read is recorded when somebody else looks, or when paper or a file leaves. */
export const ACTS: Readonly<Record<string, string>> = {
  'account.read': 'An account was looked at.',
  'account.use': 'An account was chosen to bill something to.',
  'consolidation.change': 'Whether an account has a bill of its own, or stands on another’s, was changed.',
  'bill.read': 'A bill was looked at or taken away as paper or file.',
  'bill.detail': 'The details of a bill were looked at.',
  'bill.make': 'A bill was asked for before its time.',
  'recommendation.read': 'An offer that might suit was shown.',
  'recommendation.answer': 'It was said whether offers that might suit are to be shown.',
  'interest.read': 'What somebody waits for was looked at.',
  'interest.change': 'A name was put down for what cannot be had yet, or taken off again.',
  'report.read': 'The reports somebody keeps were looked at.',
  'report.change': 'A report was kept under a name, changed or removed.',
  'dispute.read': 'A dispute about a bill was looked at.',
  'dispute.raise': 'A dispute about a bill was raised.',
  'dispute.change': 'A dispute about a bill was taken back, or its decision objected to.',
  'usage.detail': 'Single uses behind a bill were looked at.',
  'usage.read': 'Who used how much was looked at.',
  'order.read': 'Orders were looked at.',
  'product.read': 'Products were looked at.',
  'offer.read': 'Offers were looked at for somebody.',
  'cart.read': 'A cart was looked at.',
  'ticket.read': 'Tickets were looked at.',
  'service-level.read': 'Service levels were looked at.',
  'service-level.claim': 'A credit for a missed service level was claimed.',
  'planned-work.object': 'It was asked to have planned work moved.',
  'freeze.change': 'Days in which a company wants no work were stated, or taken back.',
  'calendar-feed.read': 'A calendar program fetched planned work by its link.',
  'calendar-feed.change': 'A calendar link was made, or withdrawn.',
  'interaction.read': 'The contact history was looked at.',
  'event.read': 'Changes were listened to for somebody.',
  'session.read': 'A session was looked at.',
  'order.place': 'An order was placed.',
  'order.pay': 'A payment of an order was begun anew.',
  'order.activate': 'An eSIM or a router was activated.',
  'order.change': 'An order was changed: an answer, another day, a visit moved, a line called off.',
  'cart.change': 'A cart was changed.',
  'visitor.continue': 'A visit without a sign-in was taken to another browser, or forgotten.',
  'ticket.raise': 'A ticket was raised.',
  'ticket.note': 'A note or a file was added to a ticket.',
  'ticket.change': 'A ticket was changed: amended, escalated, confirmed, opened again, rated, or a visit set.',
  'line.test': 'A line was tested, or its modem restarted.',
  'answer.judge': 'It was said whether a page of help solved it.',
  'payment.read': 'Payments were looked at, or a receipt was taken away.',
  'payment-means.read': 'Ways of paying were looked at.',
  'payment.make': 'A payment was begun, or ended.',
  'payee.change': 'Who is paid, or from where, was changed.',
  'sim.change': 'A SIM card was changed.',
  'contact.change': 'Ways to reach somebody were changed.',
  'session.end': 'A session was ended by its owner from elsewhere.',
  'grant.read': 'Rights given to others were looked at.',
  'grant.give': 'Rights were given to another person.',
  'grant.end': 'Rights given to another person were taken back.',
  'customer.find': 'An agent looked for a customer.',
  'acting.begin': 'An agent began to act for a customer, with reason and consent.',
  'acting.end': 'An agent ceased to act for a customer.',
  'access-log.read': 'The list of who looked at or changed one’s data was taken away as a file.',
};

/** How a call was refused: every refusal in the trail is of one of these kinds. */
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

const BY_STATUS: Readonly<Record<number, RefusalKind>> = { 401: 'signed-out', 404: 'not-found', 409: 'conflict', 412: 'conflict', 429: 'limited' };
const STRANGERS: ReadonlySet<string> = new Set(['csrf-header-missing', 'origin-unknown', 'site-unknown']);

/** Of which kind a refusal is, by the status and the code of its answer. */
export function refusalKind(status: number, code: string): RefusalKind {
  if (status !== 403) return BY_STATUS[status] ?? 'invalid';
  if (STRANGERS.has(code)) return 'stranger';
  return code === 'step-up-needed' ? 'step-up-needed' : 'not-allowed';
}
