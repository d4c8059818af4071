import '@faceplate/client/nouns/bills.js';
import '@faceplate/client/nouns/cart.js';
import '@faceplate/client/nouns/payments.js';
import '@faceplate/client/nouns/products.js';
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { createClient, type FaceplateClient } from './client.ts';
import { ApiProblem, ContractMismatch, Offline } from './errors.ts';

type Answer = Response | Error | (() => Response | Promise<Response>);

/** A client over answers given in order; the last one is given for ever. `calls` holds what was asked. */
function clientOver(...answers: Answer[]): { client: FaceplateClient; calls: Request[] } {
  const calls: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls.push(new Request(input, { ...init, signal: null }));
    const answer = answers[Math.min(calls.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer() : answer.clone();
  };
  return { client: createClient({ gateway: 'https://portal.test', fetch, pause: async () => undefined }), calls };
}

const json = (body: unknown, status = 200) => Response.json(body, { status });
const refused = (status: number, headers: HeadersInit = {}) =>
  Response.json({ status, code: 'no', title: 'No.', trace: 't1' }, { status, headers });
const noProducts = () => json({ items: [], total: 0, gaps: [] });
const aCart = { id: 'c1', items: [], once: { amount: 0, currency: 'EUR' }, monthly: { amount: 0, currency: 'EUR' } };

describe('a call', () => {
  it('carries the header that no foreign form can send', async () => {
    const { client, calls } = clientOver(noProducts());
    await client.products.list();
    assert.equal(calls[0]?.headers.get('x-fp-csrf'), '1');
    assert.equal(calls[0]?.url, 'https://portal.test/api/v1/products');
  });

  it('says what the service said when it refuses', async () => {
    const { client } = clientOver(refused(404));
    await assert.rejects(client.bills.get('b1'), (error) => error instanceof ApiProblem && error.notFound && error.problem.trace === 't1');
  });

  it('turns an HTML error page of a proxy into a problem too', async () => {
    const { client } = clientOver(new Response('<h1>Bad gateway</h1>', { status: 400, statusText: 'Bad Request' }));
    await assert.rejects(client.bills.get('b1'), (error) => error instanceof ApiProblem && error.problem.title === 'Bad Request');
  });

  it('takes an answer outside the contract for the service’s fault', async () => {
    const { client } = clientOver(json({ items: 'many' }));
    await assert.rejects(client.products.list(), ContractMismatch);
  });

  it('encodes ids, so none can reach another route', async () => {
    const { client, calls } = clientOver(refused(404));
    await assert.rejects(client.bills.get('../orders/1?x'));
    assert.equal(new URL(calls[0]!.url).pathname, '/api/v1/bills/..%2Forders%2F1%3Fx');
  });
});

describe('a call that fails', () => {
  it('is made again when it only reads', async () => {
    const { client, calls } = clientOver(new TypeError('no network'), refused(503), noProducts());
    assert.deepEqual((await client.products.list()).items, []);
    assert.equal(calls.length, 3);
  });

  it('is made again when the line is cut in the middle of the answer', async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.error(new TypeError('cut'));
          },
        }),
      );
    const { client, calls } = clientOver(cut, noProducts());
    assert.deepEqual((await client.products.list()).items, []);
    assert.equal(calls.length, 2);
  });

  it('is given up after three tries', async () => {
    const { client, calls } = clientOver(new TypeError('no network'));
    await assert.rejects(client.products.list(), Offline);
    assert.equal(calls.length, 3);
  });

  it('is not made again when it changes something', async () => {
    const { client, calls } = clientOver(new TypeError('no network'));
    await assert.rejects(client.cart.add({ offerId: 'o1', quantity: 1 }), Offline);
    assert.equal(calls.length, 1);
  });

  it('can be repeated by a person under the same key', async () => {
    const { client, calls } = clientOver(new TypeError('lost'), json(aCart));
    const idempotencyKey = crypto.randomUUID();
    await assert.rejects(client.cart.add({ offerId: 'o1', quantity: 1 }, { idempotencyKey }));
    await client.cart.add({ offerId: 'o1', quantity: 1 }, { idempotencyKey });
    assert.deepEqual(calls.map((call) => call.headers.get('idempotency-key')), [idempotencyKey, idempotencyKey]);
  });

  it('is not repeated when the service will say no again', async () => {
    const { client, calls } = clientOver(refused(403));
    await assert.rejects(client.products.list(), (error) => error instanceof ApiProblem && error.forbidden);
    assert.equal(calls.length, 1);
  });
});

