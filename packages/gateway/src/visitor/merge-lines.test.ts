import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TmfBody } from '../upstream/types.ts';
import { linesFrom, mergedLines as merge } from './merge-lines.ts';

const limits = { lines: 4, ofOne: 20 };
const line = (id: string, offer: string, quantity = 1, product?: object): TmfBody => ({ id, quantity, productOffering: { id: offer, name: offer.toUpperCase() }, ...(product && { product }) });
const cart = (...cartItem: TmfBody[]): TmfBody => ({ id: 'c', cartItem });
const mergedLines = async (mine: TmfBody, theirs: TmfBody, most: typeof limits) => merge(mine, await linesFrom(theirs), most);
const told = (items: readonly TmfBody[]) => items.map((item) => [(item['productOffering'] as { id: string }).id, item['quantity']]);
const red = { productCharacteristic: [{ name: 'colour', value: 'red' }, { name: 'size', value: '5' }] };
const alsoRed = { productCharacteristic: [{ size: undefined, value: '5', name: 'size' }, { value: 'red', name: 'colour' }] };

test('the same offer chosen alike adds up, all else is added, and nothing is replaced', async () => {
  const mine = cart(line('1', 'a', 2), line('2', 'b', 1, red));
  const { items, lines, left } = await mergedLines(mine, cart(line('1', 'a', 3), line('2', 'b', 1, alsoRed), line('3', 'b')), limits);
  assert.deepEqual(told(items), [['a', 5], ['b', 2], ['b', 1]]);
  assert.deepEqual([lines, left], [3, []]);
});

test('done again it adds nothing', async () => {
  const theirs = cart(line('1', 'a', 3), line('2', 'c'));
  const once = await mergedLines(cart(line('1', 'a', 2)), theirs, limits);
  const twice = await mergedLines(cart(...once.items), theirs, limits);
  assert.deepEqual(told(twice.items), [['a', 5], ['c', 1]]);
  assert.equal(twice.lines, 2);
});

test('what is beyond the limits stays behind and is named', async () => {
  const mine = cart(line('1', 'a', 18), line('2', 'b'), line('3', 'c'));
  const { items, lines, left } = await mergedLines(mine, cart(line('1', 'a', 5), line('2', 'd'), line('3', 'e', 2)), limits);
  assert.deepEqual(told(items), [['a', 20], ['b', 1], ['c', 1], ['d', 1]]);
  assert.equal(lines, 2);
  assert.deepEqual(left, [{ name: 'A', quantity: 3, why: 'too-many' }, { name: 'E', quantity: 2, why: 'full' }]);
});

test('a line for later is another than one for now', async () => {
  const later = { ...line('1', 'a'), status: 'saveForLater' };
  assert.equal((await mergedLines(cart(line('1', 'a')), cart(later), limits)).items.length, 2);
});

test('an order of more than the limit that was there already is not cut', async () => {
  const { items, left } = await mergedLines(cart(line('1', 'a', 30)), cart(line('1', 'a', 1)), limits);
  assert.deepEqual(told(items), [['a', 30]]);
  assert.equal(left[0]?.quantity, 1);
});
