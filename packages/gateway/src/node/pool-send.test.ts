import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test, type TestContext } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Sending, SendFailure } from '../upstream/send.ts';
import { pooledFetch } from './undici-fetch.ts';

const MOST = 64 * 1024;

async function aServer(context: TestContext | undefined, listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { send, close } = pooledFetch(url);
  const end = async () => {
    server.closeAllConnections();
    await close();
    server.close();
  };
  context ? context.after(end) : after(end);
  const call = (facts: Partial<Sending> = {}) => send({ method: 'GET', url: `${url}/x?y=1`, headers: {}, deadline: performance.now() + 5_000, most: MOST, ...facts });
  return { call, url, server };
}

const failure = (kind: string, unsent = false) => (error: unknown) => {
  assert.ok(error instanceof SendFailure, String(error));
  assert.deepEqual([error.kind, error.unsent], [kind, unsent]);
  return true;
};

test('sends what it is given, and brings back status, headers and text', async (context) => {
  const { call } = await aServer(context, (request, response) => {
    const chunks: string[] = [];
    request.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    request.on('end', () => response.writeHead(201, { 'x-total-count': '7' }).end(JSON.stringify([request.method, request.url, request.headers['x-request-id'], chunks.join('')])));
  });
  const sent = await call({ method: 'POST', headers: { 'x-request-id': 't' }, body: 'grüß' });
  assert.deepEqual([sent.status, sent.headers.get('x-total-count'), sent.headers.get('etag')], [201, '7', null]);
  assert.equal(sent.text, '["POST","/x?y=1","t","grüß"]');
});

test('reads text in many pieces, packed or with a mark at its start', async (context) => {
  const text = 'ü'.repeat(9_000);
  const bodies: Record<string, [Buffer, string?]> = {
    plain: [Buffer.from(text)],
    marked: [Buffer.from(`\uFEFF${text}`)],
    gzip: [gzipSync(text), 'gzip'],
    brotli: [brotliCompressSync(text), 'BR'],
  };
  const { call, url } = await aServer(context, (request, response) => {
    const [body, encoding] = bodies[request.url?.slice(1) ?? ''] as [Buffer, string?];
    response.writeHead(200, { ...(encoding && { 'content-encoding': encoding }) });
    response.write(body.subarray(0, 7));
    setImmediate(() => response.end(body.subarray(7)));
  });
  for (const name of Object.keys(bodies)) assert.equal((await call({ url: `${url}/${name}` })).text, text, name);
});

describe('gives up an answer', () => {
  const bad: [string, RequestListener, string][] = [
    ['that says it is too large', (_, response) => response.writeHead(200, { 'content-length': String(MOST + 1) }).write('x'), 'too-large'],
    ['without end', (_, response) => void setInterval(() => response.write('x'.repeat(MOST)), 5).unref(), 'too-large'],
    ['that unpacks to too much', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(MOST * 50))), 'too-large'],
    ['packed as nobody knows', (_, response) => response.writeHead(200, { 'content-encoding': 'zstd9' }).end('x'), 'unreadable'],
    ['packed badly', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'), 'unreadable'],
    ['cut off', (_, response) => response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy()), 'no-answer'],
    ['that never begins', () => undefined, 'timeout'],
    ['that trickles', (_, response) => void setInterval(() => response.write('x'), 10).unref(), 'timeout'],
  ];
  for (const [what, listener, kind] of bad) {
    test(what, async (context) => {
      const { call } = await aServer(context, listener);
      await assert.rejects(call({ deadline: performance.now() + (kind === 'timeout' ? 100 : 3_000) }), failure(kind));
    });
  }
});

test('follows no redirect', async (context) => {
  let asked = 0;
  const { call } = await aServer(context, (_, response) => {
    asked += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  assert.deepEqual([(await call()).status, asked], [302, 1]);
});

test('goes to no other server, whatever the address', async (context) => {
  const { call, url } = await aServer(context, (_, response) => response.end());
  for (const other of ['http://127.0.0.1:1/x', `${url}.evil.example/x`, `${url}@evil.example/x`, 'https://evil.example/']) await assert.rejects(call({ url: other }), failure('no-answer', true));
});

test('says that nothing was sent when nobody is there', async (context) => {
  const { call, server } = await aServer(context, () => undefined);
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(call(), (error: unknown) => failure('no-answer', true)(error) && (error as SendFailure).code === 'ECONNREFUSED');
});

test('ends when the customer leaves, and takes the connection with it', async (context) => {
  let closed: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const leaving = new AbortController();
  const { call } = await aServer(context, (request) => {
    request.socket.once('close', closed);
    leaving.abort();
  });
  await assert.rejects(call({ signal: leaving.signal }), failure('left'));
  await gone;
  await assert.rejects(call({ signal: leaving.signal }), failure('left'));
});
