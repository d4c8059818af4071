import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chance, median, ratioOfMedians, shuffled } from './statistics.ts';

test('the median stands in the middle, whatever the order', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.throws(() => median([]), /nothing/);
});

test('a ratio that holds in every round is certain', () => {
  const reference = [10, 12, 14, 16, 18];
  const { ratio, from, to } = ratioOfMedians(reference.map((value) => 2 * value), reference);
  assert.deepEqual([ratio, from, to], [2, 2, 2]);
});

test('a ratio that varies has an interval around it', () => {
  const random = chance(3);
  const reference = Array.from({ length: 40 }, () => 10 + random());
  const values = Array.from({ length: 40 }, () => 15 + 10 * random());
  const { ratio, from, to } = ratioOfMedians(values, reference);
  assert.ok(from < ratio && ratio < to && from > 1.3 && to < 2.6);
});

test('chance repeats itself for the same seed only', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, chance(seed));
  assert.deepEqual(draw(1), draw(1));
  assert.notDeepEqual(draw(1), draw(2));
  assert.ok(draw(1).every((value) => value >= 0 && value < 1));
});

test('shuffling loses nothing', () => {
  const things = [1, 2, 3, 4, 5, 6];
  assert.deepEqual(shuffled(things, chance(5)).toSorted((one, other) => one - other), things);
});
