import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Stage } from '@faceplate/contracts';
import fc from 'fast-check';
import { actorOf, isFinal, isLate, milestones, progress, rollUp } from './order-stage.ts';

test('an order is as far as its slowest open line', () => {
  assert.equal(rollUp(['in-progress', 'checked', 'scheduled']), 'checked');
  assert.equal(rollUp(['on-hold', 'in-progress']), 'in-progress');
  assert.equal(rollUp(['on-hold', 'on-hold']), 'on-hold');
  assert.equal(rollUp([]), 'captured');
});

test('what waits for the customer is never hidden', () => {
  assert.equal(rollUp(['done', 'waiting-for-you', 'in-progress']), 'waiting-for-you');
  assert.equal(rollUp(['done', 'waiting-for-your-company', 'captured']), 'waiting-for-your-company');
  assert.equal(rollUp(['waiting-for-partner', 'in-progress']), 'waiting-for-partner');
});

test('some done and some not is partly done', () => {
  assert.equal(rollUp(['done', 'in-progress']), 'partly-done');
  assert.equal(rollUp(['done', 'failed']), 'partly-done');
  assert.equal(rollUp(['done', 'cancelled']), 'done');
  assert.equal(rollUp(['failed', 'cancelled']), 'failed');
  assert.equal(rollUp(['cancelled', 'cancelled']), 'cancelled');
});

test('the order of the lines does not matter, and an order ends exactly when its lines have', () => {
  const stages = fc.array(fc.constantFrom(...Stage.options), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(stages, (all) => {
    assert.equal(rollUp(all), rollUp(all.toReversed()));
    if (all.every((stage) => stage === 'done')) assert.equal(rollUp(all), 'done');
    if (isFinal(rollUp(all))) assert.ok(all.every(isFinal));
  }));
});

test('late is expected after the promise, or promised and not come', () => {
  const today = '2026-11-21';
  assert.ok(isLate({ stage: 'scheduled', promised: '2026-11-25', expected: '2026-11-26' }, today));
  assert.ok(!isLate({ stage: 'scheduled', promised: '2026-11-25', expected: '2026-11-25' }, today));
  assert.ok(isLate({ stage: 'in-progress', promised: '2026-11-20' }, today));
  assert.ok(!isLate({ stage: 'in-progress', promised: '2026-11-21' }, today));
  assert.ok(!isLate({ stage: 'done', promised: '2026-11-20', expected: '2026-11-22' }, today));
  assert.ok(!isLate({ stage: 'captured', expected: '2026-11-26' }, today));
});

test('an order sums up its lines', () => {
  const lines = [
    { stage: 'done', late: false, expected: '2026-12-24' },
    { stage: 'scheduled', late: true, expected: '2026-12-01' },
    { stage: 'checked', late: false },
  ] as const;
  assert.deepEqual(progress(lines), { stage: 'partly-done', late: true, itemsDone: 1, itemsTotal: 3, expected: '2026-12-01' });
});

test('says who must act', () => {
  assert.deepEqual((['waiting-for-you', 'waiting-for-your-company', 'waiting-for-partner', 'on-hold', 'failed'] as const).map(actorOf), [
    'you', 'your-company', 'partner', 'provider', 'nobody',
  ]);
});

test('the first step not reached is current, or missed when its time is past', () => {
  const steps = [
    { id: '1', name: 'captured', reachedAt: '2026-11-01T00:00:00.000Z' },
    { id: '2', name: 'checked', expectedAt: '2026-11-20T00:00:00.000Z' },
    { id: '3', name: 'done', expectedAt: '2026-12-01T00:00:00.000Z' },
  ];
  const states = (stage: Stage, now: string) => milestones(steps, stage, new Date(now)).map((step) => step.state);
  assert.deepEqual(states('captured', '2026-11-19T00:00:00Z'), ['reached', 'current', 'ahead']);
  assert.deepEqual(states('captured', '2026-11-21T00:00:00Z'), ['reached', 'missed', 'ahead']);
  assert.deepEqual(states('cancelled', '2026-11-21T00:00:00Z'), ['reached', 'ahead', 'ahead']);
});
