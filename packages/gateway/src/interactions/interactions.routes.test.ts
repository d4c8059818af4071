import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InteractionList } from '@faceplate/contracts';
import { anOperator } from '../testing/operator.ts';
import { interactionOf } from './interactions.adapter.ts';

test('lists contacts, newest first', async () => {
  const { body } = await (await anOperator()).as('ada')<InteractionList>('/interactions');
  const times = body.items.map(({ at }) => at);
  assert.ok(times.length > 3);
  assert.deepEqual(times, times.toSorted().toReversed());
});

test('inbound is from the customer, as TM Forum counts', () => {
  const body = { id: 'i', reason: 'Question', channel: { name: 'Phone' }, interactionDate: { startDateTime: '2026-11-01T10:00:00Z' } };
  assert.equal(interactionOf({ ...body, direction: 'inbound' }).direction, 'from-you');
  assert.equal(interactionOf({ ...body, direction: 'Outbound' }).direction, 'to-you');
  assert.equal(interactionOf({ ...body, channel: [{ id: '1', name: 'Shop' }] }).channel, 'Shop');
});
