import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { apiRoutes } from '../routes.ts';
import { aGateway, aTenant } from '../testing/fixtures.ts';
import { problemCodes } from './problem-codes.ts';

const { app } = aGateway(apiRoutes, { tenant: aTenant({ name: 'Meridian <b>&' }) });
let response: Response;
let page: string;
before(async () => {
  response = await app.request('http://portal.test/api/v1/docs');
  page = await response.text();
});

test('shows every route and every problem code to anybody', () => {
  assert.equal(response.status, 200);
  for (const { method, path } of apiRoutes) assert.ok(page.includes(`<span class="method">${method}</span> <code>${path}</code>`), `${method} ${path}`);
  for (const code of Object.keys(problemCodes)) assert.ok(page.includes(`<code>${code}</code>`), code);
});

test('needs no script and allows none', () => {
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.ok(policy.startsWith("default-src 'none'"));
  assert.ok(!policy.includes('unsafe') && !policy.includes('script-src'));
  assert.ok(!/<script|<style|\sstyle=|\son\w+=|javascript:/i.test(page));
});

test('takes nothing from anywhere else', async () => {
  const links = Array.from(page.matchAll(/(?:href|src)="([^"]*)"/g), ([, link = '']) => link);
  assert.ok(links.length > 5);
  for (const link of links) assert.match(link, /^(#[a-z-]+|docs\.css|openapi\.json)$/);
  for (const link of links.filter((one) => one.startsWith('#'))) assert.ok(page.includes(`id="${link.slice(1)}"`), link);
  const style = await app.request('http://portal.test/api/v1/docs.css');
  assert.equal(style.headers.get('content-type'), 'text/css; charset=utf-8');
  assert.ok(!/url\(|@import/.test(await style.text()));
});

test('writes the names of others as text', () => {
  assert.ok(page.includes('Meridian &lt;b&gt;&amp;: self-service API'));
  assert.ok(!page.includes('<b>'));
});

test('travels packed to whoever takes it', async () => {
  for (const path of ['docs', 'openapi.json']) {
    const ask = (coding: string) => app.request(`http://portal.test/api/v1/${path}`, { headers: { 'accept-encoding': coding } });
    const [plain, small] = [await ask('identity, gzip;q=0'), await ask('br, gzip')];
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(small.headers.get('content-encoding'), 'gzip');
    const bytes = await small.arrayBuffer();
    const whole = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    assert.equal(whole, await plain.text());
    assert.ok(bytes.byteLength * 5 < whole.length);
  }
});
