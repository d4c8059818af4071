import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Product, ProductList, TicketList } from '@faceplate/contracts';
import type { TmfApi } from '../options.ts';
import { apiRoutes } from '../routes.ts';
import { aGateway, anUpstream, bodyOf } from '../testing/fixtures.ts';
import { tmfClient } from './client.ts';
import { UpstreamProblem } from './problem.ts';
import type { TmfBody } from './types.ts';

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);

function clientOver(answer: (request: Request, asked: number) => Response | Promise<Response>, api: TmfApi = 'TMF621', version: 'v4' | 'v5' = 'v4') {
  let count = 0;
  const { upstream, asked } = anUpstream((request) => answer(request, (count += 1)));
  return { client: tmfClient(api, { ...upstream, version }, { signal: new AbortController().signal, trace: 'trace-1' }), asked };
}

const namesIn = (request: Request | undefined): string[] => [...new URL(request?.url ?? 'http://none').searchParams.keys()].filter((name) => name !== 'offset' && name !== 'limit');

describe('lists as foreign servers give them', () => {
  test('no total when there is nothing: an empty list, asked once', async () => {
    const { client, asked } = clientOver(() => json([]));
    assert.deepEqual(await client.list('troubleTicket'), { items: [], total: 0, unreadable: 0, partial: false });
    assert.equal(asked.length, 1);
  });

  test('206 or 200 for a part, whatever `Link` says', async () => {
    const { client } = clientOver((request) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      return json(offset === 0 ? [{ id: 'a' }] : [{ id: 'b' }], { status: 206, headers: { 'x-total-count': '2', link: '<...?offset=0?limit=1>; rel="self"' } });
    });
    assert.deepEqual((await client.list('troubleTicket')).items, [{ id: 'a' }, { id: 'b' }]);
  });

  for (const status of [400, 404, 416]) {
    test(`${status} behind the last row is the end of the list`, async () => {
      const { client } = clientOver((_, asked) => (asked === 1 ? json([{ id: 'a' }]) : json({ code: 28, reason: 'offset' }, { status })));
      assert.deepEqual(await client.list('troubleTicket'), { items: [{ id: 'a' }], total: 1, unreadable: 0, partial: false });
    });
  }

  test('404 for the list itself is no empty list: there is no such collection', async () => {
    const { client } = clientOver(() => new Response('<html>', { status: 404 }));
    await assert.rejects(client.list('troubleTicket'), (error) => error instanceof UpstreamProblem && error.fault === 'garbage');
  });

  test('a server that heeds no offset has more than its full page: that is said', async () => {
    const { client } = clientOver((request) => json(Array.from({ length: Number(new URL(request.url).searchParams.get('limit')) }, (_, index) => ({ id: `${index}` }))));
    assert.equal((await client.list('troubleTicket', {}, { limit: 2_000 })).partial, true);
  });

  test('a server that refuses `sort` is asked without it', async () => {
    const { client, asked } = clientOver((request) => (new URL(request.url).searchParams.has('sort') ? json({ code: 27, reason: 'unknown query' }, { status: 400 }) : json([{ id: 'a' }])));
    assert.equal((await client.list('troubleTicket', { sort: '-lastUpdate', status: 'held' })).items.length, 1);
    assert.deepEqual(namesIn(asked.at(-1)), ['status']);
  });

  test('a server that takes `sort` for an attribute finds nothing; it is asked without it', async () => {
    const { client } = clientOver((request) => json(new URL(request.url).searchParams.has('sort') ? [] : [{ id: 'a' }]));
    assert.equal((await client.list('troubleTicket', { sort: '-lastUpdate' })).items.length, 1);
  });

  test("a server of v5 that knows a filter by v4's name alone is asked by that", async () => {
    const { client, asked } = clientOver((request) => (request.url.includes('partyOrPartyRole') ? json({ code: 27 }, { status: 400 }) : json([{ id: 'a' }])), 'TMF621', 'v5');
    await client.list('troubleTicket', { 'relatedParty.id': 'anna' });
    assert.deepEqual(asked.slice(0, 2).map(namesIn), [['relatedParty.partyOrPartyRole.id'], ['relatedParty.id']]);
  });
});

