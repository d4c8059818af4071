import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { postPinned } from './post-pinned.ts';

async function listen(t: TestContext, handler: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

const posting = (url: string, addresses?: string[]) => ({
  url: new URL(url),
  body: '{"ü":1}',
  signal: AbortSignal.timeout(5000),
  ...(addresses && { addresses }),
});

describe('a notification that is posted', () => {
  it('goes to the address that was judged, whatever the name means by now', async (t) => {
    const heard: (string | undefined)[] = [];
    const { port } = await listen(t, (request, response) => {
      heard.push(request.headers.host);
      request.setEncoding('utf8').on('data', (text: string) => heard.push(text));
      request.on('end', () => response.writeHead(201).end());
    });
    // A name that no name server knows: only a pinned connection gets anywhere.
    assert.equal(await postPinned(posting(`http://crm.invalid:${port}/x`, ['127.0.0.1'])), 201);
    assert.deepEqual(heard, [`crm.invalid:${port}`, '{"ü":1}']);
  });

  it('goes nowhere when no address was judged fit', async () => {
    await assert.rejects(postPinned(posting('http://crm.invalid:9/x', [])), /may be called/);
  });

  it('follows no redirect', async (t) => {
    let calls = 0;
    const { port } = await listen(t, (_, response) => {
      calls += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    assert.equal(await postPinned(posting(`http://127.0.0.1:${port}/x`)), 307);
    assert.equal(calls, 1);
  });

  it('reads nothing of an answer that never ends', async (t) => {
    const gone = Promise.withResolvers<void>();
    const { port } = await listen(t, (_, response) => {
      response.on('close', () => gone.resolve());
      response.writeHead(200).write('x'.repeat(1000));
    });
    assert.equal(await postPinned(posting(`http://127.0.0.1:${port}/x`)), 200);
    await gone.promise;
  });

  it('uses a connection again, and another when that one has been closed', async (t) => {
    const connections = new Set<unknown>();
    const { server, port } = await listen(t, (request, response) => {
      connections.add(request.socket);
      response.writeHead(204).end();
    });
    const url = `http://127.0.0.1:${port}/x`;
    assert.equal(await postPinned(posting(url)), 204);
    assert.equal(await postPinned(posting(url)), 204);
    assert.equal(connections.size, 1);
    server.closeIdleConnections();
    assert.equal(await postPinned(posting(url)), 204);
    assert.equal(connections.size, 2);
  });

  it('fails when nobody answers in time', async (t) => {
    const { port } = await listen(t, () => undefined);
    const late = { ...posting(`http://127.0.0.1:${port}/x`), signal: AbortSignal.timeout(50) };
    await assert.rejects(postPinned(late), { name: 'AbortError' });
  });
});
