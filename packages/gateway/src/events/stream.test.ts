import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { OpenSession } from '../options.ts';
import type { Tie } from '../policy/ties.ts';
import { aChange, aGateway, aSession, aSubject, bodyOf, changesOf, NOW, signedIn } from '../testing/fixtures.ts';
import { type Changes, leaveAll, listen, told } from '../testing/listening.ts';

afterEach(leaveAll);

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

test('tells of what one may read there, and of no more', async () => {
  const changes = changesOf();
  const ties: Tie[] = [
    { as: 'self', partyIds: ['anna'], accountIds: [] },
    { as: 'viewer', partyIds: ['acme'], accountIds: ['acc9'] },
  ];
  const session = aSession({ subject: aSubject({ persona: 'business', partyIds: ['anna', 'acme'], accountIds: ['acc9'], ties }) });
  const { next } = await listen(changes, { sessions: signedIn(session) });
  await next(2);
  const acmes = { partyIds: ['acme'] };
  changes.add(aChange(1, acmes), aChange(2, { ...acmes, resource: 'customerBill' }), aChange(3, { ...acmes, resource: 'troubleTicket' }), aChange(4));
  assert.deepEqual(await next(2), [told(2, 'bills'), told(4)]);
});

test('asks for the rights anew when what they follow from has changed, before anything more is told', async () => {
  const changes = changesOf();
  let session = aSession({ subject: aSubject({ partyIds: ['anna', 'acme'] }) });
  const asked: string[] = [];
  const sessions = {
    read: () => Promise.resolve(session),
    stale: (sub: string) => {
      asked.push(sub);
      session = aSession();
      return Promise.resolve();
    },
  };
  const { next } = await listen(changes, { sessions });
  await next(2);
  changes.add(aChange(1, { resource: 'partyRole', partyIds: ['acme'] }), aChange(2, { partyIds: ['acme'] }), aChange(3));
  assert.deepEqual(await next(1), [told(3)]);
  assert.deepEqual(asked, ['anna']);
});

test('ends at once when the session is ended, in whichever process', async () => {
  const changes = changesOf();
  let tell: (sessionId: string) => void = () => {};
  const sessions = {
    ...signedIn(aSession()),
    ended: (listener: (sessionId: string) => void) => {
      tell = listener;
      return () => {};
    },
  };
  const { next } = await listen(changes, { sessions });
  await next(2);
  tell('somebody-elses');
  changes.add(aChange(1));
  assert.deepEqual(await next(1), [told(1)]);
  tell('session-1');
  assert.deepEqual(await next(1), []);
  assert.equal(changes.listeners(), 0);
});

test('goes on in each of two sources where it was left', async () => {
  const [changes, hints] = [changesOf(aChange(7)), changesOf(aChange(1), aChange(2, { resource: 'customerBill' }))];
  const facts = { hints: hints.source };
  const fresh = await listen(changes, facts);
  assert.equal((await fresh.next(2))[1], 'event: beat\nid: 7-2');
  const back = await listen(changes, facts, { 'last-event-id': '7-1' });
  const from = (id: string, seq: number, noun: string) => told(seq, noun).replace(`id: ${seq}\n`, `id: ${id}\n`);
  assert.deepEqual((await back.next(2)).slice(1), [from('7-2', 2, 'bills')]);
  changes.add(aChange(8));
  assert.deepEqual(await back.next(1), [from('8-2', 8, 'orders')]);
  hints.add(aChange(3));
  assert.deepEqual(await back.next(1), [from('8-3', 3, 'orders')]);
  const older = await listen(changes, facts, { 'last-event-id': '7' });
  assert.equal((await older.next(2))[1], 'event: reset\nid: 8-3\ndata: {}');
});

test('ends when the process stops, and when the person leaves', async () => {
  const changes = changesOf();
  const stopping = new AbortController();
  const { next } = await listen(changes, { stopping: stopping.signal });
  await next(2);
  stopping.abort();
  const [soon = '', ...more] = await next(2);
  assert.match(soon, /^retry: \d{3}$/);
  assert.deepEqual(more, []);
  assert.equal(changes.listeners(), 0);

  const leaving = await listen(changes);
  await leaving.next(2);
  assert.equal(changes.listeners(), 1);
  await leaving.leave();
  assert.equal(changes.listeners(), 0);
});
