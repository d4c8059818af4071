import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subscriber } from '../testing/subscriber.ts';
import { aTicket, type Bench, bench, pathOf } from '../testing/bench.ts';

const HUB = '/tmf-api/troubleTicket/v4/hub';

const subscribe = (bss: Bench, body: object) => bss.ask('POST', HUB, { callback: 'https://crm.example/tmf', ...body });

describe('a subscription', () => {
  it('brings every change of its API to the callback, in order', async () => {
    const { delivered, hub } = subscriber();
    const bss = bench({ hub });
    const response = await subscribe(bss, {});
    assert.equal(response.status, 201);
    const subscription = (await response.json()) as { id: string };
    assert.deepEqual(subscription, { id: subscription.id, callback: 'https://crm.example/tmf' });

    const ticket = await bss.make('troubleTicket', aTicket());
    await bss.make('shoppingCart', {});
    await bss.ask('PATCH', `${pathOf('troubleTicket')}/${ticket.id}`, { status: 'inProgress' });
    await bss.tick();
    assert.deepEqual(
      delivered.map(({ url }) => url),
      ['troubleTicketCreateEvent', 'troubleTicketStatusChangeEvent'].map((name) => `https://crm.example/tmf/listener/${name}`),
    );
    const { event, eventType } = delivered[1]?.body ?? {};
    assert.equal(eventType, 'TroubleTicketStatusChangeEvent');
    assert.equal((event as { troubleTicket: { id: string } }).troubleTicket.id, ticket.id);
    await bss.tick();
    assert.equal(delivered.length, 2, 'nothing is told twice');
  });

  it('hears only of the event types it asked for', async () => {
    const { delivered, told, hub } = subscriber();
    const bss = bench({ hub });
    await subscribe(bss, { query: 'eventType=TroubleTicketDeleteEvent' });
    const { id } = await bss.make('troubleTicket', aTicket());
    await bss.ask('DELETE', `${pathOf('troubleTicket')}/${id}`);
    await bss.tick();
    assert.equal(delivered.length, 1);
    const [ticket] = told();
    assert.deepEqual([ticket?.['id'], ticket?.['description']], [id, aTicket().description], 'as it was last');
  });

  it('is tried again later, and later still, until the callback answers', async () => {
    const { delivered, hub } = subscriber([500, 302, 201]);
    const bss = bench({ hub });
    await subscribe(bss, {});
    await bss.make('troubleTicket', aTicket());
    await bss.tick();
    assert.equal(delivered.length, 1);
    await bss.tick();
    assert.equal(delivered.length, 1, 'not before its time');
    bss.later(1000);
    await bss.tick();
    assert.equal(delivered.length, 2);
    bss.later(1000);
    await bss.tick();
    assert.equal(delivered.length, 2, 'the second wait is longer');
    bss.later(1000);
    await bss.tick();
    assert.deepEqual(new Set(delivered.map(({ body }) => body['eventId'])).size, 1);
    assert.equal(delivered.length, 3);
    await bss.make('troubleTicket', aTicket());
    await bss.tick();
    assert.equal(delivered.length, 4);
  });

  it('is served though another subscriber takes its time', async () => {
    const slow = Promise.withResolvers<Response>();
    const told: string[] = [];
    const { promise: both, resolve } = Promise.withResolvers<void>();
    const fetch: typeof globalThis.fetch = async (input) => {
      const { hostname } = new URL(input as URL);
      told.push(hostname);
      if (told.filter((name) => name === 'quick.example').length === 2) resolve();
      return hostname === 'slow.example' ? slow.promise : new Response(null, { status: 201 });
    };
    const bss = bench({ hub: { fetch, resolve: async () => ['203.0.114.7'] } });
    await subscribe(bss, { callback: 'https://slow.example/' });
    await subscribe(bss, { callback: 'https://quick.example/' });
    await bss.make('troubleTicket', aTicket());
    while (told.length < 2) await new Promise(setImmediate);
    await bss.make('troubleTicket', aTicket());
    await both;
    slow.resolve(new Response(null, { status: 201 }));
    await bss.tick();
    assert.deepEqual(told.toSorted(), ['quick.example', 'quick.example', 'slow.example', 'slow.example']);
  });

  it('holds up nobody but itself when it does not answer', async () => {
    const hub = { fetch: () => new Promise<never>(() => undefined), resolve: async () => ['203.0.114.7'] };
    const bss = bench({ hub, stepSeconds: 1 });
    await subscribe(bss, {});
    const { id } = await bss.make('troubleTicket', aTicket());
    bss.later(5000);
    await bss.tick();
    const ticket = await bss.store.read().get('troubleTicket', id);
    assert.equal(ticket?.body['status'], 'inProgress');
  });

  it('outlives a restart of the BSS', async () => {
    const { delivered, hub } = subscriber();
    const first = bench({ hub });
    await subscribe(first, {});
    await first.close();
    await first.make('troubleTicket', aTicket());
    const second = bench({ hub, store: first.store });
    await second.tick();
    assert.equal(delivered.length, 1);
  });

  it('ends when it is deleted', async () => {
    const { delivered, hub } = subscriber();
    const bss = bench({ hub });
    const { id } = (await (await subscribe(bss, {})).json()) as { id: string };
    assert.equal((await bss.ask('DELETE', `/tmf-api/shoppingCart/v4/hub/${id}`)).status, 404);
    assert.equal((await bss.ask('DELETE', `${HUB}/${id}`)).status, 204);
    assert.equal((await bss.ask('DELETE', `${HUB}/${id}`)).status, 404);
    await bss.make('troubleTicket', aTicket());
    await bss.tick();
    assert.equal(delivered.length, 0);
  });

  it('is refused when it makes no sense', async () => {
    const bss = bench(subscriber());
    for (const body of [{ callback: undefined }, { callback: 'nonsense' }, { query: 'limit=5' }, { query: 'a b=1' }, { query: 7 }]) {
      assert.equal((await subscribe(bss, body)).status, 400, JSON.stringify(body));
    }
    assert.equal((await bss.ask('GET', HUB)).status, 405);
  });
});
