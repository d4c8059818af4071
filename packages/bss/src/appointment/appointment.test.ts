import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { storeMakers } from '../testing/stores.ts';
import { planOf } from './capacity.ts';
import type { Body } from '../testing/body.ts';
import { aTicket, type Bench, bench, pathOf } from '../testing/bench.ts';
import { town } from '../testing/town.ts';

/** The bench's day is Saturday 21 November 2026. */
const MONDAY = { startDateTime: '2026-11-23T09:00:00.000Z', endDateTime: '2026-11-23T11:00:00.000Z' };
const TUESDAY = { startDateTime: '2026-11-24T07:00:00.000Z', endDateTime: '2026-11-24T09:00:00.000Z' };
const BERLIN = { role: 'installation address', name: 'Kastanienhof 12, 10437 Berlin' };
const repair = [{ id: 'ticket', role: 'troubleTicket', '@referredType': 'TroubleTicket' }];
const visit = (more: object = {}) => ({ validFor: MONDAY, relatedPlace: BERLIN, relatedEntity: repair, status: 'confirmed', ...more });

const NOTHING = { id: '' } as Body;
const ask = async (bss: Bench, method: string, path: string, body?: object) => {
  const response = await bss.ask(method, path, body);
  return { status: response.status, body: response.status === 204 ? NOTHING : ((await response.json()) as Body) };
};
const book = (bss: Bench, more?: object) => ask(bss, 'POST', pathOf('appointment'), visit(more));
const change = (bss: Bench, id: unknown, patch: object) => ask(bss, 'PATCH', `${pathOf('appointment')}/${String(id)}`, patch);
const search = async (bss: Bench, more: object = {}) => {
  const { body } = await ask(bss, 'POST', pathOf('searchTimeSlot'), { relatedPlace: BERLIN, ...more });
  return body;
};
const starts = (found: Body): string[] => found['availableTimeSlot'].map((slot: Body) => slot['validFor'].startDateTime);

test('a search answers the free visits of working days, from the next day on', async () => {
  const found = await search(bench());
  assert.equal(found['status'], 'done');
  assert.equal(starts(found)[0], '2026-11-23T07:00:00.000Z');
  assert.ok(starts(found).every((start) => ![0]?.includes(new Date(start).getUTCDay())));
  const monday = await search(bench(), { requestedTimeSlot: [{ validFor: { startDateTime: '2026-11-23T08:00:00.000Z', endDateTime: '2026-11-23T13:00:00.000Z' } }] });
  assert.deepEqual(starts(monday), ['2026-11-23T09:00:00.000Z', '2026-11-23T12:00:00.000Z']);
});

test('a search of days on which nobody works names the next visit', async () => {
  const sunday = await search(bench(), { requestedTimeSlot: [{ validFor: { startDateTime: '2026-11-22T00:00:00.000Z', endDateTime: '2026-11-22T22:00:00.000Z' } }] });
  assert.deepEqual([sunday['status'], starts(sunday)], ['done', []]);
  assert.match(sunday['searchResult'], /The next one is Mon 23 Nov, 08:00–10:00/);
});

test('a slot has room for three visits in an area; the fourth is told what is free next', async () => {
  const bss = bench();
  for (let visitor = 0; visitor < 3; visitor += 1) assert.equal((await book(bss)).status, 201);
  const late = await book(bss);
  assert.equal(late.status, 409);
  assert.match(late.body['message'], /No technician is free Mon 23 Nov, 10:00–12:00\. Free next: Mon 23 Nov, 13:00–15:00;/);
  assert.ok(!starts(await search(bss)).includes(MONDAY.startDateTime));
  // Another town has crews of its own.
  assert.equal((await book(bss, { relatedPlace: { role: 'installation address', name: 'Uferstrasse 1, 20359 Hamburg' } })).status, 201);
});

test('cancelling and deleting give the crew back', async () => {
  const bss = bench();
  const booked = [await book(bss), await book(bss), await book(bss)].map(({ body }) => body.id);
  assert.equal((await book(bss)).status, 409);
  assert.equal((await change(bss, booked[0], { status: 'cancelled' })).status, 200);
  const again = await book(bss);
  assert.equal(again.status, 201);
  assert.equal((await ask(bss, 'DELETE', `${pathOf('appointment')}/${booked[1]}`)).status, 204);
  assert.equal((await book(bss)).status, 201);
  assert.equal((await book(bss)).status, 409);
});

test('a visit that nobody confirms in a quarter of an hour is given to others', async () => {
  const bss = bench();
  const held = await book(bss, { status: 'initialized' });
  assert.equal(held.body['holdUntil'], '2026-11-21T10:15:00.000Z');
  for (let visitor = 0; visitor < 2; visitor += 1) await book(bss);
  assert.equal((await book(bss)).status, 409);
  bss.later(15 * 60_000);
  await bss.tick();
  assert.equal((await book(bss)).status, 201);
  const lost = (await ask(bss, 'GET', `${pathOf('appointment')}/${held.body.id}`)).body;
  assert.equal(lost['status'], 'cancelled');
  assert.equal((await change(bss, held.body.id, { status: 'confirmed' })).status, 409);
});

test('a confirmed visit is held no longer, it is kept', async () => {
  const bss = bench();
  const held = await book(bss, { status: 'initialized' });
  assert.equal((await change(bss, held.body.id, { status: 'confirmed' })).body['holdUntil'], undefined);
  bss.later(3_600_000);
  await bss.tick();
  assert.equal((await ask(bss, 'GET', `${pathOf('appointment')}/${held.body.id}`)).body['status'], 'confirmed');
});

