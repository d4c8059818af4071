import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deal, LOOKS } from './looks.ts';

const cases = Array.from({ length: 35 }, (_, index) => index);
const all = (dealt: Map<unknown, number[]>) => [...dealt.values()].flat();

test('a short run meets every case once and every look', () => {
  const dealt = deal(cases, { seed: 7, full: false });
  assert.deepEqual(all(dealt).toSorted((one, other) => one - other), cases);
  assert.ok([...dealt.values()].every((part) => part.length > 0));
});

test('a full run meets every case in every look', () => {
  assert.equal(all(deal(cases, { seed: 7, full: true })).length, cases.length * LOOKS.length);
});

test('another seed deals otherwise, the same seed alike', () => {
  const short = (seed: number) => [...deal(cases, { seed, full: false }).values()];
  assert.deepEqual(short(1), short(1));
  assert.notDeepEqual(short(1), short(2));
});
