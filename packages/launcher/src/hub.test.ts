import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, it } from 'node:test';
import { startProduct } from './product.ts';
import { embeddedPlace } from './testing/places.ts';
import { API_HEADERS, signIn } from './testing/portal.ts';

const place = embeddedPlace();
after(() => place.clear());

/** A billing system of somebody else's with a hub, and one bill of this person. */
async function billingSystem(sub: () => string) {
  const hubs = new Map<string, string>();
  const { promise: registered, resolve } = Promise.withResolvers<string>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const say = (status: number, body?: object) => response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
    if (path.endsWith('/hub')) {
      const { callback } = JSON.parse((await request.toArray()).join('')) as { callback: string };
      hubs.set('h1', callback);
      resolve(callback);
      return say(201, { id: 'h1', callback });
    }
    if (request.method === 'DELETE') return say(hubs.delete(path.split('/').at(-1) ?? '') ? 204 : 404);
    return path.endsWith('/b1') ? say(200, { id: 'b1', relatedParty: [{ id: sub(), role: 'customer' }] }) : say(200, []);
  };
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { hubs, registered, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/billing`, close: () => server.close() };
}

it('tells a customer what a system elsewhere hinted at', { timeout: 120_000 }, async () => {
  let sub = '';
  const billing = await billingSystem(() => sub);
  const upstreams = { TMF678: [{ url: billing.url, hub: { secret: 'a-secret-of-tests-only' } }] };
  const product = await startProduct({ ...place.config, upstreams }, { log: { facts: () => {}, failure: (error) => assert.fail(String(error)) } });
  try {
    sub = product.signIns.find(({ username }) => username === 'ada')?.sub ?? '';
    const callback = await billing.registered;
    assert.match(callback, new RegExp(`^${product.url}/hub/TMF678/[\\w-]{43}$`));
    const ada = await signIn(product.url, 'ada');
    const stream = await ada.request(`${product.url}/api/v1/events`, { headers: { ...API_HEADERS, accept: 'text/event-stream' } });
    const event = { eventId: 'e1', eventTime: new Date().toISOString(), eventType: 'CustomerBillStateChangeEvent', event: { customerBill: { id: 'b1' } } };
    const told = await fetch(`${callback}/listener/customerBillStateChangeEvent`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) });
    assert.equal(told.status, 201);
    let heard = '';
    for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      heard += chunk;
      if (heard.includes('event: change')) break;
    }
    assert.match(heard, /id: \d+-1\ndata: \{"noun":"bills","id":"b1"/);
  } finally {
    await product.stop();
    billing.close();
  }
  assert.equal(billing.hubs.size, 0);
});
