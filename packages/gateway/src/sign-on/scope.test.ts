import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anUpstream, NOW } from '../testing/fixtures.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { tmfScopeResolver } from './scope.ts';

type Body = Record<string, unknown>;

const organization = (id: string, children: string[] = [], parent?: string): Body => ({
  id,
  organizationChildRelationship: children.map((child) => ({ relationshipType: 'hierarchy', organization: { id: child } })),
  ...(parent && { organizationParentRelationship: { organization: { id: parent } } }),
});
const role = (name: string, facts: Body = {}): Body => ({
  id: `role-${name}`,
  name,
  engagedParty: { id: 'anna' },
  relatedParty: [{ id: 'north', role: 'organization' }],
  ...facts,
});
const account = (id: string, party: string, as = 'owner'): Body => ({ id, name: `Account ${id}`, relatedParty: [{ id: party, role: as }] });

const organizations = [
  organization('group', ['north', 'south']),
  organization('north', ['depot'], 'group'),
  // A circle, as bad data has them.
  organization('depot', ['north'], 'north'),
  organization('south', [], 'group'),
];

/** An upstream that ignores filters, as a service account's often does: it answers with everybody's. */
function operator(roles: Body[], accounts: Body[]) {
  const { upstream } = anUpstream((request) => {
    const { pathname } = new URL(request.url);
    const [, resource = '', id] = /\/v4\/(\w+)(?:\/(.+))?$/.exec(pathname) ?? [];
    const lists: Record<string, Body[]> = {
      individual: [{ id: 'anna', givenName: 'Anna', familyName: 'Adler' }],
      organization: organizations,
      partyRole: roles,
      billingAccount: accounts,
    };
    const list = lists[resource] ?? [];
    if (id === undefined) return Response.json(list, { headers: { 'x-total-count': String(list.length) } });
    const found = list.find((body) => body['id'] === id);
    return found ? Response.json(found) : Response.json({ code: 60, reason: 'no' }, { status: 404 });
  });
  return tmfScopeResolver(() => upstream, () => NOW);
}

test('a consumer sees the accounts they own or pay, and nothing else', async () => {
  const accounts = [account('a1', 'anna'), account('a2', 'anna', 'payer'), account('a3', 'anna', 'user'), account('a4', 'boris')];
  assert.deepEqual(await operator([], accounts).resolve('anna'), {
    sub: 'anna',
    name: 'Anna Adler',
    persona: 'consumer',
    partyIds: ['anna'],
    accountIds: ['a1', 'a2'],
    accountNames: { a1: 'Account a1', a2: 'Account a2' },
  });
});

test("an admin's rights flow down the organisation, never up or sideways, and end in circles", async () => {
  const accounts = [account('a-group', 'group'), account('a-north', 'north'), account('a-depot', 'depot'), account('a-south', 'south')];
  const { persona, partyIds, accountIds } = await operator([role('admin')], accounts).resolve('anna');
  assert.equal(persona, 'business');
  assert.deepEqual(partyIds, ['anna', 'north', 'depot']);
  assert.deepEqual(accountIds, ['a-north', 'a-depot']);
});

test('the strongest role says whose portal it is', async () => {
  for (const [names, persona] of [
    [['member'], 'consumer'],
    [['member', 'admin'], 'business'],
    [['dealer', 'admin'], 'dealer'],
    [['admin', 'agent', 'dealer'], 'agent'],
    [['emperor'], 'consumer'],
  ] as const) {
    const roles = names.map((name) => role(name));
    assert.equal((await operator(roles, []).resolve('anna')).persona, persona);
  }
});

const nothing: [what: string, role: Body][] = [
  ["somebody else's role", role('admin', { engagedParty: { id: 'boris' } })],
  ['a role that was ended', role('admin', { status: 'terminated' })],
  ['a role that has run out', role('admin', { validFor: { endDateTime: '2026-11-21T07:59:59Z' } })],
  ['a role whose end cannot be read', role('admin', { validFor: { endDateTime: 'soon' } })],
  ['a role that has not begun', role('admin', { validFor: { startDateTime: '2026-11-21T08:00:01Z' } })],
  ['membership', role('member')],
  ['an agent role', role('agent')],
  ['a role in which the organisation is only mentioned', role('admin', { relatedParty: [{ id: 'north', role: 'supplier' }] })],
];
for (const [what, one] of nothing) {
  test(`${what} opens no organisation`, async () => {
    assert.deepEqual((await operator([one], [account('a-north', 'north')]).resolve('anna')).accountIds, []);
  });
}

test('a role within its time counts', async () => {
  const validFor = { startDateTime: '2026-11-21T08:00:00Z', endDateTime: '2026-11-21T08:00:01Z' };
  assert.deepEqual((await operator([role('admin', { validFor })], []).resolve('anna')).partyIds, ['anna', 'north', 'depot']);
});

test('an organisation that is named and no longer there shuts nobody out', async () => {
  const relatedParty = [{ id: 'gone', role: 'organization' }, { id: 'north', role: 'organization' }];
  const { accountIds } = await operator([role('admin', { relatedParty })], [account('a-north', 'north')]).resolve('anna');
  assert.deepEqual(accountIds, ['a-north']);
});

test('says when the operator does not know the person', async () => {
  await assert.rejects(operator([], []).resolve('nobody'), (error) => error instanceof UpstreamProblem && error.fault === 'not-found');
});
