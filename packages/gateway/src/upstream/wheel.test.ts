import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anUpstream } from '../testing/fixtures.ts';
import { tmfClient } from './client.ts';

test('gives a silent server two and a half seconds, and what changes something eight', async (context) => {
  // In a file of its own: one timer serves the whole process, and this test holds it.
  context.mock.timers.enable({ apis: ['setInterval'] });
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const { upstream, asked } = anUpstream(() => new Promise(() => undefined));
  const client = tmfClient('TMF678', upstream, { trace: 'trace-1' });
  const inTime = { name: 'UpstreamProblem', fault: 'unreachable', code: 'timeout' };
  const gaveUp: string[] = [];
  const waits = [
    assert.rejects(client.get('customerBill', 'a'), inTime).then(() => gaveUp.push('read')),
    assert.rejects(client.post('customerBill', {}), inTime).then(() => gaveUp.push('write')),
  ];
  const after = async (milliseconds: number) => {
    now = milliseconds;
    context.mock.timers.tick(50);
    await new Promise(setImmediate);
    return gaveUp.join();
  };
  assert.deepEqual([await after(2_499), await after(2_500), await after(7_999), await after(8_000)], ['', 'read', 'read', 'read,write']);
  await Promise.all(waits);
  assert.equal(asked.length, 2);
});
