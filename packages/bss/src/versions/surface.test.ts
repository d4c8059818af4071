import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Resource } from '../store/store.ts';
import { anOrder, bench } from '../testing/bench.ts';
import { specCheck } from '../testing/specs.ts';

const ORDERS = '/tmf-api/productOrderingManagement';
const TICKETS = '/tmf-api/troubleTicket';

const ada = { '@type': 'PartyRef', id: 'ada', name: 'Ada Lindqvist', '@referredType': 'Individual' };
const customer = { '@type': 'RelatedPartyRefOrPartyRoleRef', role: 'customer', partyOrPartyRole: ada };

const orderInV5 = (more: object = {}) => ({
  '@type': 'ProductOrder',
  externalId: [{ '@type': 'ExternalIdentifier', id: 'O-1', owner: 'CRM' }],
  relatedParty: [customer],
  productOrderItem: [{ '@type': 'ProductOrderItem', id: '1', action: 'add' }],
  ...more,
});

async function open() {
  const { ask, later } = bench({ simulate: false });
  const told = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const response = await ask(method, path, body, headers);
    return { status: response.status, body: (await response.json()) as Resource & Resource[] };
  };
  return { told, later };
}

describe('one stored resource through two versions', () => {
  it('is made in v5 and read in v4, each in its own words', async () => {
    const { told } = await open();
    const made = await told('POST', `${ORDERS}/v5/productOrder`, orderInV5());
    assert.equal(made.status, 201);
    assert.match(made.body.href ?? '', /\/v5\/productOrder\//);
    assert.equal(made.body['creationDate'], '2026-11-21T10:00:00.000Z');
    assert.deepEqual(made.body['relatedParty'], [customer]);
    assert.deepEqual(made.body['externalId'], orderInV5().externalId);
    assert.deepEqual(specCheck('TMF622', 'v5', 'ProductOrder', made.body), []);
    const { body } = await told('GET', `${ORDERS}/v4/productOrder/${made.body.id}`);
    assert.match(body.href ?? '', /\/v4\/productOrder\//);
    assert.equal(body['orderDate'], '2026-11-21T10:00:00.000Z');
    assert.equal(body['externalId'], 'O-1');
    assert.deepEqual(body['relatedParty'], [{ role: 'customer', id: 'ada', name: 'Ada Lindqvist', '@referredType': 'Individual' }]);
    assert.deepEqual(specCheck('TMF622', 'v4', 'ProductOrder', body), []);
  });

  it('is found, sorted and cut to fields by names of v5', async () => {
    const { told, later } = await open();
    for (const id of ['O-1', 'O-2']) {
      await told('POST', `${ORDERS}/v4/productOrder`, anOrder({ externalId: id, relatedParty: [{ id: 'ada', role: 'customer' }] }));
      later(1000);
    }
    const found = async (query: string) => (await told('GET', `${ORDERS}/v5/productOrder?${query}`)).body;
    assert.equal((await found('relatedParty.partyOrPartyRole.id=ada')).length, 2);
    assert.equal((await found('externalId.id=O-2')).length, 1);
    assert.equal((await found('creationDate.gt=2026-11-21T10:00:00.500Z')).length, 1);
    assert.equal((await found('@type=ProductOrder')).length, 2);
    const [newest] = await found('sort=-creationDate&fields=externalId');
    const { id: _, href: __, ...chosen } = newest ?? {};
    assert.deepEqual(chosen, { '@type': 'ProductOrder', externalId: [{ '@type': 'ExternalIdentifier', id: 'O-2' }] });
  });

  it('is found by the class that only v5 calls so', async () => {
    const { told } = await open();
    await told('POST', '/tmf-api/productCatalogManagement/v4/catalog', { name: 'Summer' });
    const { body } = await told('GET', '/tmf-api/productCatalogManagement/v5/productCatalog?@type=ProductCatalog');
    assert.deepEqual(body.map((one) => [one['name'], one['@type']]), [['Summer', 'ProductCatalog']]);
  });

  it('changes through v5, by either kind of patch, and nothing else of it does', async () => {
    const { told } = await open();
    const ticket = { description: 'No picture', severity: 'Minor', ticketType: 'incident', externalId: 'T-1', note: [{ '@type': 'Note', text: 'ours' }] };
    const { id } = (await told('POST', `${TICKETS}/v4/troubleTicket`, ticket)).body;
    const [inV4, inV5] = [`${TICKETS}/v4/troubleTicket/${id}`, `${TICKETS}/v5/troubleTicket/${id}`];
    const identifiers = [{ '@type': 'ExternalIdentifier', id: 'T-2' }, { '@type': 'ExternalIdentifier', id: 'T-3', owner: 'CRM' }];
    const merged = await told('PATCH', inV5, { externalIdentifier: identifiers });
    assert.equal(merged.status, 200);
    assert.deepEqual(merged.body['externalIdentifier'], identifiers);
    const read = (await told('GET', inV4)).body;
    assert.equal(read['externalId'], 'T-2');
    assert.deepEqual(read['note'], ticket.note, 'what v4 said of its class stays');
    const patch = [{ op: 'remove', path: '/externalIdentifier/0' }, { op: 'remove', path: '/externalIdentifier/0/owner' }];
    const patched = await told('PATCH', inV5, patch, { 'content-type': 'application/json-patch+json' });
    assert.deepEqual(patched.body['externalIdentifier'], [{ '@type': 'ExternalIdentifier', id: 'T-3' }]);
    const { externalId, externalIdentifier } = (await told('GET', inV4)).body as Record<string, unknown>;
    assert.deepEqual({ externalId, externalIdentifier }, { externalId: 'T-3', externalIdentifier: undefined });
    const emptied = await told('PATCH', inV5, { externalIdentifier: null });
    assert.equal(emptied.body['externalIdentifier'], undefined);
    assert.equal((await told('GET', inV4)).body['externalId'], undefined);
  });

  it('refuses a value of the wrong kind in the words it came in', async () => {
    const { told } = await open();
    const refusal = async (version: string, more: object) => {
      const { status, body } = await told('POST', `${ORDERS}/${version}/productOrder`, orderInV5(more));
      return [status, (body as Record<string, unknown>)['message']];
    };
    assert.deepEqual(await refusal('v5', { externalId: 'O-1' }), [400, '"externalId" must be a list.']);
    assert.deepEqual(await refusal('v4', { externalId: [] }), [400, '"externalId" must be text.']);
    const related = [{ role: 'customer', partyOrPartyRole: 'ada' }];
    assert.deepEqual(await refusal('v5', { relatedParty: related }), [400, '"relatedParty[0].partyOrPartyRole" must be an object.']);
    assert.deepEqual(await refusal('v5', { orderDate: {} }), [400, '"orderDate" must be a moment as RFC 3339 writes it, such as 2026-11-21T10:00:00Z.']);
    assert.deepEqual(await refusal('v4', { externalId: 'O-1', orderRelationship: {} }), [400, '"orderRelationship" must be a list.']);
  });
});
