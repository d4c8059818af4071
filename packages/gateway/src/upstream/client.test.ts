import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anUpstream } from '../testing/fixtures.ts';
import { tmfClient } from './client.ts';
import { UpstreamProblem } from './problem.ts';

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const rows = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: String(from + index) }));

function clientOver(answer: (request: Request, asked: number) => Response | Promise<Response>, signal = new AbortController().signal) {
  let count = 0;
  const { upstream, asked } = anUpstream((request) => answer(request, (count += 1)));
  return { client: tmfClient('TMF678', upstream, { signal, trace: 'trace-1', idempotencyKey: 'key-1' }), asked };
}

/** A server with `all` rows that gives at most `most` a page. */
const pages = (all: number, most: number, headers: (page: number) => HeadersInit) => (request: Request) => {
  const query = new URL(request.url).searchParams;
  const offset = Number(query.get('offset'));
  const page = rows(offset, Math.max(0, Math.min(Number(query.get('limit')), most, all - offset)));
  return json(page, { headers: headers(page.length), status: page.length < all ? 206 : 200 });
};

const fault = (expected: Partial<UpstreamProblem>) => (error: unknown) => {
  assert.ok(error instanceof UpstreamProblem);
  for (const [name, value] of Object.entries(expected)) assert.equal(error[name as keyof UpstreamProblem], value);
  return true;
};

test('asks where TM Forum says, as the gateway, with the filters given', async () => {
  const { client, asked } = clientOver(() => json([]));
  await client.list('customerBill', { state: ['sent', 'settled'], 'billingAccount.id': 'a&b', fields: undefined });
  const [request] = asked;
  const url = new URL(request?.url ?? '');
  assert.equal(url.pathname, '/tmf-api/customerBillManagement/v4/customerBill');
  assert.equal(url.searchParams.get('state'), 'sent,settled');
  assert.equal(url.searchParams.get('billingAccount.id'), 'a&b');
  assert.equal(url.searchParams.has('fields'), false);
  assert.equal(request?.headers.get('authorization'), 'Bearer service-token');
  assert.equal(request?.headers.get('x-request-id'), 'trace-1');
});

test('reads a collection whole in one call when the server says its total', async () => {
  const { client, asked } = clientOver(pages(3, 500, () => ({ 'x-total-count': '3' })));
  assert.deepEqual(await client.list('customerBill'), { items: rows(0, 3), total: 3, unreadable: 0, partial: false });
  assert.equal(asked.length, 1);
});

test('reads on when a server gives smaller pages than asked for', async () => {
  const { client } = clientOver(pages(25, 10, () => ({ 'x-total-count': '25' })));
  assert.equal((await client.list('customerBill')).items.length, 25);
});

test('reads to the end though no header says where it is', async () => {
  const { client } = clientOver(pages(25, 10, () => ({ link: '<...?offset=0?limit=1>; rel="self"' })));
  assert.deepEqual((await client.list('customerBill')).items, rows(0, 25));
});

test('stops at a server that gives the same page for ever', async () => {
  const { client, asked } = clientOver(() => json(rows(0, 10)));
  assert.equal((await client.list('customerBill')).items.length, 10);
  assert.equal(asked.length, 2);
});

test('reads no more than the limit, and says that there is more', async () => {
  const { client } = clientOver(pages(900, 500, () => ({ 'x-total-count': '900' })));
  const { items, total, partial } = await client.list('customerBill', {}, { limit: 600 });
  assert.deepEqual([items.length, total, partial], [600, 900, true]);
});

test('counts the rows it cannot read', async () => {
  const { client } = clientOver(() => json([{ id: 'a' }, null, 'b'], { headers: { 'x-total-count': '3' } }));
  const { items, unreadable } = await client.list('customerBill');
  assert.deepEqual([items, unreadable], [[{ id: 'a' }], 2]);
});