describe('what is known', () => {
  it('answers two that ask at once with one call', async () => {
    const { client, calls } = clientOver(noProducts());
    const [one, two] = await Promise.all([client.products.list(), client.products.list()]);
    assert.equal(calls.length, 1);
    assert.equal(one, two);
  });

  it('does not let one that leaves abort the other', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const { client } = clientOver(() => promise);
    const leaving = new AbortController();
    const left = client.products.list({ signal: leaving.signal });
    const stays = client.products.list();
    leaving.abort();
    resolve(noProducts());
    await assert.rejects(left, { name: 'AbortError' });
    assert.deepEqual((await stays).items, []);
  });

  it('is read again after something was changed, and watchers are told', async () => {
    const { client, calls } = clientOver(json(aCart));
    await client.cart.get();
    await client.cart.get();
    assert.equal(calls.length, 1);
    await client.cart.add({ offerId: 'o1', quantity: 1 });
    await client.cart.get();
    assert.equal(calls.length, 3);
  });

  it('is read again without counting as a deed of the person’s', async () => {
    const { client, calls } = clientOver(json(aCart));
    await client.cart.get();
    await client.cart.add({ offerId: 'o1', quantity: 1 });
    await client.cart.get();
    assert.deepEqual(calls.map(({ headers }) => headers.get('x-fp-passive')), [null, null, '1']);
  });

  it('may be as old as whoever asks says, and is then asked for by the page itself', async () => {
    const { client, calls } = clientOver(json({ items: [], total: 0, gaps: [] }));
    for (const atMost of [0, 0, 60_000]) await client.payments.list({ atMost });
    assert.deepEqual(calls.map(({ headers }) => headers.get('x-fp-passive')), [null, '1']);
  });

  it('is shown with its age while the service is away', async () => {
    const { client } = clientOver(json(aCart), refused(404), refused(503));
    const known = await client.cart.get();
    assert.equal(client.staleSince(known), undefined);
    await assert.rejects(client.cart.remove('i1'));
    const shown = await client.cart.get();
    assert.equal(shown, known);
    assert.ok(client.staleSince(shown) instanceof Date);
  });

  it('is never replaced by an answer that was asked for earlier', async () => {
    const late = Promise.withResolvers<Response>();
    const { client } = clientOver(() => late.promise, refused(404), json({ ...aCart, id: 'c2' }));
    const asked = client.cart.get();
    await assert.rejects(client.cart.remove('i1'));
    const since = await client.cart.get();
    late.resolve(json(aCart));
    await asked;
    assert.equal(await client.cart.get(), since);
  });

  it('is nothing to the next person, even when it comes after they came', async () => {
    const late = Promise.withResolvers<Response>();
    const away = Promise.withResolvers<Response>();
    const { client } = clientOver(() => late.promise, () => away.promise);
    const before = client.cart.get();
    client.forget();
    const after = client.cart.get();
    late.resolve(json(aCart));
    await before;
    away.reject(new TypeError('no network'));
    await assert.rejects(after, Offline);
  });

  it('is forgotten when the person changes', async () => {
    const { client, calls } = clientOver(noProducts());
    await client.products.list();
    client.forget();
    await client.products.list();
    assert.equal(calls.length, 2);
  });
});

describe('the event stream', () => {
  const stream = (...blocks: string[]) =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const block of blocks) controller.enqueue(new TextEncoder().encode(block));
        },
      }),
      { headers: { 'content-type': 'text/event-stream' } },
    );

  it('makes what it names be read again and wakes who watches it', async () => {
    const change = { noun: 'orders', id: 'o1', at: '2026-11-21T08:00:00.000Z' };
    // Cut in the middle of a message, as networks do.
    const { client, calls } = clientOver(stream(': hello\n\nevent: change\nid: 7\nda', `ta: ${JSON.stringify(change)}\n\n`));
    const { promise: woken, resolve } = Promise.withResolvers<void>();
    const unwatch = client.watch(['orders'], resolve);
    await woken;
    unwatch();
    assert.equal(calls[0]?.url, 'https://portal.test/api/v1/events');
  });

  it('goes on from the last message after a cut line', async () => {
    const ended = () => new Response('event: change\nid: 41\ndata: {}\n\n');
    const { client, calls } = clientOver(ended, stream('event: reset\nid: 42\n\n'));
    const { promise: woken, resolve } = Promise.withResolvers<void>();
    const unwatch = client.watch(['tickets'], resolve);
    await woken;
    unwatch();
    assert.equal(calls[1]?.headers.get('last-event-id'), '41');
  });

  it('lets nothing pile up while it comes back again and again', async () => {
    const { promise: cameBack, resolve } = Promise.withResolvers<AbortSignal>();
    let tries = 0;
    const fetch: typeof globalThis.fetch = async (_, init) => {
      tries += 1;
      if (tries === 2) resolve(init?.signal as AbortSignal);
      throw new TypeError('no network');
    };
    const unwatch = createClient({ gateway: '', fetch }).watch(['orders'], () => undefined);
    const waiting = getEventListeners(await cameBack, 'abort').length;
    unwatch();
    assert.equal(waiting, 0);
  });

  it('stays away once nobody is signed in', async () => {
    const { client, calls } = clientOver(refused(401));
    const unwatch = client.watch(['orders'], () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    unwatch();
    assert.equal(calls.length, 1);
  });
});
