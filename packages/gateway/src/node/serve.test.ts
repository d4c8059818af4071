import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { aChange, aSession, aTenant, anUpstream, changesOf, NOW, signedIn } from '../testing/fixtures.ts';
import { gatewayOver } from '../gateway.ts';
import type { LogEntry } from '../options.ts';
import { createLog } from './log.ts';
import { type Running, serve, type ServeOptions } from './serve.ts';
import { urlUpstream } from './undici-fetch.ts';

const running: Running[] = [];
after(() => Promise.all(running.map((one) => one.stop())));

async function start(facts: Partial<ServeOptions> = {}) {
  const one = await serve({ host: '127.0.0.1', port: 0, fetch: () => new Response('app'), ...facts });
  running.push(one);
  const url = `http://127.0.0.1:${one.port}`;
  return { ...one, url, get: (path: string) => fetch(url + path) };
}

test('is alive, and ready when what it needs is', async () => {
  let ready: () => Promise<boolean> = () => Promise.resolve(true);
  const { get } = await start({ ready: () => ready() });
  assert.equal((await get('/healthz')).status, 200);
  assert.equal((await get('/readyz')).status, 200);
  ready = () => Promise.reject(new Error('no database'));
  assert.equal((await get('/healthz')).status, 200);
  assert.equal((await get('/readyz')).status, 503);
});

test('gives a path to what speaks for itself, and the rest to the app', async () => {
  const { get } = await start({ mounts: [{ at: '/idp', handle: (request, response) => void response.end(request.url) }] });
  assert.equal(await (await get('/idp/token?x=1')).text(), '/idp/token?x=1');
  for (const path of ['/idpx', '/', '/x/idp']) assert.equal(await (await get(path)).text(), 'app');
});

test('shows figures to Prometheus on a port of their own, without anybody’s ids', async () => {
  const { get, metricsPort } = await start({ metricsPort: 0 });
  await (await get('/api/v1/bills/secret-id')).text();
  await (await get('/secret-word')).text();
  assert.equal(await (await get('/metrics')).text(), 'app');
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  assert.match(text, /faceplate_http_seconds_count\{route="\/api",method="GET",status="200"\} 1/);
  assert.match(text, /nodejs_eventloop_lag_seconds/);
  assert.doesNotMatch(text, /secret/);
  assert.equal((await fetch(`http://127.0.0.1:${metricsPort}/`)).status, 404);
});

test('stops at once though browsers hold connections and event streams open', async () => {
  const stopping = new AbortController();
  const changes = changesOf(aChange(1));
  const { upstream } = anUpstream(() => new Response('[]'));
  const gateway = gatewayOver([], {
    tenant: aTenant(),
    upstreams: () => upstream,
    sessions: signedIn(aSession()),
    changes: changes.source,
    clock: () => NOW,
    stopping: stopping.signal,
  });
  const { url, port, stop } = await start({ fetch: (request) => gateway.fetch(request), stopping });
  const idle = connect(port, '127.0.0.1');
  const stream = await fetch(`${url}/api/v1/events`, { headers: { 'x-fp-csrf': '1' } });
  assert.equal(stream.status, 200);
  const began = performance.now();
  await Promise.all([stop(), stop(), stream.text()]);
  assert.ok(performance.now() - began < 2_000);
  assert.equal(changes.listeners(), 0);
  idle.destroy();
  await assert.rejects(fetch(url));
});

test('lets a running request finish, but not for ever', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const finishing = await start({ fetch: () => promise });
  const answer = finishing.get('/');
  // The request has to be in before stopping begins.
  await finishing.get('/healthz');
  const stopped = finishing.stop();
  resolve(new Response('done'));
  assert.equal(await (await answer).text(), 'done');
  await stopped;

  const stuck = await start({ fetch: () => new Promise(() => undefined), patience: 50 });
  const never = stuck.get('/');
  await stuck.get('/healthz');
  await Promise.all([stuck.stop(), assert.rejects(never)]);
});

test('goes on answering while balancers notice that it is not ready any more', async () => {
  const stopping = new AbortController();
  const { url, get, stop } = await start({ drain: 300, stopping });
  const began = performance.now();
  const stopped = stop();
  assert.equal((await get('/readyz')).status, 503);
  assert.equal(stopping.signal.aborted, false);
  const answer = await get('/');
  assert.deepEqual([answer.status, answer.headers.get('connection'), await answer.text()], [200, 'close', 'app']);
  await stopped;
  assert.ok(performance.now() - began >= 290);
  assert.equal(stopping.signal.aborted, true);
  await assert.rejects(fetch(url));
});

