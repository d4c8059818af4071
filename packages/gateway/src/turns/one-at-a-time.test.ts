import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../problem.ts';
import { aDatabase } from '../testing/database.ts';
import { memoryTurns } from './one-at-a-time.ts';
import { sqlTurns } from './sql-turns.ts';
import type { Turns } from './turns.ts';

const kinds: Record<string, () => Promise<Turns>> = {
  memory: () => Promise.resolve(memoryTurns()),
  sql: async () => sqlTurns(await aDatabase()),
};


for (const [kind, open] of Object.entries(kinds)) test(`${kind}: work of one key waits its turn, a failure before it notwithstanding; other keys do not wait`, async () => {
  const turns = await open();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = [
    turns.take('a', async () => { await first.promise; done.push('a1'); throw new Error('no'); }),
    turns.take('a', () => Promise.resolve(done.push('a2'))),
    turns.take('b', () => Promise.resolve(done.push('b1'))),
  ];
  await work[2];
  assert.deepEqual(done, ['b1']);
  first.resolve();
  await Promise.allSettled(work);
  assert.deepEqual(done, ['b1', 'a1', 'a2']);
});

test('two processes on one database take turns too', async () => {
  const database = await aDatabase();
  const [one, other] = [await sqlTurns(database), await sqlTurns(database)];
  let inside = 0;
  let value = 0;
  await Promise.all(
    Array.from({ length: 20 }, async (_, index) =>
      (index % 2 ? one : other).take('cart', async () => {
        inside += 1;
        assert.equal(inside, 1);
        const read = value;
        await database.query('select 1');
        value = read + 1;
        inside -= 1;
      }),
    ),
  );
  assert.equal(value, 20);
});

test('a turn that a dead process holds is taken when its time is over', async () => {
  const database = await aDatabase();
  const turns = await sqlTurns(database);
  await database.query("insert into gateway_turns values ('cart', 'dead', now() + interval '20 milliseconds')");
  assert.equal(await turns.take('cart', () => Promise.resolve('done')), 'done');
});

test('what was done counts though no connection is left to give the turn back; who gets none is told to come again', async () => {
  const database = await aDatabase();
  let away = '';
  const turns = await sqlTurns({
    query: (text, params) => (away !== '' && text.startsWith(away) ? Promise.reject(new Error('timeout exceeded when trying to connect')) : database.query(text, params)),
  });
  away = 'delete';
  assert.equal(await turns.take('a', () => Promise.resolve('done')), 'done');
  away = 'insert';
  await assert.rejects(turns.take('b', () => Promise.resolve('done')), (error) => error instanceof Refusal && error.problem.code === 'busy' && error.problem.status === 503);
  // A fault of ours is no reason to come again.
  const wrong = await sqlTurns({ query: (text, params) => (text.startsWith('insert') ? Promise.reject(Object.assign(new Error('no such table'), { severity: 'ERROR' })) : database.query(text, params)) });
  await assert.rejects(wrong.take('c', () => Promise.resolve('done')), /no such table/);
});
