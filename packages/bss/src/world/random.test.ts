import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dice, idOf } from './random.ts';

test('ids are twelve base32 characters, the same for the same label', () => {
  assert.match(idOf('a'), /^[a-z2-7]{12}$/);
  assert.equal(idOf('a'), idOf('a'));
});

test('a hundred thousand labels that differ in a digit get as many ids', () => {
  assert.equal(new Set(Array.from({ length: 100_000 }, (_, index) => idOf(`1/rate/${index}`))).size, 100_000);
});

test('dice fall evenly and stay within their bounds', () => {
  const dice = new Dice('even');
  const counts = new Map<number, number>();
  for (let throws = 0; throws < 60_000; throws += 1) {
    const face = dice.between(1, 6);
    counts.set(face, (counts.get(face) ?? 0) + 1);
  }
  assert.deepEqual(new Set(counts.keys()), new Set([1, 2, 3, 4, 5, 6]));
  for (const count of counts.values()) assert.ok(Math.abs(count - 10_000) < 500, `${count}`);
});
