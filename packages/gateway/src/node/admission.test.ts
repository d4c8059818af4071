import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
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

test('less is taken on while the event loop comes late, and more again after', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let now = 1_000;
  t.mock.method(performance, 'now', () => now);
  const admission = createAdmission({ least: 4, late: 50 });
  t.after(() => admission.stop());
  const beat = (took: number) => {
    now += took;
    t.mock.timers.tick(100);
  };
  assert.equal(admission.most, 32);
  beat(300);
  assert.equal(admission.most, 19);
  for (let late = 0; late < 9; late += 1) beat(300);
  assert.equal(admission.most, 4);
  for (let calm = 0; calm < 28; calm += 1) beat(101);
  assert.equal(admission.most, 32);
  beat(101);
  assert.equal(admission.most, 32);
});
