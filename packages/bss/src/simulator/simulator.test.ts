import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../store/store.ts';
import { ada, operator, read, START, STEP } from './operator.seed.ts';
import { simulator } from './simulator.ts';

function newTicket(id: string): Resource {
  const now = new Date(START).toISOString();
  return {
    id, description: 'No signal', severity: 'Minor', ticketType: 'incident', status: 'acknowledged',
    creationDate: now, lastUpdate: now, statusChangeDate: now, relatedParty: [{ id: ada, role: 'customer' }],
  };
}

test('two processes that tick at once take each step once', async () => {
  const { store, clock, pass, post } = operator();
  const other = simulator({ store, clock, stepSeconds: STEP });
  await post('troubleTicket', newTicket('ticket'));
  await Promise.all([pass(STEP), other.tick()]);
  assert.equal((await read(store, 'troubleTicket', 'ticket'))['status'], 'inProgress');
});
