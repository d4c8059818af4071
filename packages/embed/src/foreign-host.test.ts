import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveForeignHost } from './foreign-host.ts';

const GATEWAY = 'https://portal.example';
const host = await serveForeignHost({ gateway: GATEWAY });
after(() => host.close());

const open = (path: string, init?: RequestInit) => fetch(host.url + path, init);
const post = (body: string) => open('/reports', { method: 'POST', body, headers: { 'content-type': 'application/csp-report' } });

test('the page asks the gateway it was told, and nobody else', async () => {
  const page = await (await open('/')).text();
  const named = [...page.matchAll(/https?:\/\/[^/"]+/g)].map(([origin]) => origin);
  assert.deepEqual(new Set(named), new Set([GATEWAY]));
  assert.match(page, /<script type="module" src="https:\/\/portal\.example\/embed\/bill-viewer\.js">/);
});

test('its policy allows nothing inline and of the gateway only modules and answers', async () => {
  const { headers } = await open('/');
  const policy = headers.get('content-security-policy') ?? '';
  assert.doesNotMatch(policy, /unsafe|\*|nonce-|data:/);
  assert.match(policy, /script-src 'self' https:\/\/portal\.example\/embed\/;/);
  assert.match(policy, /connect-src https:\/\/portal\.example\/api\/;/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'/);
});

test('what the page names is there', async () => {
  const page = await (await open('/')).text();
  const own = [...page.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path = '']) => path);
  assert.ok(own.length >= 3);
  for (const path of own) assert.equal((await open(path)).status, 200, path);
  assert.equal((await open('/../package.json')).status, 404);
});

test('keeps what browsers report, and nothing that is no report', async () => {
  assert.equal((await post(JSON.stringify({ 'csp-report': { 'violated-directive': 'style-src-attr' } }))).status, 204);
  assert.equal((await post('{}')).status, 400);
  assert.equal((await post('nonsense')).status, 400);
  assert.deepEqual(host.reports, [{ 'violated-directive': 'style-src-attr' }]);
});

test('a port that is taken is an error', async () => {
  await assert.rejects(serveForeignHost({ gateway: GATEWAY, port: Number(new URL(host.url).port) }), /EADDRINUSE/);
});
