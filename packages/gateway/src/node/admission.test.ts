import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { createAdmission } from './admission.ts';

/** As much of an answer as is written to. */
class Answer extends EventEmitter {
  status = 0;
  headers: Record<string, string | number> = {};
  body = '';
  writeHead(status: number, headers: Record<string, string | number>): void {
    Object.assign(this, { status, headers });
  }
  end(body: string): void {
    this.body = body;
  }
}

const asking = (admission: ReturnType<typeof createAdmission>) => (url: string, method = 'GET') => {
  const answer = new Answer();
  const taken = admission.admit({ url, method } as IncomingMessage, answer as unknown as ServerResponse);
  return { taken, answer };
};

test('reads beyond what can be answered in time are told when to come back', (t) => {
  const admission = createAdmission({ least: 2 });
  t.after(() => admission.stop());
  const ask = asking(admission);
  const taken = Array.from({ length: admission.most }, () => ask('/api/v1/bills'));
  assert.ok(taken.every((one) => one.taken));
  const { taken: one, answer } = ask('/api/v1/bills');
  assert.equal(one, false);
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.headers['retry-after']) >= 1);
  const { trace, ...problem } = JSON.parse(answer.body) as Record<string, unknown>;
  assert.deepEqual(problem, { type: 'about:blank', status: 503, code: 'overloaded', title: 'Too much is going on here right now. Try again in a moment.' });
  assert.match(String(trace), /^[\da-f-]{36}$/);
  // One that ends makes room for one.
  taken[0]?.answer.emit('close');
  assert.equal(ask('/api/v1/bills').taken, true);
  assert.equal(ask('/api/v1/bills').taken, false);
  assert.equal(admission.refused, 2);
});

test('sign-in, sign-out and changes have room when reads have none', (t) => {
  const admission = createAdmission({ least: 1 });
  t.after(() => admission.stop());
  const ask = asking(admission);
  while (ask('/').taken);
  for (const [url, method] of [['/auth/login?returnTo=/', 'GET'], ['/auth/logout', 'POST'], ['/idp/login', 'POST'], ['/api/v1/session', 'GET'], ['/api/v1/orders', 'POST']] as const) {
    assert.equal(ask(url, method).taken, true, url);
  }
  assert.equal(ask('/api/v1/sessions').taken, false);
  assert.equal(ask('/authx').taken, false);
});

test('an open stream takes nobody’s place', (t) => {
  const admission = createAdmission({ least: 1 });
  t.after(() => admission.stop());
  const ask = asking(admission);
  for (let stream = 0; stream < 100; stream += 1) assert.equal(ask('/api/v1/events').taken, true);
  assert.deepEqual([admission.inFlight, admission.streams], [0, 100]);
});

test('less is taken on while there is no time and reads are slow, and more again when somebody wants it', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let [now, utilization] = [1_000, 1];
  t.mock.method(performance, 'now', () => now);
  t.mock.method(performance, 'eventLoopUtilization', () => ({ utilization, idle: 0, active: 0 }));
  const admission = createAdmission({ least: 4, slow: 50 });
  t.after(() => admission.stop());
  const ask = asking(admission);
  /** As many reads as are taken on, each over after so long. */
  const beat = (took: number) => {
    const answers = [];
    for (let one = ask('/api/v1/bills'); one.taken; one = ask('/api/v1/bills')) answers.push(one.answer);
    now += took;
    const last = answers.pop();
    for (const answer of answers) answer.emit('close');
    t.mock.timers.tick(100);
    last?.emit('close');
  };
  assert.equal(admission.most, 64);
  beat(300);
  assert.equal(admission.most, 44);
  for (let slow = 0; slow < 19; slow += 1) beat(300);
  assert.equal(admission.most, 4);
  // Fast answers of a busy process: one more at a time. The last slow one still counts at first.
  beat(10);
  beat(10);
  assert.equal(admission.most, 5);
  // Slow systems elsewhere cost us nothing.
  utilization = 0.2;
  for (let slow = 0; slow < 9; slow += 1) beat(3_000);
  assert.equal(admission.most, 512);
  // And who was busy a moment ago and has time again takes a whole page at once, though nobody asked for more.
  utilization = 1;
  for (let slow = 0; slow < 20; slow += 1) beat(300);
  utilization = 0.2;
  t.mock.timers.tick(800);
  assert.equal(admission.most, 64);
});
