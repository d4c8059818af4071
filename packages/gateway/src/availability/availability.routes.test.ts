import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Availability, Interest, InterestList, OfferList, PlaceList, Problem, SiteCheckList } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Ask = ReturnType<Awaited<ReturnType<typeof anOperator>>['as']>;

async function house(ask: Ask, words: string): Promise<string> {
  const [found] = (await ask<PlaceList>(`/places?search=${encodeURIComponent(words)}`)).body.items;
  assert.ok(found, words);
  return found.id;
}

async function offer(ask: Ask, name: string): Promise<string> {
  const found = (await ask<OfferList>('/offers')).body.items.find((one) => one.name === name);
  assert.ok(found, name);
  return found.id;
}

test('a place has its lines: how quick they really are, from when, and which can be had now', async () => {
  const ada = (await anOperator()).as('ada');
  const { body } = await ada<Availability>(`/availability?place=${await house(ada, 'Kastanienhof 12, 10437')}`);
  assert.deepEqual(body.lines.map(({ technology, now }) => [technology, now]), [['cable', true], ['dsl', true], ['fibre', false]]);
  for (const { download } of body.lines) assert.ok((download.upTo ?? 0) >= download.really);
  assert.equal(body.lines[2]?.from, '2027-03-01');
  assert.deepEqual(body.obstacles, []);
});

test('of a house with flats one has to be chosen', async () => {
  const ada = (await anOperator()).as('ada');
  const { body } = await ada<Availability>(`/availability?place=${await house(ada, 'Kastanienhof 4, 10437')}`);
  const [obstacle] = body.obstacles;
  assert.deepEqual([obstacle?.code, obstacle?.way?.kind], ['flat-missing', 'choose-flat']);
  const [flat] = obstacle?.way?.choices ?? [];
  assert.ok(((await ada<Availability>(`/availability?place=${flat?.id}`)).body.lines.length > 0));
  assert.equal((await ada('/availability?place=nowhere')).status, 404);
});

test('who waits is on a list of their own, once, until they are taken off', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const body = { placeId: await house(ada, 'Kastanienhof 12, 10437'), offerId: await offer(ada, 'Fibre 1000') };
  const key = crypto.randomUUID();
  const first = await ada<Interest>('/availability/interests', { body, key });
  assert.deepEqual([first.status, first.body.what, first.body.state], [201, 'Fibre 1000', 'waiting']);
  assert.deepEqual((await ada<Interest>('/availability/interests', { body, key })).body, first.body);
  assert.deepEqual((await ada<InterestList>('/availability/interests')).body.items, [first.body]);
  assert.deepEqual((await operator.as('bilal')<InterestList>('/availability/interests')).body.items, []);
  assert.equal((await operator.as('bilal')(`/availability/interests/${first.body.id}`, { method: 'DELETE' })).status, 404);
  assert.equal((await ada(`/availability/interests/${first.body.id}`, { method: 'DELETE' })).status, 200);
  assert.equal((await ada<InterestList>('/availability/interests')).body.total, 0);
});

test('nobody waits for what can be had, or for what there is not', async () => {
  const ada = (await anOperator()).as('ada');
  const placeId = await house(ada, 'Kastanienhof 12, 10437');
  const line = await ada<Problem>('/availability/interests', { body: { placeId } });
  assert.deepEqual([line.status, line.body.code], [409, 'available-already']);
  const nowhere = await ada<Problem>('/availability/interests', { body: { placeId: 'nowhere' } });
  assert.deepEqual([nowhere.status, nowhere.body.errors?.[0]?.path], [422, 'placeId']);
  const nothing = await ada<Problem>('/availability/interests', { body: { placeId, offerId: 'nothing' } });
  assert.deepEqual([nothing.status, nothing.body.errors?.[0]?.path], [422, 'offerId']);
});

test('two hundred sites are checked at once, each with its line or with what stands in the way', async () => {
  const ada = (await anOperator()).as('ada');
  const known = await house(ada, 'Kastanienhof 12, 10437');
  const sites = Array.from({ length: 200 }, (_, index) => ({ ref: `site ${index}`, place: index === 0 ? known : index === 1 ? 'Nowhere 1, 99999 Nirgends' : `Kastanienhof ${(index % 20) + 1}, 10437 Berlin` }));
  const { status, body } = await ada<SiteCheckList>('/availability/sites', { body: { sites, download: 250 } });
  assert.equal(status, 200);
  assert.deepEqual(body.items.map(({ ref }) => ref), sites.map(({ ref }) => ref));
  assert.equal(body.items[0]?.line?.technology, 'cable');
  assert.deepEqual(body.items[1]?.obstacles.map(({ code }) => code), ['address-unknown']);
  assert.equal(body.served, body.items.filter(({ line }) => line).length);
  for (const { line, obstacles } of body.items) assert.ok(line ? obstacles.length === 0 : obstacles[0]?.way);
  assert.equal((await ada('/availability/sites', { body: { sites: [...sites, ...sites] } })).status, 422);
});

test('without the operator’s answer it is said that there is none', async () => {
  const operator = await anOperator({ meddle: down('serviceQualificationManagement') });
  const ada = operator.as('ada');
  assert.equal((await ada(`/availability?place=${await house(ada, 'Kastanienhof 12, 10437')}`)).status, 503);
});
