import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBss } from '@faceplate/bss';
import type { CalendarFeed, FreezeList, PlannedWork, PlannedWorkList, Problem, ProductList, Ticket } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Operator = Awaited<ReturnType<typeof anOperator>>;
type Ask = ReturnType<Operator['as']>;

const BASE = '/service-levels/planned-work';
const NOW = '2026-11-21T08:00:00.000Z';

async function pull({ store }: Operator, path: string, body: object): Promise<Record<string, unknown>> {
  const office = createBss({ store, clock: () => new Date(Date.parse(NOW) + 60_000), baseUrl: 'http://bss.internal', levers: true, token: 'office' });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer office' };
  const response = await office.fetch(new Request(`http://bss.internal/sim/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Record<string, unknown>;
}

const list = async (ask: Ask) => (await ask<PlannedWorkList>(BASE)).body;
async function first(ask: Ask): Promise<PlannedWork> {
  const [work] = (await list(ask)).items;
  assert.ok(work);
  return work;
}

/** What a calendar holds, event by event. */
const eventsOf = (file: string) =>
  file.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1).map((event) => Object.fromEntries(event.split('\r\n').flatMap((line) => (line.includes(':') ? [[line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]] : []))) as Record<string, string>);

test('planned work names services of mine alone, promised or not, and goes into a calendar', async () => {
  const operator = await anOperator();
  const [ada, bilal] = [operator.as('ada'), operator.as('bilal')];
  const { items } = await list(bilal);
  assert.ok(items.length > 0 && items.every(({ state }) => state === 'planned' || state === 'running'));
  const own = new Set((await bilal<ProductList>('/products')).body.items.map(({ id }) => id));
  assert.ok(items.every(({ services }) => services.length > 0 && services.every(({ id }) => own.has(id))));
  assert.ok((await list(ada)).items.every(({ services }) => services.every(({ id }) => !own.has(id))));
  const events = eventsOf(await (await bilal(`${BASE}/calendar.ics`)).response.text());
  assert.ok(items.every(({ id }) => events.some(({ UID }) => UID === `work-${id}`)));
  const [mobile] = (await ada<ProductList>('/products')).body.items.filter(({ lineOfBusiness }) => lineOfBusiness === 'mobile');
  await pull(operator, 'maintenance', { products: mobile?.id, description: 'New mast', expectedStart: '2026-11-30T01:00:00.000Z', expectedEnd: '2026-11-30T03:00:00.000Z' });
  assert.deepEqual((await list(ada)).items.map(({ text }) => text), ['New mast']);
});

test('where the inventory or works are missing, planned work says so, and its calendar is not made', async () => {
  const [without, spoilt] = [await anOperator({ meddle: down('productInventory') }), await anOperator({ change: withoutTimes })];
  for (const [source, reason, operator] of [['Products', 'unreachable', without], ['Outages', 'unreadable', spoilt]] as const) {
    const bilal = operator.as('bilal');
    assert.deepEqual((await list(bilal)).gaps.map((gap) => [gap.source, gap.reason]), [[source, reason]]);
    assert.equal((await bilal(`${BASE}/calendar.ics`)).status, 503, source);
  }
});

function withoutTimes({ resource, body }: { resource: string; body: Record<string, unknown> }): void {
  if (resource === 'serviceProblem' && body['category'] === 'plannedMaintenance' && body['status'] === 'acknowledged') body['characteristic'] = [];
}

test('planned work is looked up without a single interval', async () => {
  const operator = await anOperator();
  await list(operator.as('bilal'));
  assert.deepEqual(operator.asked.filter(({ url }) => url.includes('availabilityInterval')), []);
});

test('a company asks to have work moved, once', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const before = await first(bilal);
  assert.equal(before.mayObject, true);
  const object = (key?: string) => bilal<PlannedWork & Problem>(`${BASE}/${before.id}/objection`, { body: { words: 'Our busiest week.', notBefore: '2026-12-01' }, ...(key && { key }) });
  const key = crypto.randomUUID();
  const [asked, same, other] = [await object(key), await object(key), await object()];
  assert.deepEqual([asked.status, same.body.objection, other.status, other.body.code], [201, asked.body.objection, 409, 'work-objected']);
  assert.equal(operator.asked.filter(({ method, url }) => method === 'POST' && url.includes('troubleTicket')).length, 1);
  assert.deepEqual([asked.body.objection?.state, asked.body.objection?.notBefore, asked.body.objection?.words], ['asked', '2026-12-01', 'Our busiest week.']);
});

test('the answer comes with the work, the ticket of the wish is a ticket like others, and every calendar moves', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const before = await first(bilal);
  const { objection } = (await bilal<PlannedWork>(`${BASE}/${before.id}/objection`, { body: { words: 'Our busiest week.' } })).body;
  assert.equal((await bilal<Ticket>(`/tickets/${objection?.ticketId}`)).body.number, objection?.number);
  const [was] = eventsOf(await (await bilal(`${BASE}/calendar.ics`)).response.text()).filter(({ UID }) => UID === `work-${before.id}`);

  await pull(operator, `maintenance/${before.id}/answer`, { start: '2026-12-03T10:00:00.000Z', reason: 'Thursday week will do.' });
  const after = await first(bilal);
  assert.deepEqual([after.from, after.to, after.objection?.state, after.objection?.answer, after.mayObject], ['2026-12-03T10:00:00.000Z', '2026-12-03T12:00:00.000Z', 'moved', 'Thursday week will do.', true]);
  const [is] = eventsOf(await (await bilal(`${BASE}/calendar.ics`)).response.text()).filter(({ UID }) => UID === `work-${before.id}`);
  assert.equal(is?.['DTSTART'], '20261203T100000Z');
  assert.ok(Number(is?.['SEQUENCE']) > Number(was?.['SEQUENCE']));
});

test('what was refused says why, and may be asked for again', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const work = await first(bilal);
  await bilal(`${BASE}/${work.id}/objection`, { body: { words: 'Not then.' } });
  await pull(operator, `maintenance/${work.id}/answer`, { reason: 'The crane is hired.' });
  const after = await first(bilal);
  assert.deepEqual([after.from, after.objection?.state, after.objection?.answer, after.mayObject], [work.from, 'refused', 'The crane is hired.', true]);
});

test('nobody objects to work of others, nor a household to any', async () => {
  const operator = await anOperator();
  const work = await first(operator.as('bilal'));
  const asked = operator.asked.length;
  assert.equal((await operator.as('ada')(`${BASE}/${work.id}/objection`, { body: { words: 'No.' } })).status, 403);
  assert.equal((await operator.as('ada')(`${BASE}/freezes`, { body: { from: '2026-12-01', to: '2026-12-07' } })).status, 403);
  assert.equal((await operator.as('bilal')(`${BASE}/nothing-here/objection`, { body: { words: 'No.' } })).status, 404);
  assert.ok(operator.asked.slice(asked).every(({ method }) => method === 'GET'));
});

test('work that has begun is not objected to', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const work = await first(bilal);
  await operator.later(3 * 86_400_000 + 60 * 60_000);
  assert.equal((await bilal<Problem>(`${BASE}/${work.id}/objection`, { body: { words: 'Stop.' } })).body.code, 'work-begun');
});

test('days without work are stated once, seen by the operator, marked where work falls into them, and taken back', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const work = await first(bilal);
  const day = work.from.slice(0, 10);
  const state = (key: string) => bilal<FreezeList>(`${BASE}/freezes`, { body: { from: day, to: '2026-11-30', reason: 'Year-end sale' }, key });
  const key = crypto.randomUUID();
  const [one, again] = [await state(key), await state(key)];
  assert.deepEqual([one.status, one.body.items.length, again.body.items.length, one.body.items[0]?.organization.name], [200, 1, 1, 'Nordlicht Logistics']);
  assert.deepEqual((await first(bilal)).conflicts?.map(({ reason, mine }) => [reason, mine]), [['Year-end sale', true]]);
  const [organization] = await operator.store.read().list('organization', { where: [{ path: ['id'], operator: 'eq', values: [one.body.items[0]?.organization.id ?? ''] }] }).then(({ rows }) => rows);
  assert.ok(JSON.stringify(organization?.body['partyCharacteristic']).includes('Year-end sale'));
  assert.ok(JSON.stringify(organization?.body['partyCharacteristic']).includes('approvalPolicy'), 'what else the operator knows stays');
  const { body } = await bilal<FreezeList>(`${BASE}/freezes/${one.body.items[0]?.id}`, { method: 'DELETE' });
  assert.deepEqual(body.items, []);
  assert.equal((await first(bilal)).conflicts, undefined);
  assert.equal((await bilal(`${BASE}/freezes/${one.body.items[0]?.id}`, { method: 'DELETE' })).status, 404);
});

test('a freeze of a part of the company holds for that part', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const choices = (await bilal<FreezeList>(`${BASE}/freezes`)).body.for;
  assert.equal(choices[0]?.name, 'Nordlicht Logistics');
  const of = (name: string) => choices.find((one) => one.name === name)?.id;
  await bilal(`${BASE}/freezes`, { body: { from: '2026-11-24', to: '2026-11-24', organizationId: of('Nordlicht South') } });
  assert.equal((await first(bilal)).conflicts, undefined, 'the work is in the north');
  await bilal(`${BASE}/freezes`, { body: { from: '2026-11-24', to: '2026-11-24', organizationId: of('Nordlicht North') } });
  assert.deepEqual((await first(bilal)).conflicts?.map(({ organization }) => organization.name), ['Nordlicht North']);
  assert.equal((await bilal(`${BASE}/freezes`, { body: { from: '2026-11-24', to: '2026-11-24', organizationId: 'somebody-else' } })).status, 404);
});

test('days that are over, turned round or without end are no freeze', async () => {
  const bilal = (await anOperator()).as('bilal');
  for (const body of [{ from: '2026-11-01', to: '2026-11-20' }, { from: '2026-12-02', to: '2026-12-01' }, { from: '2026-12-01', to: '2027-12-01' }]) assert.equal((await bilal(`${BASE}/freezes`, { body })).status, 422);
});

const fetched = ({ app }: Operator, url: string | undefined, headers: Record<string, string> = {}) => app.request(url ?? 'http://portal.test/none', { headers });

test('a calendar program reads the feed by its link alone, and nothing else opens by it', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  assert.deepEqual((await bilal<CalendarFeed>(`${BASE}/feed`)).body, {});
  const key = crypto.randomUUID();
  const [made, again] = [await bilal<CalendarFeed>(`${BASE}/feed`, { method: 'POST', body: {}, key }), await bilal<CalendarFeed>(`${BASE}/feed`, { method: 'POST', body: {}, key })];
  const { url } = made.body;
  assert.match(url ?? '', /^http:\/\/portal\.test\/calendar\/[\w.-]+\.ics$/);
  assert.equal(again.body.url, url);
  const response = await fetched(operator, url);
  assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'text/calendar; charset=utf-8']);
  const { items } = await list(bilal);
  const events = eventsOf(await response.text());
  assert.ok(items.every(({ id }) => events.some(({ UID }) => UID === `work-${id}`)));
  assert.equal((await fetched(operator, url, { 'if-none-match': response.headers.get('etag') ?? '' })).status, 304);
  assert.ok((await bilal<CalendarFeed>(`${BASE}/feed`)).body.readAt);
  const link = url?.split('/').at(-1)?.replace('.ics', '');
  assert.equal((await bilal(`/shared-carts/${link}`)).status, 404);
});

test('a link that was replaced or withdrawn opens nothing, and so does one that was made up', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const make = async () => (await bilal<CalendarFeed>(`${BASE}/feed`, { method: 'POST', body: {} })).body.url;
  const [old, now] = [await make(), await make()];
  assert.notEqual(old, now);
  assert.deepEqual([(await fetched(operator, old)).status, (await fetched(operator, now)).status], [404, 200]);
  assert.deepEqual((await bilal<CalendarFeed>(`${BASE}/feed`, { method: 'DELETE' })).body, {});
  assert.equal((await fetched(operator, now)).status, 404);
  for (const wrong of ['x.ics', `${now?.split('/').at(-1)?.slice(0, -8)}xxxx.ics`, 'none']) assert.equal((await fetched(operator, `http://portal.test/calendar/${wrong}`)).status, 404);
});

test('a feed that cannot be made whole is not made: what a calendar has, stays', async () => {
  let dark = false;
  const operator = await anOperator({ meddle: (request, pass) => (dark ? down('serviceProblem')(request, pass) : undefined) });
  const { url } = (await operator.as('bilal')<CalendarFeed>(`${BASE}/feed`, { method: 'POST', body: {} })).body;
  dark = true;
  assert.equal((await fetched(operator, url)).status, 503);
});

test('work that is called off is struck out of calendars that have it', async () => {
  const operator = await anOperator();
  const bilal = operator.as('bilal');
  const work = await first(bilal);
  const { url } = (await bilal<CalendarFeed>(`${BASE}/feed`, { method: 'POST', body: {} })).body;
  const read = async () => eventsOf(await (await fetched(operator, url)).text()).find(({ UID }) => UID === `work-${work.id}`);
  const before = await read();
  await operator.store.transaction(async (tx) => tx.put('serviceProblem', { ...((await tx.get('serviceProblem', work.id))?.body ?? assert.fail()), status: 'cancelled', lastUpdate: '2026-11-21T08:30:00.000Z' }));
  const after = await read();
  assert.deepEqual([before?.['STATUS'], after?.['STATUS']], ['CONFIRMED', 'CANCELLED']);
  assert.ok(Number(after?.['SEQUENCE']) > Number(before?.['SEQUENCE']));
  assert.ok((await list(bilal)).items.every(({ id }) => id !== work.id));
});