describe('records as foreign servers give them', () => {
  const heard = async (body: unknown, api: TmfApi = 'TMF621', resource = 'troubleTicket', version: 'v4' | 'v5' = 'v4') =>
    clientOver(() => json(body), api, version).client.get(resource, 'a');

  test('null stands for nothing', async () => {
    assert.deepEqual(await heard({ id: 'a', name: null, relatedParty: [{ id: 'anna', role: null }], note: null }), { id: 'a', relatedParty: [{ id: 'anna' }] });
  });

  test('ids that are numbers are text; one too large to be exact is none', async () => {
    assert.deepEqual(await heard({ id: 42, billingAccount: { id: 7 }, relatedParty: [{ id: 1 }] }), { id: '42', billingAccount: { id: '7' }, relatedParty: [{ id: '1' }] });
    assert.deepEqual(await heard({ id: 2 ** 60, relatedParty: { id: 1 } }), { relatedParty: { id: '1' } });
  });

  test('property names with a blank at their end are those without', async () => {
    assert.deepEqual(await heard({ id: 'a', 'InitiatePaymentDate ': 'x', totalAmount: { 'value ': 1 } }), { id: 'a', InitiatePaymentDate: 'x', totalAmount: { value: 1 } });
    assert.equal(Object.getPrototypeOf(await heard(JSON.parse('{"id":"a","__proto__ ":{"x":1}}'))), Object.prototype);
  });

  test('a record in order is not copied', async () => {
    const body = { id: 'a', href: 'https://http-server/x', '@schemaLocation': 'https://undefined/x', note: [{ text: 'hi' }] };
    assert.deepEqual(await heard(body), body);
  });

  test("v5's shapes on a server of v4, and v4's on one of v5, are read alike", async () => {
    const mixed = { id: 'a', relatedParty: [{ role: 'customer', partyOrPartyRole: { id: 'anna', name: 'Anna' } }], externalIdentifier: [{ id: 'T-1' }], statusChangeHistory: [{ statusChangeDate: 'x', status: 'held' }] };
    for (const version of ['v4', 'v5'] as const) {
      const { relatedParty, externalId, statusChange } = await heard(mixed, 'TMF621', 'troubleTicket', version);
      assert.deepEqual([relatedParty, externalId, statusChange], [[{ id: 'anna', name: 'Anna', role: 'customer' }], 'T-1', [{ changeDate: 'x', status: 'held' }]]);
    }
    const older = { id: 'a', externalId: 'T-1', relatedParty: { id: 'anna', role: 'customer' }, statusChange: [{ changeDate: 'x' }], creationDate: 'y' };
    assert.deepEqual(await heard(older, 'TMF621', 'troubleTicket', 'v5'), older);
  });

  test('who plays a role is the party behind it', async () => {
    const { relatedParty } = await heard({ id: 'a', relatedParty: [{ role: 'Customer', partyOrPartyRole: { id: 'role-9', partyId: 'anna', partyName: 'Anna', '@type': 'PartyRoleRef' } }] }, 'TMF622', 'productOrder', 'v5');
    assert.deepEqual(relatedParty, [{ partyRoleId: 'role-9', id: 'anna', name: 'Anna', role: 'Customer', '@type': 'PartyRoleRef' }]);
  });

  test("a relation that names two is nobody's", async () => {
    const { relatedParty } = await heard({ id: 'a', relatedParty: [{ id: 'anna', partyOrPartyRole: { id: 'ben' } }] });
    assert.deepEqual(relatedParty, [{}]);
  });

  test('an order of v5 was placed when it was created', async () => {
    assert.deepEqual(await heard({ id: 'a', creationDate: '2026-11-21T08:00:00Z' }, 'TMF622', 'productOrder', 'v5'), { id: 'a', orderDate: '2026-11-21T08:00:00Z' });
  });
});

