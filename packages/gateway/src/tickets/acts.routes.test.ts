import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineTest, Problem, ProductList, SlotList, Ticket, TicketForms, TicketList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;

const words = { kind: 'incident', severity: 'major', title: 'No signal', description: 'Since this morning.' } as const;

async function raised(more: object = {}) {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<ProductList>('/products')).body;
  const lines = items.filter(({ status, lineOfBusiness }) => status === 'active' && lineOfBusiness !== 'device');
  const answer = await operator.as('ada')<Ticket>('/tickets', { body: { ...words, productId: lines[0]?.id, ...more } });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return { operator, lines, ticket: answer.body };
}

/** Moves it as the operator's people would. */
async function moved(operator: Operator, id: string, ...statuses: string[]) {
  for (const status of statuses) {
    const response = await operator.bss.fetch(new Request(`http://bss.internal/tmf-api/troubleTicket/v4/troubleTicket/${id}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status }) }));
    assert.ok(response.ok, await response.clone().text());
  }
}

const act = (operator: Operator, id: string, body: object, key = crypto.randomUUID()) => operator.as('ada')<Ticket & Pick<Problem, 'code' | 'errors'>>(`/tickets/${id}/acts`, { body, key });

test('is amended until work begins, and says so on its timeline', async () => {
  const { operator, ticket } = await raised();
  assert.equal(ticket.may?.amend?.allowed, true);
  const change = { severity: 'critical', reason: 'My shop stands still.' };
  const { body } = await operator.as('ada')<Ticket>(`/tickets/${ticket.id}/changes`, { body: change });
  assert.equal(body.severity, 'critical');
  assert.match(body.entries.at(-1)?.note ?? '', /how bad it is.*My shop stands still/);
  await moved(operator, ticket.id, 'inProgress');
  const late = await operator.as('ada')<Problem>(`/tickets/${ticket.id}/changes`, { body: change });
  assert.deepEqual([late.status, late.body.code], [409, 'ticket-cannot']);
});

test('climbs the ladder a step at a time, with a reason and not before its time', async () => {
  const operator = await anOperator();
  const open = (await operator.as('ada')<TicketList>('/tickets?open=yes')).body.items;
  const old = open.find(({ status }) => status === 'in-progress');
  const before = (await operator.as('ada')<Ticket>(`/tickets/${old?.id}`)).body;
  assert.deepEqual(before.ladder?.map(({ level, outside = false }) => [level, outside]), [[1, false], [2, false], [3, false], [4, true]]);
  assert.equal((await act(operator, before.id, { act: 'escalate' })).status, 422, 'a reason');
  const key = crypto.randomUUID();
  const one = await act(operator, before.id, { act: 'escalate', words: 'Three evenings now.' }, key);
  assert.equal(one.body.ladder?.[1]?.reason, 'Three evenings now.');
  assert.ok(one.body.ladder?.[1]?.reachedAt);
  await act(operator, before.id, { act: 'escalate', words: 'Three evenings now.' }, key);
  const again = (await operator.as('ada')<Ticket>(`/tickets/${before.id}`)).body;
  assert.equal(again.ladder?.filter(({ reachedAt }) => reachedAt).length, 2, 'a repeat climbs no further');
  const { operator: other, ticket } = await raised();
  const early = await act(other, ticket.id, { act: 'escalate', words: 'Now!' });
  assert.deepEqual([early.status, early.body.code], [409, 'ticket-cannot']);
});

test('is confirmed and rated, or opened again with a reason', async () => {
  const { operator, ticket } = await raised();
  assert.equal((await act(operator, ticket.id, { act: 'confirm' })).status, 409, 'not fixed yet');
  await moved(operator, ticket.id, 'inProgress', 'resolved');
  assert.equal((await act(operator, ticket.id, { act: 'reopen' })).status, 422);
  const open = await act(operator, ticket.id, { act: 'reopen', words: 'Still dead.' });
  assert.equal(open.body.status, 'in-progress');
  await moved(operator, ticket.id, 'resolved');
  assert.equal((await act(operator, ticket.id, { act: 'confirm' })).body.status, 'closed');
  assert.equal((await act(operator, ticket.id, { act: 'rate' })).status, 422);
  const rated = await act(operator, ticket.id, { act: 'rate', stars: 4, words: 'Quick.' });
  assert.deepEqual(rated.body.rating, { stars: 4, words: 'Quick.' });
  assert.equal((await act(operator, ticket.id, { act: 'rate', stars: 1 })).status, 409, 'once');
});

test('clocks tell waiting for you, for your company and for us apart', async () => {
  const hour = (count: number) => new Date(Date.UTC(2026, 10, 20, count)).toISOString();
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource !== 'troubleTicket') return;
      body['status'] = 'pending';
      body['creationDate'] = hour(0);
      body['statusChange'] = [['acknowledged', 0], ['inProgress', 2], ['pending', 5], ['inProgress', 9], ['pending', 10]].map(([status, at]) => ({ status, changeDate: hour(Number(at)) }));
      body['troubleTicketCharacteristic'] = [{ name: 'companyWaits', value: [{ from: hour(6), to: hour(8) }, { from: hour(10) }] }];
    },
  });
  const [summary] = (await operator.as('ada')<TicketList>('/tickets')).body.items;
  assert.equal(summary?.companyWaits, true);
  const { body } = await operator.as('ada')<Ticket>(`/tickets/${summary?.id}`);
  operator.time.now = new Date(operator.time.now.getTime() + 90_000);
  assert.deepEqual((await operator.as('ada')<Ticket>(`/tickets/${summary?.id}`)).body, body, 'If-Match of a ticket that has not changed holds a minute later');
  const { clock } = body;
  assert.equal(clock?.running, 'your-company');
  assert.deepEqual([clock?.providerSeconds, clock?.yourSeconds], [6 * 3600, 2 * 3600]);
  assert.deepEqual([clock?.companySeconds, clock?.since], [2 * 3600, hour(10)], 'what runs now is in no sum yet');
});

test('many sites at once: a ticket each under one that rolls up, once however often it is sent', async () => {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<ProductList>('/products')).body;
  const ids = items.filter(({ status, lineOfBusiness }) => status === 'active' && lineOfBusiness !== 'device').slice(0, 3).map(({ id }) => id);
  assert.ok(ids.length > 1);
  const before = (await operator.as('ada')<TicketList>('/tickets')).body.total;
  const body = { ...words, kind: 'request', productId: ids[0], also: ids.slice(1) };
  const key = crypto.randomUUID();
  const parent = (await operator.as('ada')<Ticket>('/tickets', { body, key })).body;
  await operator.as('ada')('/tickets', { body, key });
  assert.equal((await operator.as('ada')<TicketList>('/tickets')).body.total, before + ids.length + 1);
  assert.deepEqual([parent.under?.items.length, parent.under?.over, parent.product], [ids.length, 0, undefined]);
  const child = parent.under?.items[0]?.id ?? '';
  assert.equal((await operator.as('ada')<Ticket>(`/tickets/${child}`)).body.parent?.id, parent.id);
  await moved(operator, child, 'inProgress', 'resolved');
  assert.equal((await operator.as('ada')<Ticket>(`/tickets/${parent.id}`)).body.under?.over, 1);
  assert.equal((await operator.as('ada')<Problem>('/tickets', { body: { ...body, also: ['strange'] } })).status, 422);
});

test('a form is filled in as it asks, and what was skipped and tested goes along', async () => {
  const operator = await anOperator();
  const { items } = (await operator.as('ada')<ProductList>('/products')).body;
  const line = items.find(({ status, lineOfBusiness }) => status === 'active' && lineOfBusiness === 'fixed');
  const port = (await operator.as('ada')<TicketForms>('/desk/forms')).body.items.find(({ name }) => name === 'Move a port');
  const test1 = (await operator.as('ada')<LineTest>('/desk/tests', { body: { productId: line?.id, kind: 'line' } })).body;
  const ask = (fields: object) => operator.as('ada')<Ticket & Pick<Problem, 'code' | 'errors'>>('/tickets', { body: { ...words, kind: 'request', productId: line?.id, formId: port?.id, fields, testIds: [test1.id], skipped: ['ticket'] } });
  assert.deepEqual((await ask({ from: 'A' })).body.errors?.map(({ path }) => path), ['fields.to']);
  assert.equal((await ask({ from: 'A', to: 'B', window: 'Never' })).status, 422);
  assert.equal((await ask({ from: 'A', to: 'B', other: 'C' })).status, 422);
  const { body } = await ask({ from: 'Rack 1', to: 'Rack 2' });
  assert.deepEqual(body.fields, [{ label: 'Where is it now?', value: 'Rack 1' }, { label: 'Where should it go?', value: 'Rack 2' }]);
  assert.equal(body.files?.[0]?.name, 'Line test.txt');
  const kept = (await operator.store.read().get('troubleTicket', body.id))?.body['troubleTicketCharacteristic'] as { name: string; value: unknown }[];
  assert.deepEqual(kept.find(({ name }) => name === 'skippedChecks')?.value, ['ticket']);
});

test('a technician is booked for it, and moved keeping the visit', async () => {
  const { operator, ticket } = await raised();
  const slots = (await operator.as('ada')<SlotList>(`/tickets/${ticket.id}/visit/slots`)).body.items;
  assert.ok(slots.length > 1);
  const set = (index: number) => operator.as('ada')<Ticket>(`/tickets/${ticket.id}/visit`, { body: { slotId: slots[index]?.id, from: slots[index]?.from, to: slots[index]?.to } });
  const first = await set(0);
  assert.equal(first.body.visit?.state, 'booked', JSON.stringify(first.body));
  const second = await set(1);
  assert.deepEqual([second.body.visit?.id, second.body.visit?.history.length, second.body.visit?.from], [first.body.visit?.id, 1, slots[1]?.from]);
  const { response } = await operator.as('ada')(`/tickets/${ticket.id}/visit.ics`);
  assert.match(await response.text(), /SEQUENCE:1/);
  assert.equal((await operator.as('bilal')(`/tickets/${ticket.id}/visit/slots`)).status, 404);
});

test('the list is searched, filtered and told apart by who raised', async () => {
  const { operator, ticket } = await raised();
  const list = async (asked: string) => (await operator.as('ada')<TicketList>(`/tickets?${asked}`)).body.items;
  assert.deepEqual((await list('search=no%20signal')).map(({ id }) => id).includes(ticket.id), true);
  assert.ok((await list('open=no')).every(({ status }) => ['closed', 'cancelled', 'rejected'].includes(status)));
  assert.ok((await list('by=me')).every(({ by }) => by?.side === 'you'));
  assert.ok((await list(`product=${ticket.product?.id}`)).every(({ product }) => product?.id === ticket.product?.id));
  assert.equal((await list('by=colleagues')).length, 0);
});

test('a promise that was broken opens the next step at once, and the ladder says so', async () => {
  const broken = new Date(Date.UTC(2026, 10, 21, 7)).toISOString();
  const operator = await anOperator({
    change: ({ resource, body }) => {
      if (resource !== 'troubleTicket' || body['status'] !== 'inProgress') return;
      body['creationDate'] = new Date(Date.UTC(2026, 10, 21, 6)).toISOString();
      body['troubleTicketCharacteristic'] = [{ name: 'responseBreachedAt', value: broken }];
    },
  });
  const [open] = (await operator.as('ada')<TicketList>('/tickets?open=yes')).body.items.filter(({ status }) => status === 'in-progress');
  const { may, ladder } = (await operator.as('ada')<Ticket>(`/tickets/${open?.id}`)).body;
  assert.deepEqual([may?.escalate?.allowed, ladder?.[1]?.from], [true, broken]);
  assert.ok((ladder?.[2]?.from ?? '') > broken, 'the step after it keeps its time');
});

test('a note goes on what was seen, and on nothing else', async () => {
  const operator = await anOperator();
  const as = operator.as('ada');
  const { items } = (await as<TicketList>('/tickets')).body;
  const id = items.find(({ status }) => status === 'in-progress' || status === 'received')?.id;
  const { response } = await as<Ticket>(`/tickets/${id}`);
  const headers = { 'if-match': response.headers.get('etag') ?? '' };
  const note = async (text: string) => (await as(`/tickets/${id}/notes`, { body: { text }, headers })).status;
  assert.deepEqual([await note('And now?'), await note('And still?')], [200, 412]);
});
