import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Subscriber, subscriber } from '../testing/subscriber.ts';
import { aTicket, type Bench, bench, pathOf } from '../testing/bench.ts';

const V4 = '/tmf-api/troubleTicket/v4';
const V5 = '/tmf-api/troubleTicket/v5';

const read = async (bss: Bench, path: string): Promise<unknown> => (await bss.ask('GET', path)).json();

interface Listening extends Subscriber {
  bss: Bench;
  subscribe(base: string, query?: string): Promise<{ id: string } & Record<string, unknown>>;
}

function listening(options: { baseUrl?: string } = {}): Listening {
  const listener = subscriber();
  const bss = bench({ hub: listener.hub, ...options });
  return {
    ...listener,
    bss,
    subscribe: async (base, query) => {
      const response = await bss.ask('POST', `${base}/hub`, { callback: 'https://crm.example/tmf', query });
      assert.equal(response.status, 201, await response.clone().text());
      return (await response.json()) as { id: string };
    },
  };
}

describe('a subscription with a query', () => {
  it('hears of the resources it describes, with the meaning of a list filter', async () => {
    const { bss, subscribe, told } = listening();
    await subscribe(V4, 'eventType=TroubleTicketCreateEvent&severity=Minor,Major&relatedParty.id=ann');
    for (const [name, more] of Object.entries({
      right: { severity: 'Major', relatedParty: [{ id: 'bob' }, { id: 'ann' }] },
      'another severity': { severity: 'Critical', relatedParty: [{ id: 'ann' }] },
      'another party': { severity: 'Minor', relatedParty: [{ id: 'bob' }] },
    })) {
      await bss.make('troubleTicket', aTicket({ name, ...more }));
    }
    await bss.tick();
    assert.deepEqual(told().map(({ name }) => name), ['right']);
    const listed = await bss.ask('GET', `${pathOf('troubleTicket')}?severity=Minor,Major&relatedParty.id=ann`);
    assert.deepEqual(((await listed.json()) as { name: string }[]).map(({ name }) => name), ['right']);
  });

  it('may name the way through the envelope, and then means that resource alone', async () => {
    const { bss, subscribe, names } = listening();
    await subscribe('/tmf-api/party/v4', 'event.individual.familyName=Berg');
    await bss.make('individual', { givenName: 'Ann', familyName: 'Berg' });
    await bss.make('individual', { givenName: 'Bo', familyName: 'Tal' });
    await bss.make('organization', { tradingName: 'Berg & Tal', familyName: 'Berg' });
    await bss.tick();
    assert.deepEqual(names(), ['individualCreateEvent']);
  });

  it('compares, as a list does', async () => {
    const { bss, subscribe, told } = listening();
    await subscribe(V4, 'urgency.gte=2');
    for (const urgency of [1, 2, 10]) await bss.make('troubleTicket', aTicket({ urgency }));
    await bss.tick();
    assert.deepEqual(told().map(({ urgency }) => urgency), [2, 10]);
  });

  it('hears of the end of what it asked for, and of no other', async () => {
    const { bss, subscribe, told } = listening();
    await subscribe(V4, 'eventType=TroubleTicketDeleteEvent&severity=Major');
    for (const severity of ['Major', 'Minor']) {
      const { id } = await bss.make('troubleTicket', aTicket({ severity }));
      await bss.ask('DELETE', `${pathOf('troubleTicket')}/${id}`);
    }
    await bss.tick();
    assert.deepEqual(told().map(({ severity }) => severity), ['Major']);
  });
});

