import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProductList, Ticket, TicketForms, TicketList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

const words = { kind: 'request', severity: 'minor', title: 'A question', description: 'How is it?' } as const;

type Who = 'ada' | 'bilal';

async function at(who: Who) {
  const operator = await anOperator();
  const ask = operator.as(who);
  const { items } = (await ask<ProductList>('/products')).body;
  const line = items.find(({ status, lineOfBusiness }) => status === 'active' && lineOfBusiness === 'fixed');
  assert.ok(line);
  const raise = async (more: object = {}) => (await ask<Ticket>('/tickets', { body: { ...words, productId: line.id, ...more } })).body;
  const change = async (id: string, body: object) => {
    const response = await operator.bss.fetch(new Request(`http://bss.internal/tmf-api/troubleTicket/v4/troubleTicket/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' }, body: JSON.stringify(body) }));
    assert.ok(response.ok, await response.clone().text());
  };
  const read = async (id: string) => (await ask<Ticket>(`/tickets/${id}`)).body;
  return { operator, ask, raise, change, read };
}

test('the number of a request leads to it, also when it has become an order', async () => {
  const { raise, change, read } = await at('ada');
  const { id, number } = await raise();
  assert.equal((await read(number)).id, id);
  await change(id, { status: 'inProgress' });
  await change(id, { status: 'resolved', relatedEntity: [{ id: 'o1', name: 'O-4711', role: 'result', '@referredType': 'ProductOrder' }] });
  const done = await read(number);
  assert.deepEqual([done.id, done.became], [id, { kind: 'order', id: 'o1', number: 'O-4711' }]);
});

test('the number of somebody else’s request leads nowhere', async () => {
  const { operator, raise } = await at('ada');
  const { number } = await raise();
  assert.equal((await operator.as('bilal')(`/tickets/${number}`)).status, 404);
});

test('two that were put together name each other by number', async () => {
  const { raise, change, read } = await at('ada');
  const [one, other] = [await raise(), await raise({ title: 'The same again' })];
  const relation = ({ id, title }: Ticket, relationshipType: string) => [{ id, name: title, relationshipType }];
  await change(one.id, { troubleTicketRelationship: relation(other, 'mergedFrom') });
  await change(other.id, { status: 'cancelled', troubleTicketRelationship: relation(one, 'mergedInto') });
  assert.equal((await read(other.id)).mergedInto?.number, one.number);
  assert.deepEqual((await read(one.id)).mergedFrom?.map(({ number }) => number), [other.number]);
});

test('a fix says until when it can be doubted, and an operator who gives no time has none', async () => {
  const { operator, raise, change, read } = await at('ada');
  const { id } = await raise();
  await change(id, { status: 'inProgress' });
  await change(id, { status: 'resolved' });
  const { reopen } = (await read(id)).may ?? {};
  assert.equal(Date.parse(reopen?.until ?? '') - operator.time.now.getTime(), 5 * 86_400_000);
  await operator.store.transaction(async (tx) => {
    const body = (await tx.get('troubleTicket', id))?.body ?? assert.fail();
    await tx.put('troubleTicket', { ...body, troubleTicketCharacteristic: [{ name: 'reopenUntil', value: body['resolutionDate'] }] });
  });
  assert.equal((await read(id)).may?.reopen?.code, 'not-here');
});

test('a change above the company’s limit waits for the company, on its clock and not on ours; a consumer’s does not', async () => {
  for (const who of ['bilal', 'ada'] as const) {
    const { ask, raise, read } = await at(who);
    const { items } = (await ask<TicketForms>('/desk/forms')).body;
    const form = items.find(({ name }) => name === 'Move a port');
    const { id } = await raise({ formId: form?.id, fields: { from: 'Hall', to: 'Office' } });
    const { clock, companyWaits, status, entries } = await read(id);
    assert.deepEqual([clock?.running, companyWaits, status], who === 'bilal' ? ['your-company', true, 'received'] : ['provider', undefined, 'received']);
    assert.equal(entries.some(({ note }) => note?.includes('has to approve')), who === 'bilal');
  }
});

test('pages go on where the last ended: open ones first, each once, whatever is raised meanwhile', async () => {
  const { ask, raise } = await at('ada');
  const all = (await ask<TicketList>('/tickets')).body.items;
  const over = ['closed', 'rejected', 'cancelled'];
  assert.ok(all.findIndex(({ status }) => over.includes(status)) > all.findLastIndex(({ status }) => !over.includes(status)), 'open ones first');
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body } = await ask<TicketList>(`/tickets?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    assert.ok(body.items.length <= 2);
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.next ?? '';
    if (seen.length === 2) await raise();
  } while (cursor);
  assert.deepEqual(seen, all.map(({ id }) => id));
});
