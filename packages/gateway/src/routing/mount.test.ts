import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import type { LogEntry } from '../options.ts';
import { factsOf } from '../policy/facts.ts';
import { aGateway, anUpstream, aSession, aSubject, bodyOf, signedIn } from '../testing/fixtures.ts';
import { route } from './route.ts';

const Thing = z.object({ id: z.string(), size: z.int() });
const things = [
  route({
    method: 'GET',
    path: '/things/:thingId',
    summary: 'One thing.',
    answer: Thing,
    policy: { action: 'ticket.read' },
    handle: async (call) => {
      const thing = await call.tmf('TMF621').get('troubleTicket', call.params.thingId);
      call.demand(factsOf(thing));
      return { id: call.params.thingId, size: thing['size'] as number };
    },
  }),
  route({
    method: 'GET',
    path: '/things',
    summary: 'Things by size.',
    query: z.object({ size: z.optional(z.coerce.number().check(z.minimum(1))) }),
    answer: z.object({ size: z.number() }),
    policy: { action: 'ticket.read' },
    handle: (call) => Promise.resolve({ size: call.query.size ?? 0 }),
  }),
  route({
    method: 'POST',
    path: '/things',
    summary: 'A new thing.',
    body: Thing,
    answer: Thing,
    status: 201,
    policy: { action: 'order.place' },
    handle: (call) => Promise.resolve(call.body),
  }),
  route({
    method: 'DELETE',
    path: '/things/:thingId',
    summary: 'No more thing.',
    policy: { action: 'cart.change' },
    handle: () => Promise.resolve(),
  }),
  route({
    method: 'GET',
    path: '/things/:thingId/document',
    summary: 'A thing on paper.',
    answer: { media: 'application/pdf' },
    policy: { action: 'ticket.read' },
    handle: () => Promise.resolve({ bytes: new TextEncoder().encode('%PDF'), fileName: 'thing "7"\r\n.pdf' }),
  }),
];

const bss = (body: unknown, status = 200) => {
  const { upstream } = anUpstream(() => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
  return { upstreams: () => upstream };
};
const ticket = { relatedParty: [{ id: 'anna' }], size: 3 };

test('answers a person with what is theirs, in the shape of the contract', async () => {
  const response = await aGateway(things, bss({ ...ticket, secret: 'upstream word' })).call('/things/t1');
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { id: 't1', size: 3 });
});

test('asks for sign-in when there is no session', async () => {
  const response = await aGateway(things, { sessions: signedIn(undefined) }).call('/things');
  assert.equal(response.status, 401);
  assert.equal((await bodyOf(response)).code, 'signed-out');
});

test('tells a kind of sign-in that may not do this at all', async () => {
  const sessions = signedIn(aSession({ subject: aSubject({ persona: 'agent' }) }));
  const response = await aGateway(things, { sessions }).call('/things', { method: 'POST', body: { id: 'a', size: 1 } });
  assert.equal(response.status, 403);
});

test("answers a stranger's record, a missing one and a senseless id alike", async () => {
  const foreign = await aGateway(things, bss({ relatedParty: [{ id: 'boris' }], size: 1 })).call('/things/t1');
  const missing = await aGateway(things, bss({ code: 60, reason: 'no' }, 404)).call('/things/t1');
  const senseless = await aGateway(things).call('/things/..%2Fadmin');
  const seen = [];
  for (const response of [foreign, missing, senseless]) {
    const { trace, ...problem } = await bodyOf(response);
    assert.equal(trace, response.headers.get('x-request-id'));
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
    seen.push({ status: response.status, headers, problem });
  }
  assert.equal(seen[0]?.status, 404);
  assert.deepEqual(seen[1], seen[0]);
  assert.deepEqual(seen[2], seen[0]);
});

test('says which field of a query is wrong', async () => {
  const response = await aGateway(things).call('/things?size=0');
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.deepEqual((await bodyOf(response)).errors?.[0]?.path, 'size');
});

test('says which field of a body is wrong', async () => {
  const response = await aGateway(things).call('/things', { method: 'POST', body: { id: 'a', size: 'big' } });
  assert.equal(response.status, 422);
  assert.deepEqual((await bodyOf(response)).errors?.[0]?.path, 'size');
});