describe('an envelope', () => {
  it('of v4 is as TMF630 has it, its spelling too', async () => {
    const { bss, subscribe, delivered } = listening({ baseUrl: 'https://bss.example/' });
    await subscribe(V4);
    const { id } = await bss.make('troubleTicket', aTicket());
    await bss.tick();
    const { eventId, event, ...rest } = delivered[0]?.body ?? {};
    assert.match(String(eventId), /^[0-9a-f-]{36}$/);
    const eventTime = '2026-11-21T10:00:00.000Z';
    const eventType = 'TroubleTicketCreateEvent';
    assert.deepEqual(rest, { eventTime, eventType, title: eventType, domain: 'TMF621', timeOcurred: eventTime });
    const shown = await read(bss, `${pathOf('troubleTicket')}/${id}`);
    assert.deepEqual(event, { troubleTicket: shown });
  });

  it('of v5 says its class and its source, and shows the resource as v5 does', async () => {
    const { bss, subscribe, delivered } = listening({ baseUrl: 'https://bss.example' });
    await subscribe(V5);
    const { id } = await bss.make('troubleTicket', aTicket());
    await bss.ask('PATCH', `${pathOf('troubleTicket')}/${id}`, { status: 'inProgress' });
    await bss.tick();
    const last = delivered.at(-1)?.body ?? {};
    const href = `https://bss.example${V5}/troubleTicket/${id}`;
    assert.equal(last['@type'], 'TroubleTicketStatusChangeEvent');
    assert.equal(last['timeOccurred'], last['eventTime']);
    assert.ok(!('timeOcurred' in last));
    assert.deepEqual(last['source'], { id, href, '@type': 'EntityRef', '@referredType': 'TroubleTicket' });
    const shown = await read(bss, `${V5}/troubleTicket/${id}`);
    assert.deepEqual(last['event'], { troubleTicket: shown });
  });

  it('calls resources and events what the version calls them', async () => {
    const { bss, subscribe, names, delivered } = listening();
    await subscribe('/tmf-api/productCatalogManagement/v5', 'eventType=ProductCatalogCreateEvent');
    await subscribe('/tmf-api/productCatalogManagement/v4', 'eventType=CatalogCreateEvent');
    await bss.make('catalog', { name: 'Autumn' });
    await bss.tick();
    assert.deepEqual(names().toSorted(), ['catalogCreateEvent', 'productCatalogCreateEvent']);
    const keys = delivered.map(({ body }) => Object.keys(body['event'] as object)[0]);
    assert.deepEqual(new Set(keys), new Set(['catalog', 'productCatalog']));
  });

  it('says what is waited for, in either version', async () => {
    const { bss, subscribe, delivered } = listening();
    for (const base of [V4, V5]) await subscribe(base, 'eventType=TroubleTicketInformationRequiredEvent');
    const { id } = await bss.make('troubleTicket', aTicket());
    for (const status of ['inProgress', 'pending']) await bss.ask('PATCH', `${pathOf('troubleTicket')}/${id}`, { status });
    await bss.tick();
    const [v4, v5] = delivered.map(({ body }) => body).toSorted((a, b) => Number('@type' in a) - Number('@type' in b));
    assert.equal(v4?.['fieldPath'], 'note');
    const { informationRequired } = (v5?.['event'] ?? {}) as Record<string, unknown>;
    assert.deepEqual(informationRequired, { op: 'add', path: '/note/-' });
  });
});

describe('the hub of each version', () => {
  it('is under every base path of the API, and shows a subscription where the version says so', async () => {
    const { bss, subscribe } = listening();
    const v5 = await subscribe('/tmf-api/party/v5', 'familyName=Berg');
    const own = '/tmf-api/partyManagement/v5';
    const href = `http://bss.test${own}/hub/${v5.id}`;
    assert.deepEqual(v5, { id: v5.id, href, callback: 'https://crm.example/tmf', query: 'familyName=Berg', '@type': 'Hub' });
    assert.deepEqual(await read(bss, `${own}/hub/${v5.id}`), v5);
    assert.equal((await bss.ask('GET', `/tmf-api/party/v4/hub/${v5.id}`)).status, 405);
    const v4 = await subscribe('/tmf-api/party/v4');
    assert.equal((await bss.ask('GET', `${own}/hub/${v4.id}`)).status, 404, 'of another version');
    assert.equal((await bss.ask('DELETE', `/tmf-api/party/v5/hub/${v5.id}`)).status, 204);
    assert.equal((await bss.ask('GET', `${own}/hub/${v5.id}`)).status, 404);
  });
});
