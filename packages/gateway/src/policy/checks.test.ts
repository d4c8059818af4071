import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Acting, Subject } from '../options.ts';
import { aSubject, NOW } from '../testing/fixtures.ts';
import { type Action, STRONG } from './actions.ts';
import { CHECKS, decide, decideBy, type Decide, type DecisionContext, type Resource } from './decide.ts';
import { type GrantTerms, TIE_CHECKS } from './ties.ts';

const at = (milliseconds: number) => new Date(NOW.getTime() + milliseconds).toISOString();
const open: DecisionContext = { now: NOW, sessionEndsAt: at(3_600_000) };
const proven: DecisionContext = { ...open, authenticatedAt: at(-60_000), acr: STRONG };
const agent: Acting = { actor: { id: 'daniel', name: 'Daniel' }, reason: 'A call', consent: 'customer-present', endsAt: at(60_000) };
const acting = (facts: Partial<Acting> = {}): DecisionContext => ({ ...open, acting: { ...agent, ...facts } });

const account: Resource = { accountIds: ['home'], partyIds: ['anna'] };
const euros = (amount: number, currency = 'EUR') => ({ amount, currency });
const own = aSubject({ ties: [{ as: 'self', partyIds: ['anna'], accountIds: ['home'] }] });
const holding = (as: 'payer' | 'buyer' | 'viewer' | 'billing' | 'dealer', facts = {}): Subject =>
  aSubject({ persona: 'business', ties: [{ as, partyIds: ['north'], accountIds: ['home'] }], ...facts });
const granted = (terms: Partial<GrantTerms> = {}): Subject => {
  const grant: GrantTerms = { id: 'g', by: 'boris', actions: ['order.place', 'order.read', 'bill.read'], until: at(60_000), ...terms };
  return aSubject({ ties: [{ as: 'grant', partyIds: ['boris'], accountIds: ['home'], grant }] });
};

const guest = aSubject({ sub: 'visitor-1', name: '', partyIds: ['visitor-1'], accountIds: ['home'], ties: [{ as: 'visitor', partyIds: ['visitor-1'], accountIds: ['home'] }] });
const visiting: DecisionContext = { ...open, kind: 'visitor' };
const before = aSubject({ ties: [{ as: 'self', partyIds: ['anna'], accountIds: [] }, { as: 'visitor', partyIds: ['visitor-1'], accountIds: [] }] });

type Line = [what: string, subject: Subject, action: Action, resource: Resource, context: DecisionContext, expected: string];

