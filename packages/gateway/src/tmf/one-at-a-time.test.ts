import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneAtATime } from './one-at-a-time.ts';

test('work of one key waits its turn, a failure before it notwithstanding; other keys do not wait', async () => {
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const work = [
    oneAtATime('a', async () => { await first.promise; done.push('a1'); throw new Error('no'); }),
    oneAtATime('a', () => Promise.resolve(done.push('a2'))),
    oneAtATime('b', () => Promise.resolve(done.push('b1'))),
  ];
  await work[2];
  assert.deepEqual(done, ['b1']);
  first.resolve();
  await Promise.allSettled(work);
  assert.deepEqual(done, ['b1', 'a1', 'a2']);
});
