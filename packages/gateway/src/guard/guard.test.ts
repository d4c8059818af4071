import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import type { LogEntry } from '../options.ts';
import { route } from '../routing/route.ts';
import { aGateway, bodyOf, NOW } from '../testing/fixtures.ts';

const Thing = z.object({ id: z.string() });
const policy = { action: 'ticket.read' } as const;
const routes = [
  route({ method: 'GET', path: '/things', summary: 'Things.', answer: Thing, policy, handle: () => Promise.resolve({ id: 'a' }) }),
  route({ method: 'POST', path: '/things', summary: 'Thing.', body: Thing, answer: Thing, policy, handle: (call) => Promise.resolve(call.body) }),
  route({ method: 'DELETE', path: '/things', summary: 'No thing.', policy, handle: () => Promise.resolve() }),
];

type Line = [what: string, method: string, headers: Record<string, string>, status: number, code?: string];
const json = { 'content-type': 'application/json' };
const table: Line[] = [
  ['a read of our own page', 'GET', { 'sec-fetch-site': 'same-origin' }, 200],
  ['a read without our header', 'GET', { 'x-fp-csrf': '' }, 403, 'csrf-header-missing'],
  ['a read with another value in our header', 'GET', { 'x-fp-csrf': 'true' }, 403, 'csrf-header-missing'],
  ['a write of our own page', 'POST', { ...json, origin: 'http://portal.test', 'sec-fetch-site': 'same-origin' }, 200],
  ['a write of an unknown origin', 'POST', { ...json, origin: 'https://evil.example' }, 403, 'origin-unknown'],
  ['a write of a page without an origin', 'POST', { ...json, origin: 'null' }, 403, 'origin-unknown'],
  ['a write of an origin that only begins like a listed one', 'POST', { ...json, origin: 'https://host.example.evil' }, 403, 'origin-unknown'],
  ['a write of our origin on another port', 'POST', { ...json, origin: 'http://portal.test:8443' }, 403, 'origin-unknown'],
  ['a call of a sibling subdomain', 'GET', { 'sec-fetch-site': 'same-site' }, 403, 'site-unknown'],
  ['a call of another site', 'GET', { 'sec-fetch-site': 'cross-site' }, 403, 'site-unknown'],
  ['an address typed by hand', 'GET', { 'sec-fetch-site': 'none' }, 403, 'site-unknown'],
  ['a call of a listed page of another site', 'GET', { origin: 'https://host.example', 'sec-fetch-site': 'cross-site' }, 200],
  ['a write that needs no preflight', 'POST', { 'content-type': 'text/plain' }, 415, 'not-json'],
  ['a write in disguise', 'POST', { 'content-type': 'text/plain; application/json' }, 415, 'not-json'],
  ['a write of a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not-json'],
  ['a write with the character set named', 'POST', { 'content-type': 'application/json; charset=UTF-8' }, 200],
  ['a removal without a body', 'DELETE', {}, 204],
  ['a removal with a form', 'DELETE', { 'content-type': 'text/plain' }, 415, 'not-json'],
];

for (const [what, method, headers, status, code] of table) {
  test(`${what}: ${status}`, async () => {
    const response = await aGateway(routes).call('/things', { method, headers, ...(method === 'POST' && { body: { id: 'a' } }) });
    assert.equal(response.status, status);
    if (code !== undefined) assert.equal((await bodyOf(response)).code, code);
  });
}

const ask = (origin: string) =>
  aGateway(routes).app.request('http://portal.test/api/v1/things', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-fp-csrf' },
  });

test('lets a listed page ask, with the cookie', async () => {
  const { headers, status } = await ask('https://host.example');
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), 'https://host.example');
  assert.equal(headers.get('access-control-allow-credentials'), 'true');
  assert.equal(headers.get('access-control-allow-methods'), 'GET, POST, DELETE');
  assert.match(headers.get('access-control-allow-headers') ?? '', /x-fp-csrf/);
  assert.match(headers.get('vary') ?? '', /Origin/);
});

test('gives no permission to a page that is not listed', async () => {
  const { headers } = await ask('https://evil.example');
  assert.deepEqual([...headers.keys()].filter((name) => name.startsWith('access-control')), []);
});

test('lets a listed page read answers and refusals, and nobody else', async () => {
  const { call } = aGateway(routes);
  const refused = await call('/things', { headers: { origin: 'https://host.example', 'x-fp-csrf': '0' } });
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get('access-control-allow-origin'), 'https://host.example');
  const foreign = await call('/things', { headers: { origin: 'https://evil.example' } });
  assert.equal(foreign.headers.get('access-control-allow-origin'), null);
  assert.match(foreign.headers.get('vary') ?? '', /Origin/);
});

const report = (app: ReturnType<typeof aGateway>['app'], body: unknown) =>
  app.request('http://portal.test/csp-report', { method: 'POST', body: JSON.stringify(body) });

test('notes what a policy report is about and nothing personal of it', async () => {
  const lines: LogEntry[] = [];
  const { app } = aGateway(routes, { log: (_, entry) => void lines.push(entry) });
  const old = { 'effective-directive': 'img-src', 'blocked-uri': 'https://evil.example/?iban=DE12', 'document-uri': 'http://portal.test/bills/7' };
  const status = [
    (await report(app, { 'csp-report': old })).status,
    (await report(app, [{ body: { effectiveDirective: 'script-src-elem', blockedURL: 'inline' } }, null, 7])).status,
    (await report(app, 'nonsense')).status,
  ];
  assert.deepEqual(status, [204, 204, 204]);
  assert.deepEqual(
    lines.map(({ reason }) => reason),
    ['img-src https://evil.example', 'script-src-elem inline'],
  );
});

test('takes only so many policy reports a minute', async () => {
  let now = NOW;
  const { app } = aGateway(routes, { clock: () => now });
  for (let count = 0; count < 60; count += 1) assert.equal((await report(app, {})).status, 204);
  assert.equal((await report(app, {})).status, 429);
  now = new Date(now.getTime() + 60_000);
  assert.equal((await report(app, {})).status, 204);
});
