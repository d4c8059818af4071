import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resource } from '../store/store.ts';
import { anOrder, aTicket, bench, pathOf } from '../testing/bench.ts';
import { customer } from '../testing/tickets.ts';

function desk() {
  const bss = bench({ levers: true, token: 'machine', simulate: false });
  const machine = { authorization: 'Bearer machine' };
  const post = async (path: string, body: object) => {
    const response = await bss.ask('POST', path, body, machine);
    return { status: response.status, body: (await response.json()) as Resource };
  };
  const make = async (more: object = {}) => (await post(pathOf('troubleTicket'), aTicket({ relatedParty: [customer], name: 'No signal', ...more }))).body;
  const read = async (id: string) => (await (await bss.ask('GET', `${pathOf('troubleTicket')}/${id}`, undefined, machine)).json()) as Resource;
  return { post, make, read };
}

const kin = (ticket: Resource) => (ticket['troubleTicketRelationship'] as Resource[]).map(({ id, relationshipType }) => [id, relationshipType]);

test('two reports of one thing become one: the later is over, each names the other, and says so', async () => {
  const { post, make, read } = desk();
  const [first, later] = [await make(), await make()];
  assert.equal((await post(`/sim/v1/tickets/${later.id}/merge`, { into: first.id })).status, 200);
  const [one, over] = [await read(first.id), await read(later.id)];
  assert.deepEqual([over['status'], kin(over), kin(one)], ['cancelled', [[first.id, 'mergedInto']], [[later.id, 'mergedFrom']]]);
  assert.match(String(over['statusChangeReason']), new RegExp(String(first['externalId'])));
  assert.match(JSON.stringify(one['note']), new RegExp(String(later['externalId'])));
});

test('tickets of different customers, and a ticket with itself, are never put together', async () => {
  const { post, make } = desk();
  const [mine, theirs] = [await make(), await make({ relatedParty: [{ ...customer, id: 'bilal' }] })];
  for (const into of [theirs.id, mine.id]) assert.equal((await post(`/sim/v1/tickets/${mine.id}/merge`, { into })).status, 422);
  assert.equal((await post(`/sim/v1/tickets/${mine.id}/merge`, { into: 'nowhere' })).status, 404);
});

test('a request that is done as an order is fixed by it and keeps its number', async () => {
  const { post, make, read } = desk();
  const ticket = await make({ ticketType: 'request' });
  const order = (await post(pathOf('productOrder'), anOrder({ externalId: 'O-4711' }))).body;
  assert.equal((await post(`/sim/v1/tickets/${ticket.id}/order`, { order: 'nowhere' })).status, 404);
  assert.equal((await post(`/sim/v1/tickets/${ticket.id}/order`, { order: order.id })).status, 200);
  const done = await read(ticket.id);
  const [result] = (done['relatedEntity'] as Resource[]).filter(({ role }) => role === 'result');
  assert.deepEqual([done['status'], done['externalId'], result?.id, result?.['name']], ['resolved', ticket['externalId'], order.id, 'O-4711']);
});
