import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { staticFiles } from './static-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'fp-files-'));
after(() => rm(folder, { recursive: true }));
const write = async (path: string, text: string) => {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
};
await write('secret.txt', 'not to be served');
await write('shell/index.html', '<!doctype html>shell');
await write('shell/assets/app-B3xYq9_a.js', 'plain');
await write('shell/assets/app-B3xYq9_a.js.br', 'brotli');
await write('shell/assets/app-B3xYq9_a.js.gz', 'gzip');
await write('shell/.env', 'hidden');
await write('shell/run.sh', 'unknown type');
await write('embed/sla-dashboard.js', 'portlet');
await symlink(join(folder, 'secret.txt'), join(folder, 'shell/link.txt'));

const files = await staticFiles([
  { at: '/', folder: join(folder, 'shell') },
  { at: '/embed/', folder: join(folder, 'embed') },
]);
const get = (path: string, headers: Record<string, string> = {}) => files(new Request(`http://portal.test${path}`, { headers }));

test('keeps what has a content hash for ever, and asks again for the rest', async () => {
  assert.match((await get('/assets/app-B3xYq9_a.js'))?.headers.get('cache-control') ?? '', /immutable/);
  for (const path of ['/', '/index.html', '/embed/sla-dashboard.js']) {
    assert.equal((await get(path))?.headers.get('cache-control'), 'no-cache', path);
  }
});

test('answers that nothing changed without sending it again', async () => {
  const etag = (await get('/'))?.headers.get('etag') ?? '';
  const again = await get('/', { 'if-none-match': etag });
  assert.equal(again?.status, 304);
  assert.equal(await again?.text(), '');
});

for (const [accepted, coding, text] of [
  ['br, gzip', 'br', 'brotli'],
  ['gzip', 'gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip', 'gzip'],
  ['identity', null, 'plain'],
  ['', null, 'plain'],
] as const) {
  test(`sends the twin a browser can read: ${accepted || 'none'}`, async () => {
    const response = await get('/assets/app-B3xYq9_a.js', { 'accept-encoding': accepted });
    assert.equal(response?.headers.get('content-encoding'), coding);
    assert.equal(response?.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(response?.headers.get('vary'), 'Accept-Encoding');
    assert.equal(await response?.text(), text);
  });
}

for (const path of [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/embed/..%2f..%2fsecret.txt',
  '/link.txt',
  '/.env',
  '/run.sh',
  '/assets/app-B3xYq9_a.js.br',
  '/%00',
  '/%E0%A4%A',
  '/constructor',
]) {
  test(`gives nothing for ${path}`, async () => assert.equal(await get(path), undefined));
}

test("opens the shell on its own addresses, but not in place of a module", async () => {
  const accept = { accept: 'text/html,application/xhtml+xml' };
  assert.equal(await (await get('/bills/7', accept))?.text(), '<!doctype html>shell');
  assert.equal(await get('/assets/gone-B3xYq9_b.js', accept), undefined);
  assert.equal(await get('/embed/nothing', accept), undefined);
  assert.equal(await get('/bills/7', { accept: '*/*' }), undefined);
});

test('answers a question about a file without the file', async () => {
  const response = await files(new Request('http://portal.test/', { method: 'HEAD' }));
  assert.equal(response?.headers.get('content-length'), '20');
  assert.equal(await response?.text(), '');
});
