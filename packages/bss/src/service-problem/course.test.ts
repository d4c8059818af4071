import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, operator, read, START, STEP } from '../simulator/operator.seed.ts';
import type { Resource } from '../store/store.ts';

test('an incident ends when it was expected to, and its interval with it', async () => {
  const { store, pass, post } = operator();
  const open = find('availabilityInterval', ({ validFor }) => !(validFor as { endDateTime?: string }).endDateTime);
  const problem = (open['serviceProblem'] as Resource).id;
  const before = { startDateTime: new Date(START - 7_200_000).toISOString(), endDateTime: new Date(START - 6_000_000).toISOString() };
  await post('availabilityInterval', { ...open, id: 'before222222', validFor: before });
  await pass(39 * 60);
  assert.equal((await read(store, 'serviceProblem', problem))['status'], 'inProgress');
  await pass(10 * 60);
  const { validFor } = await read(store, 'availabilityInterval', open.id);
  assert.equal((validFor as { endDateTime: string }).endDateTime, new Date(START + 40 * 60_000).toISOString());
  assert.equal((await read(store, 'serviceProblem', problem))['status'], 'resolved');
  assert.deepEqual((await read(store, 'availabilityInterval', 'before222222'))['validFor'], before);
  await pass(STEP);
  assert.equal((await read(store, 'serviceProblem', problem))['status'], 'closed');
});

test('announced work opens intervals when it begins and closes them when it ends', async () => {
  const { store, pass } = operator();
  const work = find('serviceProblem', ({ status, category }) => status === 'acknowledged' && category === 'plannedMaintenance');
  const intervals = async () => (await store.read().list('availabilityInterval', { where: [{ path: ['serviceProblem', 'id'], operator: 'eq', values: [work.id] }] })).rows;
  await pass(3 * 86_400 + 60);
  const begun = await intervals();
  assert.equal(begun.length, (work['relatedEntity'] as unknown[]).length);
  assert.ok(begun.every(({ body }) => body['state'] === 'maintenance' && !(body['validFor'] as { endDateTime?: string }).endDateTime));
  await pass(3 * 3600);
  assert.ok((await intervals()).every(({ body }) => (body['validFor'] as { endDateTime?: string }).endDateTime));
});
