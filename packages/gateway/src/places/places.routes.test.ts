import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Place, PlaceList } from '@faceplate/contracts';
import { anOperator, heedless } from '../testing/operator.ts';
import { addressWords } from './address-words.ts';

const search = (words: string) => `/places?search=${encodeURIComponent(words)}`;

test('an address is taken apart as it is typed', () => {
  assert.deepEqual(addressWords('Kastanienhof'), { street: 'Kastanienhof', city: '' });
  assert.deepEqual(addressWords(' Kastanienhof  12 a'), { street: 'Kastanienhof', number: '12a', city: '' });
  assert.deepEqual(addressWords('Am Markt 3, 10437 Ber'), { street: 'Am Markt', number: '3', postcode: '10437', city: 'Ber' });
  assert.deepEqual(addressWords('10437 Ber'), { street: '', postcode: '10437', city: 'Ber' });
  assert.deepEqual(addressWords('Straße des 17. Juni 135, Berlin'), { street: 'Straße des 17. Juni', number: '135', city: 'Berlin' });
  assert.deepEqual(addressWords('Ringstraße 1010, 1010 Wien'), { street: 'Ringstraße', number: '1010', postcode: '1010', city: 'Wien' });
});

test('houses are found while somebody types, the very number first', async () => {
  const ada = (await anOperator()).as('ada');
  const { items, exact } = (await ada<PlaceList>(search('kastanienh'))).body;
  assert.ok(exact && items.length === 8 && items.every(({ text }) => text.startsWith('Kastanienhof')));
  const one = (await ada<PlaceList>(search('Kastanienhof 1, 10437 berl'))).body;
  assert.deepEqual(one.items.slice(0, 2).map(({ text }) => text), ['Kastanienhof 1, 10437 Berlin', 'Kastanienhof 10, 10437 Berlin']);
  assert.ok((await ada<PlaceList>(search('10437 Kast'))).body.items.length > 0);
  assert.deepEqual((await ada<PlaceList>(search('k'))).body, { items: [], exact: false, gaps: [] });
});

test('a slip of the pen brings what was probably meant', async () => {
  const { items, exact } = (await (await anOperator()).as('ada')<PlaceList>(search('Kastaniehof 12, 10437 Berlin'))).body;
  assert.equal(exact, false);
  assert.equal(items[0]?.text, 'Kastanienhof 12, 10437 Berlin');
});

test('a house has its flats, each with an id of its own; what is neither is not found', async () => {
  const ada = (await anOperator()).as('ada');
  const house = (await ada<PlaceList>(search('Kastanienhof 4, 10437 Berlin'))).body.items[0];
  assert.ok(house && house.flats > 1);
  const { flats } = (await ada<Place>(`/places/${house.id}`)).body;
  assert.equal(flats.length, house.flats);
  assert.deepEqual((await ada<Place>(`/places/${flats[0]?.id}`)).body, { ...flats[0], flats: [] });
  assert.equal((await ada('/places/no-such-place')).status, 404);
});

test('a server that heeds no filter brings nothing that was not typed', async () => {
  const ada = (await anOperator({ meddle: heedless('geographicAddress') })).as('ada');
  const { items } = (await ada<PlaceList>(search('Kastanienhof 12'))).body;
  assert.deepEqual(items.map(({ text }) => text), ['Kastanienhof 12, 10437 Berlin']);
});