describe('what is written, and what comes back', () => {
  const ticket: TmfBody = { externalId: 'T-1', description: 'x' };

  for (const [what, answer] of [
    ['200 with the record', () => json({ id: 'a' })],
    ['202 with the record', () => json({ id: 'a' }, { status: 202 })],
    ['201 with the record in a list', () => json([{ id: 'a' }], { status: 201 })],
  ] as const) {
    test(`POST: ${what}`, async () => {
      assert.deepEqual(await clientOver(answer).client.post('troubleTicket', ticket), { id: 'a' });
    });
  }

  test('POST: 201 with nothing but a Location', async () => {
    const { client, asked } = clientOver((request) => (request.method === 'POST' ? new Response(null, { status: 201, headers: { location: 'https://other-host/x/troubleTicket/a%2Fb' } }) : json({ id: 'a/b' })));
    assert.deepEqual(await client.post('troubleTicket', ticket), { id: 'a/b' });
    // The record is read where we know it to be; where a header points is not gone.
    assert.equal(new URL(asked[1]?.url ?? '').origin, 'http://bss.internal');
  });

  test('POST: accepted with a monitor; the record is found by its number, or said to be on its way', async () => {
    const monitor = { id: 'm', state: 'InProgress', sourceHref: '/x', '@type': 'Monitor' };
    const there = clientOver((request) => (request.method === 'POST' ? json(monitor, { status: 202 }) : json([{ id: 'a', externalId: 'T-1' }])), 'TMF621');
    assert.equal((await there.client.post('troubleTicket', ticket))['id'], 'a');
    const notYet = clientOver((request) => (request.method === 'POST' ? json(monitor, { status: 202 }) : json([])));
    await assert.rejects(notYet.client.post('troubleTicket', ticket), (error) => error instanceof UpstreamProblem && error.code === 'pending');
  });

  test('PATCH: 204 with nothing, and the record is read again', async () => {
    const { client, asked } = clientOver((request) => (request.method === 'PATCH' ? new Response(null, { status: 204 }) : json({ id: 'a', status: 'held' })));
    assert.deepEqual(await client.patch('troubleTicket', 'a', { status: 'held' }), { id: 'a', status: 'held' });
    assert.deepEqual(asked.map(({ method }) => method), ['PATCH', 'GET']);
  });

  test('PATCH in v5: a merge patch, and plain JSON where that is not taken', async () => {
    const { client, asked } = clientOver((request) => (request.headers.get('content-type') === 'application/json' ? json({ id: 'a' }) : json({}, { status: 415 })), 'TMF621', 'v5');
    await client.patch('troubleTicket', 'a', { note: [{ text: 'hi' }] });
    assert.deepEqual(asked.map(({ headers }) => headers.get('content-type')), ['application/merge-patch+json', 'application/json']);
    assert.deepEqual(await asked[1]?.json(), { '@type': 'TroubleTicket', note: [{ '@type': 'Note', text: 'hi' }] });
  });
});

describe('through the whole gateway', () => {
  const gatewayOver = (answer: (request: Request) => Response) => aGateway(apiRoutes, { upstreams: () => anUpstream(answer).upstream });
  const product = (id: unknown, owner: unknown): TmfBody => ({ id, name: `Product ${String(id)}`, status: 'aborted ', relatedParty: { id: owner }, billingAccount: [{ id: 'acc1' }] });

  test('"aborted " with its blank, number ids, one party in place of a list, an account in a list', async () => {
    const { call } = gatewayOver(() => json([product(42, 'anna')]));
    const { items } = await bodyOf<ProductList>(await call('/products'));
    assert.deepEqual(items.map(({ id, status, accountId }: Product) => [id, status, accountId]), [['42', 'ended', 'acc1']]);
  });

  test('a record by a number id is found, and another is not', async () => {
    const row = { id: 5, description: 'x', status: 'held', creationDate: '2026-11-21T08:00:00+01:00', relatedParty: [{ id: 'anna' }] };
    const { call } = gatewayOver((request) => (request.url.includes('troubleTicket/5') ? json(row) : json({ code: 60 }, { status: 404 })));
    assert.equal((await bodyOf<{ raisedAt: string }>(await call('/tickets/5'))).raisedAt, '2026-11-21T07:00:00.000Z');
    assert.equal((await call('/tickets/6')).status, 404);
  });

  for (const status of [400, 404, 410]) {
    test(`an id that is answered with ${status} is not found`, async () => {
      const { call } = gatewayOver(() => json({ code: 20, reason: 'bad id' }, { status }));
      assert.equal((await call('/tickets/unknown')).status, 404);
    });
  }

  test('a server that heeds no filter, with more rows than are read: what is found is shown, and that there may be more is said', async () => {
    const rows = Array.from({ length: 800 }, (_, index) => ({ id: `t${index}`, description: 'x', status: 'held', creationDate: '2026-11-21', relatedParty: [{ id: index === 3 ? 'anna' : 'ben' }] }));
    const { call } = gatewayOver((request) => {
      const { searchParams } = new URL(request.url);
      const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))];
      return json(rows.slice(offset, offset + limit), { headers: { 'x-total-count': '800' } });
    });
    const { items, total, gaps } = await bodyOf<TicketList>(await call('/tickets'));
    assert.deepEqual([items.map(({ id }) => id), total, gaps], [['t3'], 1, [{ source: 'Tickets', reason: 'unreadable' }]]);
  });
});