test('logs the facts named safe, one line each, and drops the rest', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const entry = { event: 'failed', status: 503, reason: 'two\nlines', body: 'IBAN', query: '?msisdn=49' } as LogEntry;
  log('error', entry);
  const { level, time, ...facts } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  assert.deepEqual([level, typeof time], [50, 'number']);
  assert.deepEqual(facts, { event: 'failed', status: 503, reason: 'two\nlines' });
  assert.equal(lines.join('').match(/\n/g)?.length, 1);
});

test('reaches an upstream by URL: its methods, bodies, headers and refusals', async () => {
  const seen: unknown[] = [];
  const bss = await start({
    fetch: async (request) => {
      seen.push([request.method, new URL(request.url).pathname, request.headers.get('authorization'), await request.text()]);
      if (request.method === 'DELETE') return new Response(null, { status: 204 });
      if (request.method === 'GET') return new Response(null, { status: 302, headers: { location: '/elsewhere' } });
      return Response.json({ id: 'a' }, { status: 201, headers: { 'x-total-count': '1' } });
    },
  });
  const upstream = urlUpstream({ name: 'BSS', baseUrl: bss.url });
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
  const created = await upstream.fetch(new Request(`${bss.url}/x?y=1`, { method: 'POST', headers, body: '{"a":1}' }));
  assert.deepEqual([created.status, created.headers.get('x-total-count'), await created.json()], [201, '1', { id: 'a' }]);
  assert.equal((await upstream.fetch(new Request(`${bss.url}/x`, { method: 'DELETE' }))).status, 204);
  // Redirects are not followed: they could lead our credentials elsewhere.
  assert.equal((await upstream.fetch(new Request(`${bss.url}/moved`))).status, 302);
  assert.deepEqual(seen[0], ['POST', '/x', 'Bearer t', '{"a":1}']);
  assert.equal(seen.length, 3);
  await upstream.close();
  await assert.rejects(upstream.fetch(new Request(`${bss.url}/x`)));
});

test('tells the operator how the systems behind are', async () => {
  const health = { api: 'TMF678', name: 'Billing', breaker: { read: 'open', write: 'closed' }, inFlight: 3, queued: 1, calls: 40, failures: 20, retries: 2, turnedAway: 7 } as const;
  const { metricsPort } = await start({ metricsPort: 0, upstreams: () => [health] });
  // Twice: figures that are told are not added up.
  await fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((answer) => answer.text());
  const told = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const figures = told.split('\n').filter((line) => line.startsWith('faceplate_upstream_')).map((line) => line.replace('faceplate_upstream_', '').replace('api="TMF678",upstream="Billing"', ''));
  assert.deepEqual(figures, ['calls_total{} 40', 'failures_total{} 20', 'retries_total{} 2', 'turned_away_total{} 7', 'in_flight{} 3', 'queued{} 1', 'breaker_open{,group="read"} 1', 'breaker_open{,group="write"} 0']);
});

test('tells the operator, and nobody else, which records are kept from customers', async () => {
  const counts = [{ api: 'TMF678' as const, upstream: 'Billing', rule: 'missing' as const, count: 3 }];
  const items = [{ at: '2026-11-21T08:00:00.000Z', api: 'TMF678' as const, upstream: 'Billing', resource: 'customerBill', path: 'billDate', rule: 'missing' as const }];
  const { get, metricsPort } = await start({ metricsPort: 0, withheld: { items: () => items, counts: () => counts } });
  const told = await fetch(`http://127.0.0.1:${metricsPort}/quarantine`);
  assert.deepEqual(await told.json(), { items });
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  assert.match(metrics, /faceplate_quarantined_total\{api="TMF678",upstream="Billing",rule="missing"\} 3/);
  assert.equal(await (await get('/quarantine')).text(), 'app');
});

test('a trace goes on from a proxy that is trusted, and from nobody else', async () => {
  const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  for (const [trustedProxies, expected] of [[['127.0.0.1'], '4bf92f35-77b3-4da6-a3ce-929d0e0e4736'], [[], undefined]] as const) {
    const seen: (string | undefined)[] = [];
    const { url } = await start({ trustedProxies, fetch: (_request, env) => (seen.push(env?.seen?.trace), new Response('')) });
    await fetch(`${url}/api/v1/bills`, { headers: { traceparent: given } });
    assert.deepEqual(seen, [expected]);
  }
});
