import assert from 'node:assert/strict';
import { it } from 'node:test';
import { leader } from './leader.ts';

/** Leases as several processes on one Postgres have them. */
function leases() {
  const held = new Map<string, { lost: boolean }>();
  return {
    lose: (name: string) => {
      const lease = held.get(name);
      if (lease) lease.lost = true;
      held.delete(name);
    },
    lease: async (name: string) => {
      if (held.has(name)) return undefined;
      const lease = { lost: false, end: async () => void (held.get(name) === lease && held.delete(name)) };
      held.set(name, lease);
      return lease;
    },
  };
}

it('lets one process work, and another once it has stopped', async () => {
  const store = leases();
  const done: string[] = [];
  const [one, other] = ['one', 'other'].map((who) => leader(store, 'tick', async () => void done.push(who)));
  await one?.run();
  await other?.run();
  await one?.run();
  assert.deepEqual(done, ['one', 'one']);
  await one?.stop();
  await other?.run();
  await one?.run();
  assert.deepEqual(done, ['one', 'one', 'other']);
});

it('no longer works when its turn was lost, and lines up again', async () => {
  const store = leases();
  const done: string[] = [];
  const [one, other] = ['one', 'other'].map((who) => leader(store, 'tick', async () => void done.push(who)));
  await one?.run();
  store.lose('tick');
  await other?.run();
  await one?.run();
  assert.deepEqual(done, ['one', 'other']);
  await other?.stop();
  await one?.run();
  assert.deepEqual(done, ['one', 'other', 'one']);
});
