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

/** An upstream that heeds no filter but by id, as a service account's often does: it answers with everybody's. */
function operator(roles: Body[], accounts: Body[], permissions: Body[] = [], more: Body[] = []) {
  const { upstream, asked } = anUpstream((request) => {
    const { pathname, searchParams } = new URL(request.url);
    const ids = searchParams.get('id')?.split(',');
    const [, resource = '', id] = /\/v4\/(\w+)(?:\/(.+))?$/.exec(pathname) ?? [];
    const lists: Record<string, Body[]> = {
      individual: [{ id: 'anna', givenName: 'Anna', familyName: 'Adler' }],
      organization: [...organizations, ...more],
      permission: permissions,
      partyRole: roles,
      billingAccount: accounts,
    };
    const list = (lists[resource] ?? []).filter((body) => !ids || ids.includes(String(body['id'])));
    if (id === undefined) return Response.json(list, { headers: { 'x-total-count': String(list.length) } });
    const found = list.find((body) => body['id'] === id);
    return found ? Response.json(found) : Response.json({ code: 60, reason: 'no' }, { status: 404 });
  });
  return Object.assign(tmfScopeResolver(() => upstream, () => NOW), { asked });
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
    ties: [
      { as: 'self', partyIds: ['anna'], accountIds: ['a1'] },
      { as: 'payer', partyIds: [], accountIds: ['a2'] },
    ],
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

test('each role in an organisation is a tie of its own', async () => {
  const accounts = [account('a-north', 'north'), account('a-other', 'elsewhere', 'owner')];
  const { persona, ties } = await operator([role('viewer'), role('buyer')], accounts).resolve('anna');
  assert.equal(persona, 'business');
  const tree = { partyIds: ['north', 'depot'], accountIds: ['a-north'] };
  assert.deepEqual(ties, [{ as: 'self', partyIds: ['anna'], accountIds: [] }, { as: 'viewer', ...tree }, { as: 'buyer', ...tree }]);
});

test('who looks at bills alone looks no closer at those that the organisation pays for others', async () => {
  for (const [name, expected] of [['viewer', ['viewer']], ['billing', ['payer']], ['admin', ['payer']], ['dealer', ['viewer']], ['buyer', []]] as const) {
    const { ties = [] } = await operator([role(name)], [account('a-paid', 'depot', 'payer')]).resolve('anna');
    assert.deepEqual(ties.filter(({ accountIds }) => accountIds.includes('a-paid')).map(({ as }) => as), expected, name);
  }
});

test('staff have no data of their own here', async () => {
  const { persona, ties, accountIds } = await operator([role('agent'), role('admin')], [account('a1', 'anna'), account('a-north', 'north')]).resolve('anna');
  assert.deepEqual([persona, ties, accountIds], ['agent', [], []]);
});

test('asks for a level of an organisation and for fifty accounts at once', async () => {
  const depots = Array.from({ length: 60 }, (_, index) => `d${index}`);
  const more = [organization('wide', depots), ...depots.map((id) => organization(id))];
  const relatedParty = [{ id: 'wide', role: 'organization' }];
  const scope = operator([role('admin', { relatedParty })], depots.map((id) => account(`a-${id}`, id)), [], more);
  const { accountIds } = await scope.resolve('anna');
  assert.equal(accountIds.length, 60);
  // The person, the roles, the rights, two levels of the tree, and two pages of parties with accounts.
  assert.ok(scope.asked.length <= 10, scope.asked.map(({ url }) => url).join('\n'));
});

const grant = (facts: Body = {}, actions: string[] = ['bill.read', 'account.read']): Body => ({
  id: 'grant-1',
  user: { id: 'anna' },
  granter: { id: 'boris' },
  validFor: { startDateTime: '2026-11-21T07:00:00Z', endDateTime: '2026-11-21T09:00:00Z' },
  privilege: actions.map((name) => {
    const [about, action] = name.split('.');
    return { manageableAsset: { id: 'boris', entityType: 'Individual' }, action, function: about };
  }),
  ...facts,
});
const ofBoris = [account('b1', 'boris'), account('c1', 'carla')];

test('a grant gives what it names of what the granter owns, and no more', async () => {
  const { ties, accountIds, partyIds } = await operator([], ofBoris, [grant()]).resolve('anna');
  assert.deepEqual([partyIds, accountIds], [['anna', 'boris'], ['b1']]);
  const terms = { id: 'grant-1', by: 'boris', actions: ['bill.read', 'account.read'], until: '2026-11-21T09:00:00.000Z' };
  assert.deepEqual(ties?.slice(1), [{ as: 'grant', partyIds: ['boris'], accountIds: ['b1'], grant: terms }]);
});

const worthless: [what: string, permission: Body][] = [
  ['a grant to somebody else', grant({ user: { id: 'carla' } })],
  ['a grant that nobody gave', grant({ granter: undefined })],
  ['a grant to oneself', grant({ granter: { id: 'anna' } })],
  ['a grant that is over', grant({ validFor: { endDateTime: '2026-11-21T08:00:00Z' } })],
  ['a grant that has not begun', grant({ validFor: { startDateTime: '2026-11-21T08:00:01Z' } })],
  ['a grant whose end cannot be read', grant({ validFor: { endDateTime: 'soon' } })],
  ['a grant whose limit cannot be read', grant({ characteristic: [{ name: 'spendLimit', value: 'much' }] })],
  ['a grant of what cannot be granted', grant({}, ['session.end', 'grant.give', 'emperor.be'])],
  ["a grant over somebody else's data", grant({ privilege: [{ manageableAsset: { id: 'carla', entityType: 'Individual' }, action: 'read', function: 'bill' }] })],
  ["a grant over an account that is not the granter's", grant({ privilege: [{ manageableAsset: { id: 'c1', entityType: 'BillingAccount' }, action: 'read', function: 'bill' }] })],
  ['a grant over an organisation that the granter has no role in', grant({ privilege: [{ manageableAsset: { id: 'north', entityType: 'Organization' }, action: 'read', function: 'bill' }] })],
];
for (const [what, permission] of worthless) {
  test(`${what} gives nothing`, async () => {
    const scope = await operator([], [...ofBoris, account('a-north', 'north')], [permission]).resolve('anna');
    assert.deepEqual([scope.partyIds, scope.accountIds, scope.ties?.length], [['anna'], [], 1]);
  });
}

test('a right that was granted on ends where the first of its grants does, and only what may be handed on is', async () => {
  const first = grant({ id: 'first', user: { id: 'boris' }, granter: { id: 'carla' }, privilege: [{ manageableAsset: { id: 'c1', entityType: 'BillingAccount' }, action: 'read', function: 'bill' }] });
  const second = grant({ id: 'second', validFor: { endDateTime: '2027-01-01T00:00:00Z' }, privilege: first['privilege'] });
  const handedOn = { ...first, characteristic: [{ name: 'grantable', value: 'true' }] };
  assert.deepEqual((await operator([], ofBoris, [first, second]).resolve('anna')).accountIds, []);
  const { accountIds, ties } = await operator([], ofBoris, [handedOn, second]).resolve('anna');
  assert.deepEqual(accountIds, ['c1']);
  assert.equal(ties?.[1]?.grant?.until, '2026-11-21T09:00:00.000Z');
});

test('grants in a circle end', async () => {
  const back = grant({ id: 'back', user: { id: 'boris' }, granter: { id: 'anna' } });
  const { accountIds } = await operator([], ofBoris, [grant(), back]).resolve('anna');
  assert.deepEqual(accountIds, ['b1']);
});