/** Each check of decide's is the reason of at least one line here. */
const table: Line[] = [
  ['my own bill', own, 'bill.read', account, open, 'allow'],
  ['a bill after the session', own, 'bill.read', account, { ...open, now: new Date(at(3_600_000)) }, 'session-over'],
  ["a stranger's bill", own, 'bill.read', { accountIds: ['other'] }, open, 'foreign'],
  ['looking for a customer, as one', own, 'customer.find', {}, open, 'persona'],
  ['looking for a customer, as an agent', aSubject({ persona: 'agent', ties: [] }), 'customer.find', {}, open, 'allow'],
  ['a bill, as an agent who acts for nobody', aSubject({ persona: 'agent', ties: [] }), 'bill.read', account, open, 'foreign'],

  ['a bill on a page of another site', own, 'bill.read', account, { ...open, kind: 'embedded' }, 'allow'],
  ['a payment on a page of another site', own, 'payment.make', { ...account, spend: euros(1) }, { ...proven, kind: 'embedded' }, 'channel'],
  ["a payment with a host's token", own, 'payment.make', { ...account, spend: euros(1) }, { ...proven, kind: 'bearer' }, 'channel'],
  ['planned work, by the link of a calendar', own, 'service-level.read', { partyIds: ['anna'] }, { ...open, kind: 'link' }, 'allow'],
  ['a bill, by the link of a calendar', own, 'bill.read', account, { ...open, kind: 'link' }, 'channel'],
  ['another link, by the link of a calendar', own, 'calendar-feed.change', { partyIds: ['anna'] }, { ...proven, kind: 'link' }, 'channel'],
  ['a payment', own, 'payment.make', { ...account, spend: euros(1) }, proven, 'allow'],
  ['a payment long after signing in: the provider asks for the proof', own, 'payment.make', { ...account, spend: euros(1) }, open, 'allow'],
  ["another's payment", own, 'payment.read', { accountIds: ['other'] }, open, 'foreign'],
  ['a payment of an account I pay for another', holding('payer'), 'payment.read', account, open, 'allow'],
  ['payments, as a viewer', holding('viewer'), 'payment.read', account, open, 'foreign'],
  ['granting long after signing in', own, 'grant.give', { partyIds: ['anna'] }, { ...proven, authenticatedAt: at(-300_001) }, 'step-up'],
  ['granting by somebody who never signed in', own, 'grant.give', { partyIds: ['anna'] }, open, 'step-up'],
  ['granting proved in the future', own, 'grant.give', { partyIds: ['anna'] }, { ...proven, authenticatedAt: at(120_000) }, 'step-up'],
  ['a SIM change, proved by a password alone', own, 'sim.change', { partyIds: ['anna'] }, { ...proven, acr: 'password' }, 'step-up'],
  ['a SIM change, proved strongly', own, 'sim.change', { partyIds: ['anna'] }, proven, 'allow'],

  ["the customer's bill while acting", own, 'bill.read', account, acting(), 'allow'],
  ['the same when the half hour is over', own, 'bill.read', account, acting({ endsAt: at(0) }), 'acting'],
  ["the customer's way of paying while acting", own, 'payment-means.read', account, acting(), 'acting'],
  ['granting in the name of a customer', own, 'grant.give', { partyIds: ['anna'] }, { ...acting(), ...proven }, 'acting'],
  ['calls of a customer while acting', own, 'usage.read', { userIds: ['anna'] }, acting(), 'acting'],

  ['the catalogue, as somebody who has not signed in', guest, 'offer.read', 'unnamed', visiting, 'allow'],
  ['a cart of one’s own, as a visitor', guest, 'cart.change', { partyIds: ['visitor-1'] }, visiting, 'allow'],
  ['another visitor’s cart', guest, 'cart.change', { partyIds: ['visitor-2'] }, visiting, 'foreign'],
  ['an order as a visitor who is known by now', guest, 'order.place', account, visiting, 'allow'],
  ['a bill, as a visitor', guest, 'bill.read', account, visiting, 'signed-out'],
  ['whether one may see bills at all, as a visitor', guest, 'bill.read', 'unnamed', visiting, 'signed-out'],
  ['a payment, as a visitor who proves something', guest, 'payment.make', account, { ...proven, kind: 'visitor' }, 'signed-out'],
  ['what was ordered here before signing in', before, 'order.read', { partyIds: ['visitor-1'] }, open, 'allow'],
  ['a ticket in the name of the visitor one was', before, 'ticket.raise', { partyIds: ['visitor-1'] }, open, 'foreign'],

  ['the bill of an account I pay for another', holding('payer'), 'bill.read', account, open, 'allow'],
  ['the calls of an account I pay for another', holding('payer'), 'usage.read', { ...account, userIds: ['boris'] }, open, 'foreign'],
  ['single uses on my own account', own, 'usage.detail', account, open, 'allow'],
  ['single uses on an account I pay for another', holding('payer'), 'usage.detail', account, open, 'foreign'],
  ['single uses on an account whose books I keep', holding('billing'), 'usage.detail', account, open, 'foreign'],
  ['single uses of a customer while acting', own, 'usage.detail', account, acting(), 'acting'],
  ['calls of mine on an account another pays', own, 'usage.read', { accountIds: ['other'], userIds: ['anna'] }, open, 'allow'],
  ['the bill of an account another pays, with calls of mine', own, 'bill.read', { accountIds: ['other'], userIds: ['anna'] }, open, 'foreign'],
  ['a bill, as a buyer', holding('buyer'), 'bill.read', account, open, 'foreign'],
  ['an order, as a buyer', holding('buyer'), 'order.place', account, open, 'allow'],
  ['an order, as a viewer', holding('viewer'), 'order.place', account, open, 'foreign'],
  ['a bill, as a viewer', holding('viewer'), 'bill.read', account, open, 'allow'],
  ['a line of a bill, as a viewer', holding('viewer'), 'bill.detail', account, open, 'foreign'],
  ['a line of a bill, as billing', holding('billing'), 'bill.detail', account, open, 'allow'],
  ["the session of somebody else of my company's", holding('dealer'), 'session.end', { partyIds: ['north'] }, proven, 'foreign'],

  ['a granted bill', granted(), 'bill.read', account, open, 'allow'],
  ['a granted bill when the grant is over', granted({ until: at(0) }), 'bill.read', account, open, 'foreign'],
  ['a granted bill when its end cannot be read', granted({ until: 'soon' }), 'bill.read', account, open, 'foreign'],
  ['what was not granted', granted(), 'ticket.read', { partyIds: ['boris'] }, open, 'foreign'],
  ["the granter's sessions", granted({ actions: ['session.end'] }), 'session.end', { partyIds: ['boris'] }, proven, 'foreign'],
  ['a granted order within its limit', granted({ limit: euros(5000) }), 'order.place', { ...account, spend: euros(5000) }, open, 'allow'],
  ['a granted order above its limit', granted({ limit: euros(5000) }), 'order.place', { ...account, spend: euros(5001) }, open, 'over-limit'],
  ['a granted order in other money', granted({ limit: euros(5000) }), 'order.place', { ...account, spend: euros(1, 'USD') }, open, 'over-limit'],
  ['a granted order of unknown cost', granted({ limit: euros(5000) }), 'order.place', account, open, 'over-limit'],
  ['an order of my own, whatever it costs', own, 'order.place', { ...account, spend: euros(9e9) }, open, 'allow'],
];

const saidBy = (by: Decide, [, subject, action, resource, context]: Line) => {
  const decision = by(subject, action, resource, context);
  return decision.allow ? 'allow' : decision.reason;
};

for (const line of table) {
  test(`${line[0]}: ${line[5]}`, () => assert.equal(saidBy(decide, line), line[5]));
}

describe('each check is needed: without it a line above comes out otherwise', () => {
  const missedBy = (by: Decide) => table.filter((line) => saidBy(by, line) !== line[5]);
  for (const { name } of CHECKS) {
    test(name, () => assert.notDeepEqual(missedBy(decideBy(CHECKS.filter((check) => check.name !== name), TIE_CHECKS)), []));
  }
  for (const { name } of TIE_CHECKS) {
    test(name, () => assert.notDeepEqual(missedBy(decideBy(CHECKS, TIE_CHECKS.filter((check) => check.name !== name))), []));
  }
});

test('a step-up says how lately and how strongly', () => {
  assert.deepEqual(decide(own, 'sim.change', 'unnamed', open), { allow: false, reason: 'step-up', acr: STRONG, maxAge: 300 });
  assert.deepEqual(decide(own, 'grant.give', 'unnamed', open), { allow: false, reason: 'step-up', maxAge: 300 });
});
