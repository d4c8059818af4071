import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditEntry } from '../options.ts';
import { Folds } from './fold.ts';

const refused = (facts: Partial<AuditEntry> = {}): AuditEntry =>
  ({ at: 't', trace: 'x', actor: 'nobody', party: 'nobody', action: 'bill.read', result: 'refused', code: 'signed-out', ...facts });

test('tells twenty refusals alike one by one, and the rest of the minute as a number', () => {
  const folds = new Folds();
  const kept = Array.from({ length: 1000 }, (_, index) => folds.take(refused(), index)).flat();
  assert.equal(kept.length, 20);
  assert.deepEqual(folds.take(refused(), 60_000).map(({ reason }) => reason), ['and 980 alike within a minute', undefined]);
});

test('folds nothing that was done, and nobody else’s refusals', () => {
  const folds = new Folds();
  const others = Array.from({ length: 100 }, (_, index) => folds.take(refused({ actor: `a${index}` }), 0)).flat();
  const done = Array.from({ length: 100 }, () => folds.take(refused({ result: 'done' }), 0)).flat();
  assert.equal(others.length + done.length, 200);
});

test('owes nothing after a flood ends', () => {
  const folds = new Folds();
  for (let index = 0; index < 25; index += 1) folds.take(refused(), 0);
  assert.deepEqual(folds.rest(59_999), []);
  assert.deepEqual(folds.rest(60_000).map(({ reason }) => reason), ['and 5 alike within a minute']);
  assert.deepEqual(folds.rest(60_000), []);
});

test('remembers no more kinds than it has room for, and loses no count', () => {
  const folds = new Folds();
  for (let index = 0; index < 25; index += 1) folds.take(refused({ actor: 'flood' }), 0);
  const kept = Array.from({ length: 6000 }, (_, index) => folds.take(refused({ actor: `a${index}` }), 1)).flat();
  assert.equal(kept.length, 6001);
  assert.equal(kept.filter(({ reason }) => reason === 'and 5 alike within a minute').length, 1);
});
