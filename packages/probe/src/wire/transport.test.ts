import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import type { SafeMethod } from './safe-method.ts';
import { demandSafe, UnsafeRequest } from './safe-method.ts';
import { Transport, type TransportOptions } from './transport.ts';

const HOST = 'http://bss.example';

function over(fetch: TransportOptions['fetch'], options: Partial<TransportOptions> = {}): Transport {
  return new Transport({ origins: [HOST], headers: { authorization: 'Bearer hush' }, timeout: 500, maxRequests: 100, concurrency: 4, pause: () => Promise.resolve(), ...(fetch && { fetch }), ...options });
}

const empty = (): Promise<Response> => Promise.resolve(Response.json([]));

describe('the way out', () => {
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'get', 'PROPPATCH', '']) {
    it(`lets no ${method || 'nameless method'} through, whatever the types say`, async () => {
      const sent: string[] = [];
      const transport = over((request) => {
        sent.push(request.method);
        return empty();
      });
      await assert.rejects(transport.ask(`${HOST}/x`, { method: method as SafeMethod }), UnsafeRequest);
      assert.deepEqual(sent, []);
    });
  }

  it('lets reading through', () => {
    assert.deepEqual(['GET', 'HEAD', 'OPTIONS'].map(demandSafe), ['GET', 'HEAD', 'OPTIONS']);
  });

  it('takes credentials to no other host', async () => {
    const transport = over(empty);
    await assert.rejects(transport.ask('http://evil.example/x'), UnsafeRequest);
    await assert.rejects(transport.ask('https://bss.example/x'), UnsafeRequest);
  });

  it('follows no redirect by itself, and sends no body', async () => {
    const seen: Request[] = [];
    const transport = over((request) => {
      seen.push(request);
      return Promise.resolve(new Response(null, { status: 302, headers: { location: 'http://evil.example/' } }));
    });
    const { answer } = await transport.ask(`${HOST}/x`);
    assert.equal(answer.kind === 'answer' && answer.status, 302);
    assert.deepEqual(seen.map(({ redirect, body }) => [redirect, body]), [['manual', null]]);
  });

  it('leaves the credentials out when it asks as a stranger', async () => {
    const sent: (string | null)[] = [];
    const transport = over((request) => {
      sent.push(request.headers.get('authorization'));
      return empty();
    });
    await transport.ask(`${HOST}/x`);
    await transport.ask(`${HOST}/x`, { stranger: true });
    assert.deepEqual(sent, ['Bearer hush', null]);
  });

  it('stops at the limit, and says that it did not ask', async () => {
    const transport = over(empty, { maxRequests: 2 });
    const reasons = [];
    for (let index = 0; index < 3; index += 1) reasons.push((await transport.ask(`${HOST}/x`)).evidence.status);
    assert.deepEqual(reasons, [200, 200, 'not-asked']);
    assert.equal(transport.asked, 2);
  });

  it('leaves a dead host alone', async () => {
    const transport = over(() => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })));
    for (let index = 0; index < 10; index += 1) assert.equal((await transport.ask(`${HOST}/x`)).evidence.status, 'refused');
    assert.equal(transport.asked, 3);
  });

  it('waits as long as a busy server asks, and no longer than five seconds', async () => {
    const pauses: number[] = [];
    let asked = 0;
    const busy = () => Promise.resolve((asked += 1) % 2 === 1 ? new Response('', { status: 429, headers: { 'retry-after': asked === 1 ? '2' : '600' } }) : Response.json([]));
    const transport = over(busy, { pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)) });
    for (const path of ['a', 'b']) assert.equal((await transport.ask(`${HOST}/${path}`)).evidence.status, 200);
    assert.deepEqual(pauses, [2_000, 5_000]);
  });

  it('never has more under way than it may', async () => {
    let [now, most] = [0, 0];
    const transport = over(
      async () => {
        most = Math.max(most, (now += 1));
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        return Response.json([]);
      },
      { concurrency: 3 },
    );
    await Promise.all(Array.from({ length: 20 }, () => transport.ask(`${HOST}/x`)));
    assert.equal(most, 3);
  });

  const failures: [code: string, reason: string][] = [
    ['ENOTFOUND', 'unknown-host'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ECONNRESET', 'broken-off'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ];
  for (const [code, reason] of failures) {
    it(`tells ${code} as ${reason}`, async () => {
      const transport = over(() => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { errors: [{ code }] } })));
      assert.equal((await transport.ask(`${HOST}/x`)).evidence.status, reason);
    });
  }

  it('gives up on a silent server over a real socket', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { evidence } = await over(undefined, { origins: [origin], timeout: 100 }).ask(`${origin}/x`);
    server.closeAllConnections();
    server.close();
    assert.equal(evidence.status, 'timeout');
  });

  it('writes down names, never values', async () => {
    const transport = over(() => Promise.resolve(Response.json([{ id: 'secret-1', name: 'Ada', 'Ada Lovelace, 12 Street': 1 }])));
    const { evidence } = await transport.ask(`${HOST}/customer/secret-1?relatedParty.id=secret-2&limit=20`, { ids: ['secret-1'] });
    assert.equal(evidence.path, '/customer/{id}?relatedParty.id=…&limit=20');
    assert.equal(evidence.excerpt, '1 rows: id, name, (unreadable name)');
  });

  it('reads no more than an honest answer holds', async () => {
    const endless = () => Promise.resolve(new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(32)) })));
    assert.equal((await over(endless, { timeout: 10_000 }).ask(`${HOST}/x`)).evidence.status, 'too-large');
  });
});
