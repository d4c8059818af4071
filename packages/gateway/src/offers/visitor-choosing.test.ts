import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Availability, Configuration, Estimate, InterestList, OfferDetail, OfferList, OfferVerdictList, PlaceList, RecommendationSlot, SiteCheckList } from '@faceplate/contracts';
import { aHouse } from '../testing/signed-on.ts';
import { aVisit } from '../testing/visiting.ts';

test('who has not signed in can choose: look, ask for an address, compare, put together and reckon', async () => {
  const house = await aHouse();
  const visit = aVisit(house.app);
  const { items } = (await visit<OfferList>('/offers')).body;
  const named = (name: string) => items.find((offer) => offer.name === name)?.id ?? name;
  const place = (await visit<PlaceList>('/places?search=Kastanienhof%2012,%2010437')).body.items[0]?.id ?? '';
  const { lines } = (await visit<Availability>(`/availability?place=${place}`)).body;
  assert.deepEqual(lines.map(({ technology, now }) => [technology, now]), [['cable', true], ['dsl', true], ['fibre', false]]);
  const there = (await visit<OfferDetail>(`/offers/${named('Fibre 1000')}?place=${place}`)).body;
  assert.deepEqual(there.offer.obstacles.map(({ code, way }) => [code, way?.kind]), [['available-later', 'register-interest']]);
  const nowhere = (await visit<OfferVerdictList>('/offers/check', { body: { offerIds: [named('Home 250')] } })).body;
  assert.deepEqual([nowhere.checked, nowhere.items[0]?.obstacles.map(({ way }) => way?.kind)], [true, ['give-address']]);
  const phone = (await visit<Configuration>('/configuration', { body: { offerId: named('Aster 5 phone'), choices: { Case: 'Leather' } } })).body;
  assert.deepEqual([phone.possible, phone.price.monthly.amount], [true, 1_849]);
  const estimate = (await visit<Estimate>('/offers/estimate', { body: { offerIds: [named('Mobile M')], drivers: { 'Extra data': 26 } } })).body;
  assert.equal(estimate.offers[0]?.total.amount, 2_499 + 300);
  const sites = (await visit<SiteCheckList>('/availability/sites', { body: { sites: [{ ref: 'a', place: 'Kastanienhof 12, 10437 Berlin' }] } })).body;
  assert.equal(sites.served, 1);
  assert.deepEqual((await visit<RecommendationSlot>('/offers/recommendation')).body, { wanted: false, quiet: false });
  assert.deepEqual((await visit<InterestList>('/availability/interests')).body.items, []);
  assert.equal((await visit('/offers/recommendation', { body: { wanted: true } })).status, 401);
  assert.equal(visit.jar.size, 0, 'a look leaves nothing in the browser');
});
