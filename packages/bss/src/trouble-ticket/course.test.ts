import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ada, operator, read, START } from '../simulator/operator.seed.ts';
import type { Resource } from '../store/store.ts';

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
