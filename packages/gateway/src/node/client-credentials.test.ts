import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { clientCredentials } from './client-credentials.ts';

/** A token endpoint that counts, and what it was told. */
async function anEndpoint(context: TestContext, answer: (asked: number) => object | undefined) {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked.push({ headers: request.headers, body });
      const said = answer(asked.length);
      response.writeHead(said ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(said ?? { error: 'invalid_client' }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const credentials = clientCredentials({ tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, clientId: 'portal', clientSecret: 'a:b c', scope: 'tmf' });
  context.after(async () => {
    server.closeAllConnections();
    await credentials.close();
    server.close();
  });
  return { credentials, asked };
}

test('asks once for many calls, as RFC 6749 says, and keeps the token', async (context) => {
  const { credentials, asked } = await anEndpoint(context, (count) => ({ access_token: `t${count}`, expires_in: 3600 }));
  const many = await Promise.all(Array.from({ length: 50 }, async () => credentials.header()));
  assert.deepEqual(new Set(many), new Set(['Bearer t1']));
  assert.equal(credentials.header(), 'Bearer t1');
  assert.deepEqual(asked.map(({ body, headers }) => [body, headers.authorization]), [
    ['grant_type=client_credentials&scope=tmf', `Basic ${Buffer.from('portal:a%3Ab+c').toString('base64')}`],
  ]);
});

test('asks again before the token is over, and when an upstream refuses it', async (context) => {
  const { credentials } = await anEndpoint(context, (count) => ({ access_token: `t${count}`, expires_in: 100 }));
  assert.equal(await credentials.header(), 'Bearer t1');
  const started = performance.now();
  const now = context.mock.method(performance, 'now', () => started + 69_000);
  assert.equal(await credentials.header(), 'Bearer t1');
  now.mock.mockImplementation(() => started + 71_000);
  assert.equal(await credentials.header(), 'Bearer t2');
  credentials.refused('Bearer t1');
  assert.equal(await credentials.header(), 'Bearer t2');
  credentials.refused('Bearer t2');
  assert.equal(await credentials.header(), 'Bearer t3');
});

test('says that nothing was sent when there is no token, or one that would break out of its header', async (context) => {
  const answers = [undefined, { token: 'x' }, { access_token: 'a\r\nx-evil: 1' }, { access_token: 7 }, { access_token: 'good' }];
  const { credentials } = await anEndpoint(context, (count) => answers[count - 1]);
  for (let count = 0; count < 4; count += 1) {
    await assert.rejects(async () => credentials.header(), { name: 'SendFailure', kind: 'no-token', unsent: true });
  }
  assert.equal(await credentials.header(), 'Bearer good');
});