test('moving a visit keeps its id and what it was before, and frees the old time', async () => {
  const bss = bench();
  const booked = [await book(bss), await book(bss), await book(bss)].map(({ body }) => body.id);
  const { status, body } = await change(bss, booked[0], { validFor: TUESDAY });
  assert.equal(status, 200);
  assert.equal(body.id, booked[0]);
  assert.deepEqual(body['visitHistory'], [{ validFor: MONDAY, changeDate: '2026-11-21T10:00:00.000Z' }]);
  assert.equal(body['changeUntil'], '2026-11-23T16:00:00.000Z');
  assert.equal((await book(bss)).status, 201);
});

test('moving to a time that is full leaves the visit where it was', async () => {
  const bss = bench();
  for (let visitor = 0; visitor < 3; visitor += 1) await book(bss, { validFor: TUESDAY });
  const { body } = await book(bss);
  assert.equal((await change(bss, body.id, { validFor: TUESDAY })).status, 409);
  assert.deepEqual((await ask(bss, 'GET', `${pathOf('appointment')}/${body.id}`)).body, body);
  for (let visitor = 0; visitor < 2; visitor += 1) assert.equal((await book(bss)).status, 201);
  assert.equal((await book(bss)).status, 409);
});

test('after the cut-off a visit stands, and the reason is said', async () => {
  const bss = bench();
  const { body } = await book(bss);
  // It is Saturday, 17:01 in Berlin; the visit is on Monday.
  bss.later(6 * 3_600_000 + 60_000);
  for (const patch of [{ validFor: TUESDAY }, { status: 'cancelled' }]) {
    const late = await change(bss, body.id, patch);
    assert.equal(late.status, 409);
    assert.match(late.body['message'], /could be moved or cancelled until Sat 21 Nov, 17:00/);
  }
  assert.equal((await change(bss, body.id, { description: 'The bell is broken. Please call.' })).status, 200);
});

test('once the rounds of a day are planned, whoever has booked stays; who only holds a time is on none', async () => {
  const meridian = town();
  const made = (status: string) => meridian.make('appointment', { validFor: MONDAY, relatedPlace: BERLIN, status });
  const move = async ({ id }: { id: string }) => (await meridian.ask('PATCH', `${pathOf('appointment')}/${id}`, { validFor: TUESDAY })).status;
  const booked = await made('confirmed');
  await meridian.lever(`appointments/${booked.id}/plan`, {});
  assert.equal(await move(booked), 409);
  const held = await made('initialized');
  await assert.rejects(meridian.lever(`appointments/${held.id}/plan`, {}));
  assert.equal(await move(held), 200);
});

test('for work of ours only the times at which technicians come are taken', async () => {
  const odd = { startDateTime: '2026-11-23T09:15:00.000Z', endDateTime: '2026-11-23T10:15:00.000Z' };
  const bss = bench();
  const { id } = await bss.make('troubleTicket', aTicket());
  const relatedEntity = [{ id, role: 'troubleTicket', '@referredType': 'TroubleTicket' }];
  const refused = await book(bss, { validFor: odd, relatedEntity });
  assert.equal(refused.status, 422);
  assert.match(refused.body['message'], /Technicians come at set times\. Free next: Mon 23 Nov, 13:00–15:00/);
  // A meeting with nobody of ours, or for what we do not know of, needs none.
  assert.equal((await book(bss, { validFor: odd, relatedEntity: [] })).status, 201);
  assert.equal((await book(bss, { validFor: odd })).status, 201);
});

test('what is no time is refused', async () => {
  for (const validFor of [{ startDateTime: 'soon', endDateTime: 'later' }, { startDateTime: MONDAY.endDateTime, endDateTime: MONDAY.startDateTime }]) {
    assert.equal((await book(bench(), { validFor })).status, 400);
  }
});

const makers = storeMakers();
after(() => Promise.all(makers.map((maker) => maker.close())));
for (const maker of makers) {
  test(`of fifty who want the same hour at once, three get it: ${maker.name}`, async () => {
    const store = await maker.make();
    const bss = bench({ store });
    const answers = await Promise.all(Array.from({ length: 50 }, () => book(bss)));
    assert.deepEqual(answers.filter(({ status }) => status === 201).length, 3);
    assert.deepEqual(answers.filter(({ status }) => status === 409).length, 47);
    const crews = await store.read().holders('visit 10');
    assert.equal(new Set(crews.values()).size, 3);
    // Whoever moves away makes room for exactly one more.
    const winner = answers.find(({ status }) => status === 201)?.body.id;
    const races = await Promise.all([change(bss, winner, { validFor: TUESDAY }), ...Array.from({ length: 5 }, () => book(bss))]);
    assert.equal(races[0]?.status, 200);
    const late = (await book(bss)).status === 201 ? 1 : 0;
    assert.equal(races.slice(1).filter(({ status }) => status === 201).length + late, 1);
    await bss.close();
  });
}

test('a crew that was planned before anybody could book is taken too', async () => {
  const bss = bench();
  const technician = (crew: number) => ({ area: '10', key: `${MONDAY.startDateTime}/${crew}`, plan: { id: planOf('10') } });
  const planned = { status: 'confirmed', validFor: MONDAY, changeUntil: '2026-11-21T16:00:00.000Z' };
  await bss.store.transaction(async (tx) => {
    await tx.put('appointment', { ...planned, id: 'planned1', technician: technician(0) });
    await tx.put('appointment', { ...planned, id: 'planned2', technician: technician(2) });
  });
  assert.deepEqual([(await book(bss)).status, (await book(bss)).status], [201, 409]);
  assert.equal((await change(bss, 'planned2', { status: 'cancelled' })).status, 200);
  assert.deepEqual([(await book(bss)).status, (await book(bss)).status], [201, 409]);
});
