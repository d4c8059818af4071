import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyIn } from './company.ts';
import { chainOf, type Policy, type Request } from './policy.ts';

const person = (name: string) => ({ id: name, name });
const policy: Policy = {
  tiers: [
    { name: 'Team lead', measure: 'monthly', over: 5_000, approver: person('lead'), substitute: person('deputy') },
    { name: 'Finance', measure: 'monthly', over: 50_000, approver: person('finance'), substitute: person('board') },
    { name: 'Devices', measure: 'once', over: 0, categories: ['Devices'], approver: person('it') },
  ],
  days: 5,
  ownApproval: false,
  away: [],
};
const request = (more: Partial<Request> = {}): Request => ({ requesterId: 'somebody', once: 0, monthly: 0, categories: [], ...more });
const chain = (asked: Request, rules: Policy = policy) => chainOf(rules, asked).map(({ approver }) => approver.id);

test('who has to approve goes by the amount, one tier after the other', () => {
  assert.deepEqual(chain(request({ monthly: 5_000 })), []);
  assert.deepEqual(chain(request({ monthly: 5_001 })), ['lead']);
  assert.deepEqual(chain(request({ monthly: 50_001 })), ['lead', 'finance']);
});

test('and by what is ordered', () => {
  assert.deepEqual(chain(request({ once: 100, categories: ['Mobile'] })), []);
  assert.deepEqual(chain(request({ once: 100, categories: ['Mobile', 'Devices'] })), ['it']);
});

test('nobody approves their own order: the substitute does', () => {
  assert.deepEqual(chain(request({ monthly: 60_000, requesterId: 'lead' })), ['deputy', 'finance']);
  assert.deepEqual(chain(request({ monthly: 60_000, requesterId: 'lead' }), { ...policy, ownApproval: true }), ['lead', 'finance']);
});

test('a tier that leaves nobody able to decide falls to the tiers above it', () => {
  assert.deepEqual(chain(request({ monthly: 60_000, once: 1, categories: ['Devices'], requesterId: 'it' })), ['lead', 'finance']);
});

test('whoever is away is asked second', () => {
  const away = chainOf({ ...policy, away: ['lead'] }, request({ monthly: 6_000 }));
  assert.deepEqual(away.map(({ approver, substitute }) => [approver.id, substitute?.id]), [['deputy', 'lead']]);
});

test('a policy is read from the organisation as it stands there, and what makes no sense in it is left out', () => {
  const read = policyIn({ days: 3, tiers: [{ name: 'Lead', measure: 'monthly', over: { unit: 'EUR', value: 99.99 }, approver: person('lead') }, { name: 'No amount', approver: person('lead') }, 'nonsense'] });
  assert.deepEqual(read, { tiers: [{ name: 'Lead', measure: 'monthly', over: 9_999, approver: person('lead') }], days: 3, ownApproval: false, away: [] });
  assert.equal(policyIn(undefined), undefined);
});