for (const [what, body, status] of [
  ['that is no JSON', '{', 400],
  ['with a NUL in it', '{"id":"a\\u0000","size":1}', 422],
  ['with half of a character in it', String.raw`{"id":"a\ud83dz","size":1}`, 422],
  ['nested deeper than can be followed', `${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`, 422],
  ['larger than a mebibyte', `{"id":"${'x'.repeat(1024 * 1024)}","size":1}`, 413],
] as const) {
  test(`refuses a body ${what}`, async () => {
    assert.equal((await aGateway(things).call('/things', { method: 'POST', body })).status, status);
  });
}

test('takes a body that only speaks of a NUL', async () => {
  for (const id of [String.raw`a\u0000`, String.raw`a\ud83d`]) {
    assert.equal((await aGateway(things).call('/things', { method: 'POST', body: { id, size: 1 } })).status, 201);
  }
});

test('takes a whole character written as its two halves', async () => {
  const body = String.raw`{"id":"a\ud83d\ude00","size":1}`;
  assert.equal((await aGateway(things).call('/things', { method: 'POST', body })).status, 201);
});

test('never lets an answer out that breaks its contract', async () => {
  const lines: LogEntry[] = [];
  const log = (_: string, entry: LogEntry) => void lines.push(entry);
  const response = await aGateway(things, { ...bss({ ...ticket, size: 'private words' }), log }).call('/things/t1');
  const text = await response.text();
  assert.equal(response.status, 502);
  assert.ok(!text.includes('private words') && !JSON.stringify(lines).includes('private words'));
  assert.equal(lines[0]?.trace, (JSON.parse(text) as { trace: string }).trace);
});

test('never tells what an unexpected error said', async () => {
  const broken = route({
    method: 'GET',
    path: '/broken',
    summary: 'Breaks.',
    answer: Thing,
    policy: { action: 'ticket.read' },
    handle: () => Promise.reject(new Error('select * from secrets')),
  });
  const response = await aGateway([broken]).call('/broken');
  assert.equal(response.status, 500);
  assert.ok(!(await response.text()).includes('secrets'));
});

test('names the system that cannot be reached', async () => {
  const response = await aGateway(things, bss('<html>', 503)).call('/things/t1');
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.match((await bodyOf(response)).title, /Meridian Billing/);
});

const asOurs = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };

test('blames no system when the customer has left, and one that failed when not', async () => {
  for (const leaves of [true, false]) {
    const logged: LogEntry[] = [];
    const leaving = new AbortController();
    const { upstream } = anUpstream(() => {
      if (leaves) leaving.abort();
      return new Response('<html>', { status: 503 });
    });
    const { app } = aGateway(things, { upstreams: () => upstream, log: (_, entry) => void logged.push(entry) });
    await app.request('http://portal.test/api/v1/things/t1', { headers: asOurs, signal: leaving.signal });
    assert.equal(logged.length, leaves ? 0 : 1);
  }
});

test('a body cut short is no failure of ours', async () => {
  const logged: LogEntry[] = [];
  const { app } = aGateway(things, { log: (_, entry) => void logged.push(entry) });
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
  // Fetch wants it said of a stream; the types of the browser do not know it.
  const halfDuplex = { duplex: 'half' };
  const request = new Request('http://portal.test/api/v1/things', { method: 'POST', headers: asOurs, body, ...halfDuplex });
  assert.equal((await app.request(request)).status, 400);
  assert.deepEqual(logged, []);
});

test('refuses a method that is not in the table, and says which are', async () => {
  const response = await aGateway(things).call('/things/t1', { method: 'PATCH', body: {} });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('allow'), 'GET, DELETE');
});

test('does not take a method from a header', async () => {
  const response = await aGateway(things).call('/things', { headers: { 'x-http-method-override': 'POST' } });
  assert.deepEqual(await response.json(), { size: 0 });
});

test('answers without a body where there is nothing to say', async () => {
  const response = await aGateway(things).call('/things/t1', { method: 'DELETE' });
  assert.equal(response.status, 204);
  assert.equal(await response.text(), '');
});

test('hands a document over as a download that cannot act as a page', async () => {
  const { headers } = await aGateway(things).call('/things/t1/document');
  assert.equal(headers.get('content-type'), 'application/pdf');
  assert.equal(headers.get('content-disposition'), 'attachment; filename="thing__7___.pdf"');
  assert.equal(headers.get('content-security-policy'), 'sandbox');
  assert.equal(headers.get('cache-control'), 'no-store');
});
