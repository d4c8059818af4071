import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiRoutes } from '../routes.ts';
import { aGateway, aTenant } from '../testing/fixtures.ts';

const page = () => Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }));
const open = async (path: string, publicUrl = 'http://portal.test') => {
  const { app } = aGateway(apiRoutes, {
    files: page,
    tenant: aTenant({ publicUrl }),
    documentPolicy: { scripts: ["'sha256-abc='"], forms: ['https://id.example'] },
  });
  return (await app.request(publicUrl + path)).headers;
};

test("a page of the shell runs our files only, under Trusted Types, in nobody's frame", async () => {
  const headers = await open('/');
  const policy = new Map(headers.get('content-security-policy')?.split('; ').map((line) => line.split(/ (.*)/s, 2) as [string, string]));
  assert.equal(policy.get('default-src'), "'none'");
  assert.equal(policy.get('script-src'), "'self' 'sha256-abc='");
  assert.equal(policy.get('form-action'), "'self' https://id.example");
  assert.equal(policy.get('frame-ancestors'), "'none'");
  assert.equal(policy.get('base-uri'), "'none'");
  assert.equal(policy.get('require-trusted-types-for'), "'script'");
  assert.equal(policy.get('trusted-types'), "lit-html 'allow-duplicates' fp-shell");
  assert.ok(!headers.get('content-security-policy')?.includes('unsafe'));
  assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
});

test('only a portal on https tells browsers to stay there', async () => {
  assert.equal((await open('/')).get('strict-transport-security'), null);
  assert.match((await open('/', 'https://portal.test')).get('strict-transport-security') ?? '', /max-age=\d{8}/);
});

test('answers of the API are kept by nobody and can be no page', async () => {
  const headers = await open('/api/v1/session');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
});

test('foreign pages may load the drop-in modules', async () => {
  const headers = await open('/embed/bill-viewer.js');
  assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal(headers.get('access-control-allow-origin'), '*');
});

test('every answer has a trace of its own, whatever the caller sent', async () => {
  const { app } = aGateway(apiRoutes);
  const traces = [];
  for (const path of ['/', '/api/v1/nothing', '/api/v1/session']) {
    const { headers } = await app.request(`http://portal.test${path}`, { headers: { 'x-request-id': 'mine' } });
    traces.push(headers.get('x-request-id'));
  }
  assert.equal(new Set(traces).size, 3);
  assert.ok(traces.every((trace) => /^[0-9a-f-]{36}$/.test(trace ?? '')));
});

test('an unknown path of the API is never answered with a page', async () => {
  const { app } = aGateway(apiRoutes, { files: page });
  const response = await app.request('http://portal.test/api/v1/nothing', { headers: { accept: 'text/html' } });
  assert.equal(response.status, 404);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
});
