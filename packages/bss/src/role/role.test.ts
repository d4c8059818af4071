import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { bench, NOW, pathOf } from '../testing/bench.ts';

const aRight = (validFor: object) => ({
  user: { id: 'ada', '@referredType': 'Individual' },
  validFor,
  privilege: [{ manageableAsset: { id: 'account', entityType: 'BillingAccount' }, action: 'read', function: 'bills' }],
});

describe('a right', () => {
  it('is found under the address of the specification too', async () => {
    const bss = bench();
    const { id } = await bss.make('permission', aRight({ startDateTime: NOW }));
    const other = (await (await bss.ask('GET', `/rolesAndPermissions/v4/permission/${id}`)).json()) as Resource;
    assert.deepEqual([other.id, other['creationDate']], [id, NOW]);
  });

  it('is never deleted: it ends, and what has ended stays as it was', async () => {
    const bss = bench();
    const { id } = await bss.make('permission', aRight({ startDateTime: NOW }));
    const path = `${pathOf('permission')}/${id}`;
    assert.equal((await bss.ask('DELETE', path)).status, 405);
    assert.equal((await bss.ask('PATCH', path, { validFor: { endDateTime: '2026-11-21T11:00:00.000Z' } })).status, 200);
    bss.later(3_600_000);
    const late = await bss.ask('PATCH', path, { validFor: { endDateTime: '2027-11-21T11:00:00.000Z' } });
    assert.equal(late.status, 422);
    assert.match(await late.text(), /Grant a new one/);
  });

  it('says what may be done with what, and belongs to one person', async () => {
    const bss = bench();
    const vague = await bss.ask('POST', pathOf('permission'), { ...aRight({}), privilege: [{ action: 'read' }] });
    assert.equal(vague.status, 400);
    assert.match(await vague.text(), /privilege\.manageableAsset/);
    const { id } = await bss.make('permission', aRight({}));
    assert.equal((await bss.ask('PATCH', `${pathOf('permission')}/${id}`, { user: { id: 'eve' } })).status, 400);
  });

  it('and a role do not end before they begin', async () => {
    const bss = bench();
    const validFor = { startDateTime: '2026-12-01T00:00:00.000Z', endDateTime: '2026-11-01T00:00:00.000Z' };
    assert.equal((await bss.ask('POST', pathOf('permission'), aRight(validFor))).status, 400);
    const { id } = await bss.make('partyRole', { name: 'payer' });
    assert.equal((await bss.ask('PATCH', `${pathOf('partyRole')}/${id}`, { validFor })).status, 400);
  });
});
