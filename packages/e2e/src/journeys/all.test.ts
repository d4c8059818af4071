import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROOFS, chosenProofs } from '../proofs/registry.ts';
import { allJourneys, chosenJourneys } from './all.ts';

test('journeys are found by their files, and chosen by number in any case', async () => {
  const all = await allJourneys();
  assert.ok(all.every(({ id }) => /^J\d\d$/.test(id)));
  assert.deepEqual(chosenJourneys(['j02'], all).map(({ id }) => id), ['J02']);
  assert.equal(chosenJourneys([], all).length, all.length);
});

test('a number that does not exist is an error, not a run of nothing', async () => {
  const all = await allJourneys();
  assert.throws(() => chosenJourneys(['J99'], all), /no journey J99/);
  assert.throws(() => chosenProofs(['G99']), /no proof G99/);
});

test('every proof has a number of its own', () => {
  assert.equal(new Set(PROOFS.map(({ id }) => id)).size, PROOFS.length);
});
