import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Persona } from '@faceplate/contracts';
import { aSubject, NOW } from '../testing/fixtures.ts';
import { type Action, rules } from './actions.ts';
import { CHECKS, decide, type Resource } from './decide.ts';
import { factsOf } from './facts.ts';
import { tiesOf } from './ties.ts';

const later = '2026-11-21T18:00:00.000Z';
const mine = { partyIds: ['anna'] };
const theirs = { partyIds: ['boris'] };

type Line = [what: string, persona: Persona, action: string, resource: Resource, endsAt: string, expected: string];

const table: Line[] = [
  ['a route one may use', 'consumer', 'bill.read', 'unnamed', later, 'allow'],
  ['a record of mine', 'consumer', 'ticket.read', mine, later, 'allow'],
  ['a record of mine and of others', 'consumer', 'ticket.read', { partyIds: ['boris', 'anna'] }, later, 'allow'],
  ["a stranger's record", 'consumer', 'ticket.read', theirs, later, 'foreign'],
  ["a stranger's record, as an agent", 'agent', 'ticket.read', theirs, later, 'foreign'],
  ["a record that names nobody", 'consumer', 'ticket.read', {}, later, 'foreign'],
  ['a record that names an empty list', 'consumer', 'ticket.read', { partyIds: [] }, later, 'foreign'],
  ['a bill of my account', 'consumer', 'bill.read', { accountIds: ['acc1'] }, later, 'allow'],
  ['a bill of another account', 'consumer', 'bill.read', { accountIds: ['acc2'] }, later, 'foreign'],
  ['a bill that names me but not my account', 'consumer', 'bill.read', mine, later, 'foreign'],
  ['an account id where a party is asked for', 'consumer', 'ticket.read', { accountIds: ['acc1'] }, later, 'foreign'],
  ["everybody's catalogue", 'consumer', 'offer.read', {}, later, 'allow'],
  ['an order by an agent', 'agent', 'order.place', 'unnamed', later, 'persona'],
  ['an order by a dealer', 'dealer', 'order.place', 'unnamed', later, 'allow'],
  ['an action nobody wrote a rule for', 'consumer', 'bill.delete', mine, later, 'unknown-action'],
  ['an action named like a part of every object', 'consumer', 'constructor', mine, later, 'unknown-action'],
  ['a session that is over this moment', 'consumer', 'bill.read', 'unnamed', NOW.toISOString(), 'session-over'],
  ['a session whose end cannot be read', 'consumer', 'bill.read', 'unnamed', 'never', 'session-over'],
];

for (const [what, persona, action, resource, sessionEndsAt, expected] of table) {
  test(`${what}: ${expected}`, () => {
    const decision = decide(aSubject({ persona }), action as Action, resource, { now: NOW, sessionEndsAt });
    assert.equal(decision.allow ? 'allow' : decision.reason, expected);
  });
}

test('opens no personal record to somebody without any party or account', () => {
  const nobody = aSubject({ sub: 'nobody', partyIds: [], accountIds: [] });
  const facts = { partyIds: ['anna'], accountIds: ['acc1'] };
  for (const [action, { relation }] of Object.entries(rules)) {
    const allowed = CHECKS.find(({ name }) => name === 'relation')?.denies({
      subject: nobody, rule: rules[action as Action], resource: facts, context: { now: NOW, sessionEndsAt: later }, ties: tiesOf(nobody),
    });
    assert.equal(allowed === undefined, relation === 'everybody', action);
  }
});

test('reads owners from references written as objects and as lists', () => {
  const relatedParty = [{ id: 'a' }, { id: 7 }, null, { id: 'u', role: 'user' }];
  assert.deepEqual(factsOf({ relatedParty, engagedParty: { id: 'b' }, billingAccount: { id: 'acc' } }), {
    partyIds: ['a', 'u', 'b'],
    accountIds: ['acc'],
    userIds: ['u'],
  });
});
