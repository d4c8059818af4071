import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';
import type { Course } from './course.ts';
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

test('over very many open tickets it rests, but not where time jumps', async () => {
  const looks: number[] = [];
  const rows = Array.from({ length: 1201 }, (_, at) => ({ resource: 'troubleTicket', body: newTicket(`t${at}`) }));
  const store = memoryStore(rows);
  let now = START;
  const course: Course = {
    resource: 'troubleTicket',
    open: [],
    isDue: () => {
      if (looks.at(-1) !== now) looks.push(now);
      return false;
    },
    advance: async () => {},
  };
  const office = simulator({ store, clock: () => new Date(now), stepSeconds: STEP, courses: [course] });
  const pass = async (tick: () => Promise<void>) => {
    now += STEP * 1000;
    await tick();
  };
  await pass(office.tick);
  await pass(office.tick);
  assert.equal(looks.length, 1);
  await pass(office.catchUp);
  assert.equal(looks.length, 2);
});