const refusals: [what: string, response: () => Response, expected: Partial<UpstreamProblem>][] = [
  ['an error whose code is a number', () => json({ code: 24, reason: 'Invalid body field' }, { status: 400 }), { fault: 'refused', code: '24', status: 400 }],
  ['an error whose code is text', () => json({ code: 'ERR001', reason: 'no' }, { status: 409 }), { fault: 'refused', code: 'ERR001' }],
  ['an error whose code is a sentence', () => json({ code: 'No such customer: Ada, +49 151 1' }, { status: 400 }), { fault: 'refused', code: undefined }],
  ["a proxy's page for a missing record", () => new Response('<html>', { status: 404 }), { fault: 'not-found', code: undefined }],
  ["a proxy's page in place of an answer", () => new Response('<html>sorry', { status: 200 }), { fault: 'garbage' }],
  ['a list where a record was asked for', () => json([{ id: 'a' }]), { fault: 'garbage' }],
  ['an answer cut off', () => new Response('{"id": "a'), { fault: 'garbage' }],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: 'http://evil.example' } }), { fault: 'garbage', status: 302 }],
  ['our credentials refused', () => json({ code: 41 }, { status: 401 }), { fault: 'refused', status: 401 }],
  ['a server that broke', () => json({ code: 1, reason: 'internal' }, { status: 500 }), { fault: 'unreachable', status: 500 }],
];
for (const [what, response, expected] of refusals) {
  test(`understands ${what}`, async () => {
    await assert.rejects(clientOver(response).client.get('customerBill', 'a'), fault(expected));
  });
}

test('refuses an answer without end', async () => {
  const endless = () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(32)) }));
  await assert.rejects(clientOver(endless).client.get('customerBill', 'a'), fault({ fault: 'garbage' }));
});

test('asks a failing server for the same record once more, and no oftener', async () => {
  const recovering = clientOver((_, asked) => (asked === 1 ? new Response('', { status: 503 }) : json({ id: 'a' })));
  assert.deepEqual(await recovering.client.get('customerBill', 'a'), { id: 'a' });
  const down = clientOver(() => Promise.reject(new TypeError('refused')));
  await assert.rejects(down.client.get('customerBill', 'a'), fault({ fault: 'unreachable' }));
  assert.equal(down.asked.length, 2);
});

test('leaves a busy server alone', async () => {
  const { client, asked } = clientOver(() => new Response('', { status: 429 }));
  await assert.rejects(client.get('customerBill', 'a'), fault({ fault: 'unreachable', status: 429 }));
  assert.equal(asked.length, 1);
});

test('never repeats what changes something, and sends the key with it', async () => {
  const { client, asked } = clientOver(() => new Response('', { status: 503 }));
  await assert.rejects(client.post('customerBillOnDemand', { name: 'x' }), fault({ fault: 'unreachable' }));
  await assert.rejects(client.patch('customerBill', 'a', { state: 'onHold' }), fault({ fault: 'unreachable' }));
  assert.equal(asked.length, 2);
  assert.equal(asked[0]?.headers.get('idempotency-key'), 'key-1');
  assert.equal(asked[1]?.headers.get('idempotency-key'), null);
});

test('stops asking when the customer leaves', async () => {
  const leaving = new AbortController();
  const { client } = clientOver(() => new Promise(() => undefined), leaving.signal);
  const answer = client.get('customerBill', 'a');
  leaving.abort();
  await assert.rejects(answer, fault({ fault: 'unreachable' }));
});

test('lets no id climb out of its collection', async () => {
  const { client, asked } = clientOver(() => json({ id: 'a' }));
  for (const id of ['', '.', '..', 'bill\ud800']) await assert.rejects(client.get('customerBill', id), fault({ fault: 'not-found' }));
  await client.get('customerBill', '../x?y');
  assert.equal(new URL(asked[0]?.url ?? '').pathname, '/tmf-api/customerBillManagement/v4/customerBill/..%2Fx%3Fy');
});
