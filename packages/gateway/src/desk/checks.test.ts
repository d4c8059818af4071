import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckStep, DeskCheck } from '@faceplate/contracts';
import { NOW } from '../testing/fixtures.ts';
import { inOrder, ORDER, stopOf } from './checks.ts';

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STATES = ['found', 'nothing', 'not-asked'] as const;
const soon = new Date(NOW.getTime() + 3_600_000).toISOString();

/** The stated order, written down a second time and by hand (A09): nothing here is derived from what is tested. */
const STATED: readonly CheckStep[] = ['right', 'suspension', 'incident', 'planned', 'test', 'ticket', 'answers'];

test('200 seeded combinations of the checks come out in the stated order, and the first that counts stops', () => {
  const stops = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const next = seeded(seed);
    const planned = next() < 0.5;
    const troubles = [{ id: 'p', title: 'Work', from: planned ? soon : NOW.toISOString() }];
    const made: DeskCheck[] = STATED.map((step) => ({ step, state: STATES[Math.floor(next() * 3)] ?? 'nothing', ...(step === 'planned' && { troubles }) }));
    const left = made.filter(() => next() < 0.9);
    const shuffled = left.map((check) => ({ check, key: next() })).toSorted((one, other) => one.key - other.key).map(({ check }) => check);
    const told = inOrder(shuffled);
    assert.deepEqual(told.map(({ step }) => step), STATED, `seed ${seed}`);
    for (const check of told) assert.equal(check.state, left.find(({ step }) => step === check.step)?.state ?? 'not-asked');
    const found = (step: CheckStep) => left.some((one) => one.step === step && one.state === 'found');
    const counts = { right: found('right'), suspension: found('suspension'), incident: found('incident'), planned: found('planned') && !planned, ticket: found('ticket') };
    const expected = Object.entries(counts).find(([, is]) => is)?.[0];
    assert.equal(stopOf(shuffled, NOW), expected, `seed ${seed}`);
    stops.add(expected ?? 'none');
  }
  assert.equal(stops.size, 6, 'every way to end was met');
});

test('nothing that could not be asked stands in the way', () => {
  const dark: DeskCheck[] = ORDER.map((step) => ({ step, state: 'not-asked' }));
  assert.equal(stopOf(dark, NOW), undefined);
});
