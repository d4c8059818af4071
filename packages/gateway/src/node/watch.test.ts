import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { LogEntry } from '../options.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { areaOf, createWatch, type Seen } from './watch.ts';

const text = async (metrics: Metrics): Promise<string> => {
  const server = metrics.server();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    return await (await fetch(`http://127.0.0.1:${(server.address() as { port: number }).port}/metrics`)).text();
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

function answered(watch: ReturnType<typeof createWatch>, facts: { url: string; method?: string; status: number; seen?: Seen }): void {
  const response = Object.assign(new EventEmitter(), { statusCode: facts.status });
  watch({ url: facts.url, method: facts.method ?? 'GET' } as IncomingMessage, response as unknown as ServerResponse, facts.seen ?? {});
  response.emit('close');
}

test('an answer counts under its route’s pattern, or under where it stands: never under a path', () => {
  for (const [url, area] of [['/api/v1/bills/b-1?x=1', '/api'], ['/auth/login?returnTo=/', '/auth/login'], ['/auth/guess', '/auth'], ['/idp', '/idp'], ['/', 'other'], ['/somebody@example.com', 'other'], ['/api/v1/events', '/events']] as const) {
    assert.equal(areaOf(url), area, url);
  }
});

test('figures add up as a histogram’s do', async () => {
  const metrics = createMetrics();
  for (const seconds of [0.001, 0.02, 0.02, 99]) metrics.observe('/bills', 'GET', 200, seconds);
  metrics.observe('/bills', 'BREW', 429, 0.001);
  const lines = (await text(metrics)).split('\n').filter((line) => line.startsWith('faceplate_http'));
  assert.deepEqual(lines.slice(0, 10), [
    'faceplate_http_seconds_bucket{le="0.005",route="/bills",method="GET",status="200"} 1',
    'faceplate_http_seconds_bucket{le="0.025",route="/bills",method="GET",status="200"} 3',
    'faceplate_http_seconds_bucket{le="0.1",route="/bills",method="GET",status="200"} 3',
    'faceplate_http_seconds_bucket{le="0.25",route="/bills",method="GET",status="200"} 3',
    'faceplate_http_seconds_bucket{le="1",route="/bills",method="GET",status="200"} 3',
    'faceplate_http_seconds_bucket{le="2.5",route="/bills",method="GET",status="200"} 3',
    'faceplate_http_seconds_bucket{le="10",route="/bills",method="GET",status="200"} 3',
    'faceplate_http_seconds_bucket{le="+Inf",route="/bills",method="GET",status="200"} 4',
    'faceplate_http_seconds_sum{route="/bills",method="GET",status="200"} 99.041',
    'faceplate_http_seconds_count{route="/bills",method="GET",status="200"} 4',
  ]);
  assert.ok(lines.includes('faceplate_http_seconds_count{route="/bills",method="other",status="429"} 1'));
});

test('the log is told of what failed, and of a sample of the rest, in named fields alone', () => {
  const lines: LogEntry[] = [];
  const watch = createWatch(undefined, (_level, entry) => lines.push(entry));
  for (let one = 0; one < 40; one += 1) answered(watch, { url: `/api/v1/bills/secret-${one}`, status: 200, seen: { route: '/bills/:billId', trace: 't' } });
  assert.equal(lines.length, 2);
  answered(watch, { url: '/api/v1/bills', method: 'GET\r\nx: y', status: 503 });
  assert.equal(lines.length, 3);
  assert.deepEqual(lines.map(({ milliseconds, ...rest }) => [typeof milliseconds, rest]), [
    ['number', { event: 'answered', method: 'GET', route: '/bills/:billId', status: 200, trace: 't' }],
    ['number', { event: 'answered', method: 'GET', route: '/bills/:billId', status: 200, trace: 't' }],
    ['number', { event: 'answered', method: 'other', route: '/api', status: 503 }],
  ]);
});

test('what is behind us is told system by system', async () => {
  const health = { api: 'TMF678', name: 'Billing', breaker: { read: 'open', write: 'closed' }, inFlight: 3, queued: 2, calls: 10, failures: 4, retries: 1, turnedAway: 5 } as const;
  const told = await text(createMetrics({ upstreams: () => [health] }));
  for (const line of [
    'faceplate_upstream_calls_total{api="TMF678",upstream="Billing"} 10',
    'faceplate_upstream_turned_away_total{api="TMF678",upstream="Billing"} 5',
    'faceplate_upstream_in_flight{api="TMF678",upstream="Billing"} 3',
    'faceplate_upstream_breaker_open{api="TMF678",upstream="Billing",group="read"} 1',
    'faceplate_upstream_breaker_open{api="TMF678",upstream="Billing",group="write"} 0',
  ]) assert.ok(told.includes(`${line}\n`), line);
});
