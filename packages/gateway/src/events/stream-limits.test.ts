import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { aChange, aGateway, changesOf } from '../testing/fixtures.ts';
import { leaveAll, listen, type Listening, listening, told } from '../testing/listening.ts';

afterEach(leaveAll);

test('takes up, from memory, more than is asked of the database, while somebody listens', async () => {
  const changes = changesOf(aChange(1));
  const { call } = aGateway([], { changes: changes.source });
  const staying = listening(await call('/events'));
  await staying.next(2);
  changes.add(...Array.from({ length: 3_000 }, (_, index) => aChange(index * 2 + 10)));
  await staying.next(3_000);
  const back = listening(await call('/events', { headers: { 'last-event-id': '1' } }));
  const [, first, ...others] = await back.next(3_001);
  assert.deepEqual([first, others.at(-1)], [told(10), told(6_008)]);
  const older = listening(await call('/events', { headers: { 'last-event-id': '0' } }));
  assert.match((await older.next(2))[1] ?? '', /^event: reset/);
});

const turns = async (until: () => boolean) => {
  for (let turn = 0; turn < 200 && !until(); turn += 1) await new Promise(setImmediate);
};

test('keeps no stream for somebody who asks for the headers alone', async () => {
  const changes = changesOf();
  const { call } = aGateway([], { changes: changes.source });
  const response = await call('/events', { method: 'HEAD' });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.equal(changes.listeners(), 0);
});

test('keeps six streams of one session, the newest', async () => {
  const changes = changesOf();
  const { call } = aGateway([], { changes: changes.source });
  const opened: Listening[] = [];
  for (let count = 0; count < 7; count += 1) opened.push(listening(await call('/events')));
  const [oldest, ...others] = opened;
  for (const { next } of opened) await next(2);
  changes.add(aChange(1));
  assert.deepEqual(await oldest?.next(1), []);
  for (const { next } of others) assert.deepEqual(await next(1), [told(1)]);
});

test('waits for a reader that is slow, and lets go of one that stopped reading', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const changes = changesOf();
  const { next, unread } = await listen(changes);
  await next(2);
  const many = (from: number) => Array.from({ length: 4_000 }, (_, index) => aChange(from + index, { id: 'x'.repeat(60) }));
  changes.add(...many(1));
  assert.equal((await next(4_000)).length, 4_000);
  changes.add(...many(4_001));
  await turns(() => false);
  assert.equal(changes.listeners(), 1);
  context.mock.timers.tick(15_000);
  await turns(() => changes.listeners() === 0);
  assert.equal(changes.listeners(), 0);
  // What was made for it and not taken is little, however much there was to tell.
  assert.ok((await unread()) < 100_000);
});
