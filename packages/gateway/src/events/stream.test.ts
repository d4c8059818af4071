import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { GatewayOptions, OpenSession } from '../options.ts';
import { aChange, aGateway, aSession, aSubject, bodyOf, changesOf, NOW, signedIn } from '../testing/fixtures.ts';

type Changes = ReturnType<typeof changesOf>;

const open: (() => Promise<void> | undefined)[] = [];
afterEach(async () => {
  for (const leave of open.splice(0)) await leave();
});

/** Opens the stream; `next` reads until so many whole messages have come. */
async function listen(changes: Changes, facts: Partial<GatewayOptions> = {}, headers: Record<string, string> = {}) {
  const { call } = aGateway([], { changes: changes.source, ...facts });
  const response = await call('/events', { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const messages: string[] = [];
  const next = async (count: number): Promise<string[]> => {
    while (messages.length < count) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      text += value;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      messages.push(...parts);
    }
    return messages.splice(0, count);
  };
  const leave = () => reader?.cancel();
  open.push(leave);
  return { response, next, leave };
}

const told = (seq: number, noun = 'orders') =>
  `event: change\nid: ${seq}\ndata: ${JSON.stringify({ noun, id: `order-${seq}`, at: NOW.toISOString() })}`;

test('says from where it begins, and how soon to come back', async () => {
  const { next, response } = await listen(changesOf(aChange(7)));
  const [retry = '', start] = await next(2);
  assert.match(retry, /^retry: [2-3]\d{3}$/);
  assert.equal(start, 'event: beat\nid: 7');
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.equal(response.headers.get('x-accel-buffering'), 'no');
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

test("tells a person of their own changes, and nothing of anybody else's", async () => {
  const changes = changesOf();
  const { next } = await listen(changes);
  await next(2);
  changes.add(
    aChange(1, { partyIds: ['boris'] }),
    aChange(2, { partyIds: ['boris', 'anna'] }),
    aChange(3, { partyIds: [] }),
    aChange(4, { resource: 'individual' }),
    aChange(5, { resource: 'productOffering', partyIds: [] }),
    aChange(6, { resource: 'customerBill' }),
  );
  assert.deepEqual(await next(3), [told(2), told(5, 'offers'), told(6, 'bills')]);
});

test('tells what was missed since the last id, in order, then goes on', async () => {
  const changes = changesOf(aChange(1), aChange(2, { partyIds: ['boris'] }), aChange(3));
  const { next } = await listen(changes, {}, { 'last-event-id': '1' });
  changes.add(aChange(4));
  assert.deepEqual((await next(3)).slice(1), [told(3), told(4)]);
});

const old = new Date(NOW.getTime() - 11 * 60_000).toISOString();
const tooOld: [what: string, changes: Changes, id: string, latest: number][] = [
  ['was away for more than ten minutes', changesOf(aChange(1), aChange(2, { eventTime: old }), aChange(3)), '1', 3],
  ['missed more than a thousand changes', changesOf(...Array.from({ length: 1_002 }, (_, index) => aChange(index + 1))), '1', 1_002],
  ['missed changes that are no longer kept', changesOf(aChange(9)), '1', 9],
  ['comes with an id of another world', changesOf(aChange(3)), '88', 3],
  ['comes with an id that is none', changesOf(aChange(3)), 'abc', 3],
];
for (const [what, changes, id, latest] of tooOld) {
  test(`tells whoever ${what} to read everything again`, async () => {
    const { next } = await listen(changes, {}, { 'last-event-id': id });
    assert.equal((await next(2))[1], `event: reset\nid: ${latest}\ndata: {}`);
    changes.add(aChange(latest + 1));
    assert.deepEqual(await next(1), [told(latest + 1)]);
  });
}

test('keeps no stream for somebody who asks for the headers alone', async () => {
  const changes = changesOf();
  const { call } = aGateway([], { changes: changes.source });
  const response = await call('/events', { method: 'HEAD' });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.equal(changes.listeners(), 0);
});

test('asks as every call must, for somebody signed in', async () => {
  const { call } = aGateway([]);
  assert.equal((await call('/events', { headers: { 'x-fp-csrf': '' } })).status, 403);
  const signedOut = await aGateway([], { sessions: signedIn(undefined) }).call('/events');
  assert.equal(signedOut.status, 401);
  assert.equal((await bodyOf(signedOut)).code, 'signed-out');
});

test('never counts as activity, and ends with the session', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const changes = changesOf(aChange(4));
  let session: OpenSession | undefined = aSession();
  const touches: unknown[] = [];
  const sessions = {
    read: (_: Request, options?: { touch?: boolean }) => {
      touches.push(options?.touch);
      return Promise.resolve(session);
    },
  };
  const { next } = await listen(changes, { sessions });
  await next(2);
  context.mock.timers.tick(15_000);
  assert.deepEqual(await next(1), ['event: beat\nid: 4']);
  session = undefined;
  context.mock.timers.tick(15_000);
  assert.deepEqual(await next(1), []);
  assert.equal(changes.listeners(), 0);
  assert.ok(touches.length >= 3 && touches.every((touch) => touch === false));
});

test('asks again whose session it is before telling anything', async () => {
  const changes = changesOf();
  let session = aSession();
  const { next } = await listen(changes, { sessions: { read: () => Promise.resolve(session) } });
  await next(2);
  session = aSession({ subject: aSubject({ partyIds: [] }) });
  changes.add(aChange(1), aChange(2, { resource: 'productOffering' }));
  assert.deepEqual(await next(1), [told(2, 'offers')]);
});

test('lets go of a reader that stopped reading', async () => {
  const changes = changesOf();
  const { next } = await listen(changes);
  await next(2);
  const many = Array.from({ length: 4_000 }, (_, index) => aChange(index + 1, { id: 'x'.repeat(60) }));
  changes.add(...many);
  for (let turn = 0; turn < 200 && changes.listeners() > 0; turn += 1) await new Promise(setImmediate);
  assert.equal(changes.listeners(), 0);
});

test('ends when the process stops, and when the person leaves', async () => {
  const changes = changesOf();
  const stopping = new AbortController();
  const { next } = await listen(changes, { stopping: stopping.signal });
  await next(2);
  stopping.abort();
  assert.deepEqual(await next(1), []);
  assert.equal(changes.listeners(), 0);

  const leaving = await listen(changes);
  await leaving.next(2);
  assert.equal(changes.listeners(), 1);
  await leaving.leave();
  assert.equal(changes.listeners(), 0);
});
