import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_BODY } from './body.ts';
import { anOrder, aTicket, bench, NOW, pathOf } from '../testing/bench.ts';
import { definitions } from '../definitions/definitions.ts';
import { memoryStore } from '../store/memory.ts';
import type { Resource } from '../store/store.ts';

const TICKETS = pathOf('troubleTicket');

const around = (value: string) => JSON.stringify(aTicket()).replace('}', `,"x":${value}}`);

const problemOf = async (response: Response) => (await response.json()) as { code: string; message: string; status: string };

describe('creating', () => {
  it('answers 201 with the whole resource, defaults and identity included', async () => {
    const bss = bench();
    const response = await bss.ask('POST', TICKETS, aTicket());
    assert.equal(response.status, 201);
    const body = (await response.json()) as Resource;
    assert.match(body.id, /^[a-z2-7]{12}$/);
    assert.equal(body.href, `http://bss.test${TICKETS}/${body.id}`);
    assert.equal(response.headers.get('location'), body.href);
    const { externalId, expectedResolutionDate, troubleTicketCharacteristic, ...kept } = body;
    assert.ok(externalId && expectedResolutionDate && troubleTicketCharacteristic, 'a number and a clock of its own');
    assert.deepEqual(kept, {
      ...aTicket(),
      id: body.id,
      href: body.href,
      '@type': 'TroubleTicket',
      status: 'acknowledged',
      creationDate: NOW,
      lastUpdate: NOW,
      statusChangeDate: NOW,
    });
    assert.deepEqual(await (await bss.ask('GET', `${TICKETS}/${body.id}`)).json(), body);
  });

  it('fills in the items of a list', async () => {
    const order = await bench().make('productOrder', anOrder());
    assert.deepEqual(order['productOrderItem'], [{ state: 'acknowledged', quantity: 1, id: '1', action: 'add' }]);
    assert.equal(order['orderDate'], NOW);
  });

  it('keeps its own dates and identity whatever the client claims', async () => {
    const claimed = { id: 'mine', href: 'http://elsewhere', creationDate: '1999-01-01T00:00:00.000Z' };
    const ticket = await bench().make('troubleTicket', aTicket(claimed));
    assert.notEqual(ticket.id, 'mine');
    assert.equal(ticket['creationDate'], NOW);
  });

  it('names what is missing or malformed', async () => {
    const bss = bench();
    const refused = async (path: string, body: unknown, code: string, message: RegExp) => {
      const response = await bss.ask('POST', path, body);
      assert.equal(response.status, 400);
      const problem = await problemOf(response);
      assert.equal(problem.code, code);
      assert.match(problem.message, message);
    };
    await refused(TICKETS, { severity: 'Minor', ticketType: 'incident' }, '23', /"description"/);
    await refused(TICKETS, aTicket({ description: null }), '23', /"description"/);
    await refused(TICKETS, aTicket({ note: { text: 'not a list' } }), '24', /"note"/);
    await refused(pathOf('productOrder'), { productOrderItem: [{ id: '1' }] }, '23', /productOrderItem\.action/);
    await refused(pathOf('productOrder'), { productOrderItem: ['1'] }, '24', /productOrderItem/);
    await refused(TICKETS, [aTicket()], '22', /object/);
  });

  it('takes the near-empty bodies that TM Forum kits send', async () => {
    const bss = bench();
    for (const [resource, body] of Object.entries({
      shoppingCart: {},
      individual: { givenName: 'Ann', familyName: 'Lee' },
      organization: { tradingName: 'Lee & Co' },
      customer: { name: 'Ann', engagedParty: { id: 'x' } },
      billingAccount: { name: 'Home', relatedParty: [{ id: 'x' }] },
      billFormat: { name: 'Paper' },
      partyRole: { name: 'Payer', roleType: {} },
      productOffering: { name: 'Fibre 100' },
      productOfferingPrice: { name: 'Monthly', isBundle: false, priceType: 'recurring' },
      partyInteraction: { channel: [{ name: 'phone' }], direction: 'inbound', reason: 'a question' },
      customerBillOnDemand: { billingAccount: { id: 'x' } },
      product: {},
    })) {
      const made = await bss.make(resource, body);
      assert.equal(typeof made.id, 'string', resource);
    }
  });

  it('refuses what no store could keep, and what is no data', async () => {
    const bss = bench();
    const post = (body: string) =>
      bss.fetch(
        new Request(`http://bss.test${TICKETS}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      );
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    const nul = [around(String.raw`"\u0000"`), around(String.raw`{"\u0000":1}`)];
    const others = [around(String.raw`"\ud800"`), around('1e999'), around('{"__proto__":{}}'), around(deep)];
    for (const body of ['{', '"x"', ...nul, ...others]) {
      assert.equal((await post(body)).status, 400, body);
    }
    assert.equal((await post(around(`"${'x'.repeat(MAX_BODY)}"`))).status, 413);
    assert.equal((await post(around('"\\\\u0000"'))).status, 201);
  });
});

describe('patching', () => {
  it('merges, removes by null, replaces lists whole, and counts the revision', async () => {
    const bss = bench();
    const before = aTicket({ name: 'TV', note: [{ text: 'a' }], channel: { id: '1', name: 'web' } });
    const ticket = await bss.make('troubleTicket', before);
    bss.later(5000);
    const response = await bss.ask('PATCH', `${TICKETS}/${ticket.id}`, {
      name: null,
      note: [{ text: 'b' }],
      channel: { name: 'phone' },
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('etag'), 'W/"2"');
    const { name: _, ...rest } = ticket;
    assert.deepEqual(await response.json(), {
      ...rest,
      note: [{ text: 'b' }],
      channel: { id: '1', name: 'phone' },
      lastUpdate: '2026-11-21T10:00:05.000Z',
    });
  });

  it('leaves everything as it was when what was read is sent back', async () => {
    const bss = bench();
    const ticket = await bss.make('troubleTicket', aTicket());
    bss.later(5000);
    const response = await bss.ask('PATCH', `${TICKETS}/${ticket.id}`, ticket);
    assert.deepEqual([response.status, response.headers.get('etag')], [200, 'W/"1"']);
    assert.deepEqual(await response.json(), ticket);
  });

  it('refuses identity, server dates and mandatory attributes', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    const server = [{ id: 'x' }, { href: 'x' }, { '@type': 'x' }, { creationDate: NOW.replace('2026', '2020') }];
    for (const patch of [...server, { description: null }, { note: {} }]) {
      assert.equal((await bss.ask('PATCH', `${TICKETS}/${id}`, patch)).status, 400, JSON.stringify(patch));
    }
  });

  it('wants a media type it knows', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    const as = async (type: string) => (await bss.ask('PATCH', `${TICKETS}/${id}`, {}, { 'content-type': type })).status;
    assert.equal(await as('application/merge-patch+json; charset=utf-8'), 200);
    assert.equal(await as('application/json-patch-query+json'), 415);
    assert.equal(await as('text/plain'), 415);
  });

  it('lets the first of two writers win who both read the same revision', async () => {
    const bss = bench();
    const { id } = await bss.make('troubleTicket', aTicket());
    const etag = (await bss.ask('GET', `${TICKETS}/${id}`)).headers.get('etag') ?? '';
    const write = (name: string) => bss.ask('PATCH', `${TICKETS}/${id}`, { name }, { 'if-match': etag });
    assert.deepEqual([(await write('a')).status, (await write('b')).status], [200, 412]);
    const unchanged = await bss.ask('GET', `${TICKETS}/${id}`, undefined, { 'if-none-match': 'W/"2"' });
    assert.deepEqual([unchanged.status, await unchanged.text()], [304, '']);
  });
});

describe('every resource', () => {
  it('answers 404 for what is not there', async () => {
    const bss = bench();
    for (const { path, operations } of definitions.filter((definition) => definition.operations.includes('get'))) {
      assert.equal((await bss.ask('GET', `${path}/nobody`)).status, 404, path);
      assert.equal((await bss.ask('GET', `${path}/%00`)).status, 404, path);
      if (operations.includes('delete')) assert.equal((await bss.ask('DELETE', `${path}/nobody`)).status, 404, path);
    }
    assert.equal((await bss.ask('GET', '/tmf-api/nothing/v4/here')).status, 404);
  });

  it('says what is allowed instead of what is not', async () => {
    const bss = bench();
    for (const { path, operations } of definitions.filter(({ under }) => !under)) {
      const refused = await bss.ask('PUT', path);
      const methods = ['GET', 'HEAD', ...(operations.includes('create') ? ['POST'] : [])];
      assert.deepEqual([refused.status, refused.headers.get('allow')], [405, methods.join(', ')], path);
      assert.equal((await bss.ask('PUT', `${path}/x`)).status, 405);
    }
    assert.equal((await bss.ask('DELETE', `${pathOf('customerBill')}/x`)).status, 405);
    assert.equal((await bss.ask('POST', pathOf('customerBill'), {})).status, 405);
    assert.equal((await bss.ask('PATCH', `${pathOf('appliedCustomerBillingRate')}/x`, {})).status, 405);
  });

  it('is gone once deleted', async () => {
    const bss = bench();
    const { id } = await bss.make('shoppingCart', {});
    const path = `${pathOf('shoppingCart')}/${id}`;
    const response = await bss.ask('DELETE', path);
    assert.deepEqual([response.status, await response.text()], [204, '']);
    assert.equal((await bss.ask('GET', path)).status, 404);
  });
});

describe('the guard', () => {
  it('lets in who knows the token, and nobody else', async () => {
    const bss = bench({ token: 'right-token' });
    const as = async (authorization?: string) =>
      (await bss.ask('GET', TICKETS, undefined, authorization === undefined ? {} : { authorization })).status;
    assert.equal(await as('Bearer right-token'), 200);
    const almost = ['Bearer right-tokem', 'Bearer right-token2', 'right-token', 'Bearer right-token,'];
    for (const wrong of [undefined, '', 'Bearer ', ...almost]) {
      assert.equal(await as(wrong), 401, wrong);
    }
    const nowhere = await bss.ask('GET', '/tmf-api/nothing');
    assert.deepEqual([nowhere.status, nowhere.headers.get('www-authenticate')], [401, 'Bearer']);
  });

  it('tells a fault of ours to the operator and not to the caller', async () => {
    const reported: unknown[] = [];
    const store = memoryStore();
    store.read = () => {
      throw new Error('secret detail');
    };
    const bss = bench({ store, report: (cause) => reported.push(cause) });
    const response = await bss.ask('GET', TICKETS);
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /secret/);
    assert.match(String(reported[0]), /secret detail/);
  });
});
