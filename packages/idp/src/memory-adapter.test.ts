import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { AdapterFactory, AdapterPayload } from 'oidc-provider';
import { memoryAdapter } from './memory-adapter.ts';

function storeAt() {
  let now = 0;
  const adapter: AdapterFactory = memoryAdapter(() => now);
  return { adapter, pass: (seconds: number) => (now += seconds * 1000) };
}

it('forgets what has expired', async () => {
  const { adapter, pass } = storeAt();
  const codes = adapter('AuthorizationCode');
  await codes.upsert('a', { grantId: 'g' }, 60);
  pass(59);
  assert.deepEqual(await codes.find('a'), { grantId: 'g' });
  pass(1);
  assert.equal(await codes.find('a'), undefined);
});

it('marks a code as used', async () => {
  const { adapter, pass } = storeAt();
  const codes = adapter('AuthorizationCode');
  await codes.upsert('a', {}, 60);
  pass(5);
  await codes.consume('a');
  assert.equal(((await codes.find('a')) as AdapterPayload).consumed, 5);
});

it('revokes what was granted together, of one kind only', async () => {
  const { adapter } = storeAt();
  const tokens = adapter('AccessToken');
  await tokens.upsert('a', { grantId: 'g' }, 60);
  await tokens.upsert('b', { grantId: 'other' }, 60);
  await adapter('RefreshToken').upsert('a', { grantId: 'g' }, 60);
  await tokens.revokeByGrantId('g');
  assert.equal(await tokens.find('a'), undefined);
  assert.ok(await tokens.find('b'));
  assert.ok(await adapter('RefreshToken').find('a'));
});

it('finds a session by its second name, and keeps its own copy', async () => {
  const { adapter } = storeAt();
  const payload = { uid: 'u', state: { step: 1 } };
  await adapter('Session').upsert('a', payload, 60);
  payload.state.step = 2;
  assert.deepEqual(await adapter('Session').findByUid('u'), { uid: 'u', state: { step: 1 } });
});
