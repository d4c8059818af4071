import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBss } from '@faceplate/bss';
import type { DeskChecks, Incident, IncidentDetail, IncidentList, Problem, ProductList, TicketList } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
type Ask = ReturnType<Operator['as']>;

/** The back office does something. */
async function pull({ store }: Operator, path: string, body: object): Promise<Record<string, unknown>> {
  const office = createBss({ store, clock: () => new Date('2026-11-21T08:00:00.000Z'), baseUrl: 'http://bss.internal', levers: true, token: 'office' });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer office' };
  const response = await office.fetch(new Request(`http://bss.internal/sim/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Record<string, unknown>;
}

const linesOf = async (ask: Ask) => (await ask<ProductList>('/products')).body.items;
const openOf = async (ask: Ask) => (await ask<IncidentList>('/incidents')).body.items.filter(({ endedAt }) => endedAt === undefined);

async function anIncident(operator: Operator, facts: object = {}): Promise<string> {
  const lines = await linesOf(operator.as('ada'));
  const line = lines.find(({ name }) => name === 'Home 250');
  assert.ok(line);
  return String((await pull(operator, 'incidents', { products: line.id, description: 'Cable cut', ...facts }))['id']);
}

test('an incident is told to whom it hits, with their services alone, and to nobody else', async () => {
  const operator = await anOperator();
  const [ada, bilal] = [operator.as('ada'), operator.as('bilal')];
  const [mine] = [await openOf(bilal)];
  assert.equal(mine.length, 1);
  const own = new Set((await linesOf(bilal)).map(({ id }) => id));
  assert.ok(mine.every(({ services }) => services.length > 0 && services.every(({ id }) => own.has(id))));
  assert.deepEqual(await openOf(ada), []);
  assert.equal((await ada<Problem>(`/incidents/${mine[0]?.id}`)).status, 404);
  const [known] = mine;
  assert.deepEqual([known?.impact, known?.reports, known?.updates.length, known?.mayFollow], ['down', 3, 2, true]);
  assert.ok((known?.nextUpdate ?? '') > '2026-11-21T08:00');
});

test('what hits a line shared with strangers names the own line alone', async () => {
  const operator = await anOperator();
  const [ada, bilal] = [operator.as('ada'), operator.as('bilal')];
  const [hers, his] = [(await linesOf(ada))[0], (await linesOf(bilal))[0]];
  await pull(operator, 'incidents', { products: `${hers?.id},${his?.id}`, description: 'Both at once' });
  for (const [ask, id] of [[ada, hers?.id], [bilal, his?.id]] as const) {
    const { status, body } = await ask<IncidentList>('/incidents');
    assert.equal(status, 200);
    assert.deepEqual(body.items.find(({ text }) => text === 'Both at once')?.services.map((one) => one.id), [id]);
  }
  assert.ok(!JSON.stringify((await ada('/incidents')).body).includes(String(his?.id)));
});

test('planned work is no incident', async () => {
  const bilal = (await anOperator()).as('bilal');
  const { items } = (await bilal<{ items: { id: string }[] }>('/service-levels/planned-work')).body;
  assert.ok(items.length > 0);
  assert.equal((await bilal(`/incidents/${items[0]?.id}`)).status, 404);
});

test('its places say where it hits, by towns, and where all is well', async () => {
  const bilal = (await anOperator()).as('bilal');
  const [{ id } = { id: '' }] = await openOf(bilal);
  const { places, services } = (await bilal<IncidentDetail>(`/incidents/${id}`)).body;
  assert.deepEqual(places.map(({ name }) => name), ['Hamburg', 'Kiel', 'Leipzig', 'Munich', 'Rostock', undefined]);
  assert.deepEqual(places.map(({ hit }) => hit), [1, 0, 0, 0, 0, 0]);
  assert.equal(services[0]?.place, 'Kastanienhof 61, 20359 Hamburg');
});

test('updates are told as they come, and the end; what is over stays for 90 days', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const id = await anIncident(operator);
  await pull(operator, `incidents/${id}/update`, { text: 'We have found the place.', expectedEnd: '2026-11-21T12:00:00.000Z' });
  const before = (await ada<IncidentDetail>(`/incidents/${id}`)).body;
  assert.deepEqual([before.state, before.to, before.updates.at(-1)?.text], ['open', '2026-11-21T12:00:00.000Z', 'We have found the place.']);
  await pull(operator, `incidents/${id}/end`, {});
  const after = (await ada<IncidentDetail>(`/incidents/${id}`)).body;
  assert.deepEqual([after.state, after.to, after.nextUpdate, after.mayFollow, after.updates.at(-1)?.text], ['over', undefined, undefined, false, 'Mended']);
  assert.ok(after.endedAt);
});

test('one tap asks to be told, a second changes nothing, another takes it back; each is counted', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const id = await anIncident(operator);
  const follow = (key?: string) => ada<Incident>(`/incidents/${id}/follow`, { method: 'POST', body: {}, ...(key && { key }) });
  const [first, again] = [await follow(crypto.randomUUID()), await follow()];
  assert.deepEqual([first.status, first.body.reports, again.body.reports], [200, 1, 1]);
  assert.ok(first.body.ticketId);
  assert.equal(again.body.ticketId, first.body.ticketId);
  const raised = operator.asked.filter(({ method, url }) => method === 'POST' && url.includes('troubleTicket'));
  assert.equal(raised.length, 1);
  const desk = (await ada<DeskChecks>(`/desk?productId=${first.body.services[0]?.id}`)).body;
  assert.equal(desk.checks.find(({ step }) => step === 'incident')?.troubles?.[0]?.ticketId, first.body.ticketId);
  const back = await ada<Incident>(`/incidents/${id}/follow`, { method: 'DELETE' });
  assert.deepEqual([back.status, back.body.ticketId, back.body.reports, back.body.mayFollow], [200, undefined, 0, true]);
  assert.equal((await ada<Incident>(`/incidents/${id}/follow`, { method: 'DELETE' })).body.reports, 0);
  assert.equal((await ada<TicketList>('/tickets?search=outage')).body.items.find(({ id: ticket }) => ticket === first.body.ticketId)?.status, 'cancelled');
  assert.ok((await follow()).body.ticketId);
});

test('what was joined at the desk is joined here, and nobody takes back what a colleague asked for', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const id = await anIncident(operator);
  const [service] = (await ada<IncidentDetail>(`/incidents/${id}`)).body.services;
  await ada('/desk/me-too', { body: { productId: service?.id, troubleId: id } });
  assert.ok((await ada<IncidentDetail>(`/incidents/${id}`)).body.ticketId);
  assert.equal((await operator.as('bilal')(`/incidents/${id}/follow`, { method: 'DELETE' })).status, 404);
  assert.ok((await ada<IncidentDetail>(`/incidents/${id}`)).body.ticketId);
});

test('what is over cannot be followed', async () => {
  const operator = await anOperator();
  const id = await anIncident(operator);
  await pull(operator, `incidents/${id}/end`, {});
  assert.equal((await operator.as('ada')<Problem>(`/incidents/${id}/follow`, { method: 'POST', body: {} })).body.code, 'incident-over');
});

test('a system that is away is a gap: without the inventory no service is named, without tickets nothing is lost', async () => {
  const [{ id } = { id: '' }] = await openOf((await anOperator()).as('bilal'));
  const blind = (await anOperator({ meddle: down('productInventory') })).as('bilal');
  const { items, gaps } = (await blind<IncidentList>('/incidents')).body;
  assert.deepEqual(gaps, [{ source: 'Products', reason: 'unreachable' }]);
  assert.deepEqual(items.find((one) => one.id === id)?.services, []);
  const ticketless = (await anOperator({ meddle: down('troubleTicket') })).as('bilal');
  assert.deepEqual((await ticketless<IncidentDetail>(`/incidents/${id}`)).body.gaps, [{ source: 'Tickets', reason: 'unreachable' }]);
  const townless = (await anOperator({ meddle: down('geographicAddress') })).as('bilal');
  const seen = (await townless<IncidentDetail>(`/incidents/${id}`)).body;
  assert.deepEqual([seen.gaps, seen.places[0]?.name], [[{ source: 'Addresses', reason: 'unreachable' }], 'Kastanienhof 61, 20359 Hamburg']);
  assert.equal((await (await anOperator({ meddle: down('serviceProblem') })).as('bilal')('/incidents')).status, 503);
});
