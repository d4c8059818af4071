import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { hangUp } from './fuzz/sending.ts';
import { Campaign } from './r6-fuzz.ts';
import { bench } from '../testing/bench.ts';

/** Fires at a server of this process and hands back what was wrong with its answers. */
async function fired(listener: RequestListener, count: number): Promise<{ wrong: string[]; statuses: ReadonlyMap<number, number> }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const campaign = new Campaign({ port: (server.address() as AddressInfo).port, alive: true }, 7);
  await campaign.fire(count);
  hangUp();
  server.closeAllConnections();
  server.close();
  return { wrong: campaign.outcomes.filter((one) => one !== undefined), statuses: campaign.statuses };
}

describe('hostile requests', () => {
  it('bring a BSS neither down nor out of words', async () => {
    const bss = bench({ report: () => undefined });
    const listener = getRequestListener((request) => bss.fetch(request), { overrideGlobalObjects: false });
    const { wrong, statuses } = await fired((request, response) => void listener(request, response), 300);
    assert.deepEqual(wrong, []);
    assert.ok((statuses.get(400) ?? 0) > 50 && (statuses.get(201) ?? 0) > 10, JSON.stringify([...statuses]));
  });

  it('see a 500, and a refusal without a reason', async () => {
    const error = (status: number, body: object): RequestListener => (_, response) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const crash = await fired(error(500, { code: '1', reason: 'Internal error', message: 'oops', status: '500' }), 50);
    assert.ok(crash.wrong.length > 40, `${crash.wrong.length} seen`);
    const mute = await fired(error(400, { error: 'bad request' }), 50);
    assert.ok(mute.wrong.length > 30, `${mute.wrong.length} seen`);
  });
});
