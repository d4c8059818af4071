import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startTicker } from './ticker.ts';

const unexpected = (error: unknown) => assert.fail(String(error));

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

it('never starts a tick before the last one has ended', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const ends: (() => void)[] = [];
  const ticker = startTicker(() => new Promise((resolve) => ends.push(resolve)), 1000, unexpected);
  t.mock.timers.tick(1000);
  t.mock.timers.tick(5000);
  assert.equal(ends.length, 1);
  ends[0]?.();
  await turns(5);
  t.mock.timers.tick(1000);
  assert.equal(ends.length, 2);
  ends[1]?.();
  await ticker.stop();
});

it('goes on after a failed tick, and says that it failed', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const failures: unknown[] = [];
  let ticks = 0;
  const ticker = startTicker(() => (++ticks === 1 ? Promise.reject(new Error('no')) : Promise.resolve()), 1000, (error) => failures.push(error));
  t.mock.timers.tick(1000);
  await turns(5);
  t.mock.timers.tick(1000);
  assert.equal(ticks, 2);
  assert.equal(failures.length, 1);
  await ticker.stop();
});

it('waits for the tick in progress when it stops, and starts no other', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let ticks = 0;
  let end = () => {};
  const ticker = startTicker(() => new Promise((resolve) => (ticks++, (end = resolve))), 1000, unexpected);
  t.mock.timers.tick(1000);
  let stopped = false;
  const stopping = ticker.stop().then(() => (stopped = true));
  await turns(5);
  assert.equal(stopped, false);
  end();
  await stopping;
  t.mock.timers.tick(5000);
  assert.equal(ticks, 1);
});
