import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { grantableActions, grantedTies, grantsOf } from './received.ts';
import type { Tie } from '../policy/ties.ts';

const word = fc.constantFrom('boris', 'anna', 'home', 'north', 'read', 'bill', 'end', 'session', 'grant', 'give', 'admin', 'viewer', 'Individual', 'Organization', 'BillingAccount', 'constructor', '__proto__', '', 'soon', '2026-11-21T08:00:00Z');
const junk = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const some = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: junk });
const of = (...words: string[]) => some(fc.constantFrom(...words));
const asset = fc.record({ id: of('boris', 'home', 'north'), entityType: of('Individual', 'Organization', 'BillingAccount', 'Emperor') });
const moments = fc.record({ startDateTime: of('2026-11-21T08:00:00Z', 'soon', ''), endDateTime: of('2026-11-21T09:00:00Z', 'soon', '') });
const privilege = fc.record({ manageableAsset: some(asset), action: of('read', 'end', 'give', 'note'), function: of('bill', 'session', 'grant', 'ticket') });
const assetUserRole = fc.record({ manageableAsset: some(asset), userRole: some(fc.record({ involvementRole: of('admin', 'viewer', 'constructor', 'emperor') })) });
const body = fc.record({
  id: of('g1', 'g2'),
  user: some(fc.record({ id: of('anna', 'boris') })),
  granter: some(fc.record({ id: of('boris', 'anna') })),
  validFor: some(moments),
  privilege: some(fc.array(some(privilege))),
  assetUserRole: some(fc.array(some(assetUserRole))),
  characteristic: some(fc.array(fc.record({ name: fc.constantFrom('spendLimit', 'grantable', 'x'), value: junk }), { maxLength: 2 })),
});

test('whatever a permission says, it grants nothing that cannot be granted, and names who gave it to whom', () => {
  let read = 0;
  fc.assert(
    fc.property(body, (permission) => {
      for (const grant of grantsOf(permission)) {
        read += 1;
        assert.ok(grant.by && grant.to && grant.id);
        assert.ok(grant.actions.length > 0 && grant.actions.every((action) => grantableActions.includes(action)));
        assert.ok(!Number.isNaN(Date.parse(grant.until)) && !Number.isNaN(Date.parse(grant.from)));
        assert.ok(grant.over.kind !== 'own' || grant.over.id === grant.by);
      }
    }),
    { numRuns: 5000, seed: 5 },
  );
  assert.ok(read > 200, `${read}`);
});

test('nothing is handed on that is not held: no party, no account, no action, no later, no dearer', () => {
  const held: Tie[] = [
    { as: 'viewer', partyIds: ['north'], accountIds: ['home'] },
    { as: 'grant', partyIds: ['anna'], accountIds: ['work'], grant: { id: 'h', by: 'carla', actions: ['bill.read'], until: '2026-12-01T00:00:00.000Z', limit: { amount: 10, currency: 'EUR' }, grantable: true } },
  ];
  const over = fc.record({ kind: fc.constantFrom('own', 'organization', 'account' as const), id: word });
  fc.assert(
    fc.property(over, fc.subarray([...grantableActions]), fc.subarray(['north', 'depot', 'anna']), (about, actions, parties) => {
      const grant = { id: 'g', by: 'boris', to: 'anna', actions, over: about, from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z', grantable: false };
      for (const tie of grantedTies(grant, held, { parties, owned: ['home', 'work', 'else'] })) {
        const from = held.find(({ partyIds, accountIds }) => tie.partyIds.every((id) => partyIds.includes(id)) && tie.accountIds.every((id) => accountIds.includes(id)));
        assert.ok(from);
        if (from.as !== 'grant') continue;
        assert.deepEqual(tie.grant?.actions, ['bill.read']);
        assert.deepEqual([tie.grant.until, tie.grant.limit], ['2026-12-01T00:00:00.000Z', { amount: 10, currency: 'EUR' }]);
      }
    }),
    { numRuns: 3000, seed: 6 },
  );
});
