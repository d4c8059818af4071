import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Upstream } from '../options.ts';
import { anUpstream } from '../testing/fixtures.ts';
import { type Ask, exchange } from './exchange.ts';
import { createGuard } from './guard.ts';
import { SendFailure, type Sending } from './send.ts';

const GET: Ask = { method: 'GET', url: 'http://bss.internal/x' };
const POST: Ask = { method: 'POST', url: 'http://bss.internal/x', body: { name: 'Tür' } };
const within = { trace: 'trace-1', idempotencyKey: 'key-1' };

/** An upstream with a direct way that answers each call as the test says. */
function direct(answers: (call: Sending, count: number) => { status: number; text?: string; headers?: Record<string, string> } | SendFailure, facts: Partial<Upstream> = {}) {
  const calls: Sending[] = [];
  const upstream: Upstream = {
    ...anUpstream(() => Response.error()).upstream,
    send: (call) => {
      calls.push(call);
      const answer = answers(call, calls.length);
      if (answer instanceof SendFailure) return Promise.reject(answer);
      const { status, text = '{}', headers = {} } = answer;
      return Promise.resolve({ status, text, headers: { get: (name) => headers[name] ?? null } });
    },
    ...facts,
  };
  return { upstream, calls };
}

test('sends what it wrote itself, and nothing else', async () => {
  const { upstream, calls } = direct(() => ({ status: 200 }));
  await exchange(upstream, GET, within);
  await exchange(upstream, POST, within);
  assert.deepEqual(calls.map(({ headers }) => headers), [
    { accept: 'application/json', 'x-request-id': 'trace-1', authorization: 'Bearer service-token' },
    { accept: 'application/json', 'x-request-id': 'trace-1', authorization: 'Bearer service-token', 'content-type': 'application/json', 'idempotency-key': 'key-1' },
  ]);
  assert.deepEqual(calls.map(({ body }) => body), [undefined, '{"name":"Tür"}']);
});

test('reads a name that is there twice as the system itself does, and builds no prototype from one', async () => {
  const { upstream } = direct(() => ({ status: 200, text: '{"id":"a","__proto__":{"admin":true},"id":"b"}' }));
  const { body } = await exchange(upstream, GET, within);
  assert.equal((body as { id: string }).id, 'b');
  assert.equal((body as { admin?: boolean }).admin, undefined);
});

test('asks for a new token once when the one it has is refused, whatever the call', async () => {
  for (const ask of [GET, POST]) {
    let tokens = 0;
    const refused: string[] = [];
    const credentials = { header: () => `Bearer t${(tokens += 1)}`, refused: (value: string) => void refused.push(value) };
    const { upstream, calls } = direct(({ headers }) => ({ status: headers['authorization'] === 'Bearer t2' ? 200 : 401 }), { credentials });
    assert.equal((await exchange(upstream, ask, within)).status, 200);
    assert.deepEqual([calls.length, refused], [2, ['Bearer t1']]);
  }
  const credentials = { header: () => 'Bearer t', refused: () => undefined };
  const { upstream, calls } = direct(() => ({ status: 401 }), { credentials });
  await assert.rejects(exchange(upstream, GET, within), { fault: 'refused', status: 401 });
  assert.equal(calls.length, 2);
});

test('a system whose token cannot be had is not there', async () => {
  const credentials = { header: () => Promise.reject(new SendFailure('no-token', undefined, true)), refused: () => undefined };
  const { upstream, calls } = direct(() => ({ status: 200 }), { credentials });
  await assert.rejects(exchange(upstream, GET, within), { fault: 'unreachable', code: 'no-token', unsent: true });
  assert.equal(calls.length, 0);
});

test('posts again only what never left, or what the system says it does once', async () => {
  const lost = new SendFailure('no-answer', { code: 'ECONNRESET' });
  const unsent = new SendFailure('no-answer', { code: 'ECONNREFUSED' }, true);
  const cases: [SendFailure, boolean, Ask, string | undefined, number][] = [
    [lost, false, POST, 'key', 1],
    [unsent, false, POST, 'key', 2],
    [lost, true, POST, 'key', 2],
    [unsent, true, POST, undefined, 1],
    [unsent, true, { ...POST, method: 'PATCH' }, 'key', 1],
    [lost, false, GET, undefined, 2],
  ];
  for (const [failure, heedsKeys, ask, idempotencyKey, tries] of cases) {
    const { upstream, calls } = direct(() => failure, { heedsKeys, guard: createGuard('Billing') });
    await assert.rejects(exchange(upstream, ask, { trace: 't', ...(idempotencyKey !== undefined && { idempotencyKey }) }), { fault: 'unreachable', code: failure.code });
    assert.equal(calls.length, tries, `${ask.method} ${failure.code} ${heedsKeys}`);
  }
});

test('names what went wrong, for the log', async () => {
  const cases: [SendFailure, object][] = [
    [new SendFailure('no-answer', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), { fault: 'unreachable', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    [new SendFailure('too-large'), { fault: 'garbage', code: 'too-large' }],
    [new SendFailure('timeout'), { fault: 'unreachable', code: 'timeout' }],
    [new SendFailure('no-answer', { code: 'a sentence about somebody' }), { fault: 'unreachable', code: undefined }],
  ];
  for (const [failure, problem] of cases) await assert.rejects(exchange(direct(() => failure).upstream, POST, within), problem);
});

test('hears when a busy system wants to be asked again', async () => {
  const { upstream } = direct(() => ({ status: 429, headers: { 'retry-after': '7' } }));
  await assert.rejects(exchange(upstream, GET, within), { fault: 'unreachable', retryAfter: 7_000 });
});
