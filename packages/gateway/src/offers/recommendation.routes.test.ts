import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecommendationAnswer, RecommendationSlot } from '@faceplate/contracts';
import { anOperator, down } from '../testing/operator.ts';

type Ask = ReturnType<Awaited<ReturnType<typeof anOperator>>['as']>;

const slot = async (ask: Ask) => (await ask<RecommendationSlot>('/offers/recommendation')).body;
const say = async (ask: Ask, body: RecommendationAnswer) => (await ask<RecommendationSlot>('/offers/recommendation', { body })).body;

test('nobody is shown anything before they have agreed to it', async () => {
  const operator = await anOperator();
  assert.deepEqual(await slot(operator.as('ada')), { wanted: false, quiet: false });
  assert.ok(!operator.asked.some(({ url }) => url.includes('productRecommendation')), 'nor is anything looked for');
});

test('one that might suit, with the reason, the same all day long', async () => {
  const ada = (await anOperator()).as('ada');
  const first = await say(ada, { wanted: true });
  const { recommendation } = first;
  assert.ok(recommendation && recommendation.reason.length > 10 && recommendation.offer.obstacles.length === 0);
  assert.deepEqual(await slot(ada), first);
});

test('what was sent away does not come again, and for a while nothing else does', async () => {
  const operator = await anOperator();
  const ada = operator.as('ada');
  const { recommendation } = await say(ada, { wanted: true });
  assert.deepEqual(await say(ada, { dismiss: recommendation?.id ?? '' }), { wanted: true, quiet: true });
  assert.deepEqual(await slot(ada), { wanted: true, quiet: true });
});

test('who has seen some on five days of a month has seen enough', async () => {
  const days = [2, 3, 5, 7, 8].map((day) => `2026-11-0${day}T10:00:00.000Z`);
  const operator = await anOperator();
  const { sub } = operator.subjects.ada;
  const shown = (creationDate: string, index: number) => ({ resource: 'queryProductRecommendation', body: { id: `shown-${index}`, href: '', creationDate, state: 'done', relatedParty: { id: sub }, recommendationItem: [{ id: '1' }] } });
  await operator.store.load(days.slice(1).map(shown));
  assert.equal((await say(operator.as('ada'), { wanted: true })).quiet, false);
  const busy = await anOperator();
  await busy.store.load(days.map(shown));
  assert.deepEqual(await say(busy.as('ada'), { wanted: true }), { wanted: true, quiet: true });
});

test('who wants none any more sees none, and nobody else is touched by it', async () => {
  const operator = await anOperator();
  await say(operator.as('ada'), { wanted: true });
  assert.equal((await slot(operator.as('bilal'))).wanted, false);
  assert.deepEqual(await say(operator.as('ada'), { wanted: false }), { wanted: false, quiet: false });
  assert.deepEqual(await slot(operator.as('ada')), { wanted: false, quiet: false });
  assert.equal((await operator.as('daniel')('/offers/recommendation', { body: { wanted: true } })).status, 403);
});

test('without the operator’s word the page goes on without it', async () => {
  const ada = (await anOperator({ meddle: down('productRecommendation') })).as('ada');
  assert.deepEqual(await say(ada, { wanted: true }), { wanted: true, quiet: true });
});
