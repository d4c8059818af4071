import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../store/store.ts';
import { ada, find, operator, read, START, STEP } from './operator.seed.ts';
import { simulator } from './simulator.ts';

function newTicket(id: string): Resource {
  const now = new Date(START).toISOString();
  return {
    id, description: 'No signal', severity: 'Minor', ticketType: 'incident', status: 'acknowledged',
    creationDate: now, lastUpdate: now, statusChangeDate: now, relatedParty: [{ id: ada, role: 'customer' }],
  };
}

test('a fresh ticket is picked up, fixed and closed; some wait for an answer and go on when it comes', async () => {
  const { store, pass, post, clock } = operator();
  const ids = Array.from({ length: 12 }, (_, index) => `ticket${index}`);
  for (const id of ids) await post('troubleTicket', newTicket(id));
  for (let second = 0; second < 200; second += 5) await pass(5);
  const statuses = async () => Promise.all(ids.map(async (id) => String((await read(store, 'troubleTicket', id))['status'])));
  const first = await statuses();
  assert.deepEqual(new Set(first), new Set(['closed', 'pending']));
  for (const [index, id] of ids.entries()) {
    if (first[index] !== 'pending') continue;
    const ticket = await read(store, 'troubleTicket', id);
    const note = [...(ticket['note'] as Resource[]), { id: 'answer', date: clock().toISOString(), author: 'Ada Lindqvist', authorId: ada, text: 'Just now.' }];
    await post('troubleTicket', { ...ticket, note, lastUpdate: clock().toISOString() });
  }
  for (let second = 0; second < 400; second += 5) await pass(5);
  assert.deepEqual(new Set(await statuses()), new Set(['closed']));
  const changes = (await read(store, 'troubleTicket', 'ticket0'))['statusChange'] as { status: string }[];
  assert.deepEqual(changes.map(({ status }) => status).slice(0, 1), ['inProgress']);
});

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

test('two processes that tick at once take each step once', async () => {
  const { store, clock, pass, post } = operator();
  const other = simulator({ store, clock, stepSeconds: STEP });
  await post('troubleTicket', newTicket('ticket'));
  await Promise.all([pass(STEP), other.tick()]);
  assert.equal((await read(store, 'troubleTicket', 'ticket'))['status'], 'inProgress');
});
