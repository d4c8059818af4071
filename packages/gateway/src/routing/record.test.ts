import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import type { AuditEntry, OpenSession } from '../options.ts';
import { notFound } from '../problem.ts';
import { aGateway, aSession, aSubject, bodyOf, signedIn } from '../testing/fixtures.ts';
import { route } from './route.ts';

const thing = z.object({ id: z.string() });
const routes = [
  route({ method: 'GET', path: '/things/:thingId', summary: 'One thing.', answer: thing, policy: { action: 'ticket.read' }, handle: ({ params: { thingId } }) => (thingId === 'mine' ? Promise.resolve({ id: thingId }) : Promise.reject(notFound())) }),
  route({ method: 'GET', path: '/papers/:paperId', summary: 'One paper.', answer: { media: 'application/pdf' }, policy: { action: 'bill.read' }, handle: () => Promise.resolve({ bytes: new Uint8Array([1]), fileName: 'a.pdf' }) }),
  route({ method: 'POST', path: '/things/:thingId/notes', summary: 'Notes it.', body: thing, policy: { action: 'ticket.note' }, handle: (call) => (call.params.thingId === 'mine' ? Promise.resolve(call.concerns('note', call.body.id)) : Promise.reject(notFound())) }),
];

function kept(...[session = aSession(), broken = false]: [session?: OpenSession | null, broken?: boolean]) {
  const entries: AuditEntry[] = [];
  const state = { broken };
  const record = (entry: AuditEntry) => (state.broken ? Promise.reject(new Error('full')) : Promise.resolve(void entries.push(entry)));
  return { ...aGateway(routes, { sessions: signedIn(session ?? undefined), audit: { record } }), entries, state };
}

test('people who read their own pages leave no record', async () => {
  const { call, entries } = kept();
  assert.equal((await call('/things/mine')).status, 200);
  assert.deepEqual(entries, []);
});

test('a change, a paper and a try at what is not there leave one each', async () => {
  const { call, entries } = kept();
  await call('/things/mine/notes', { method: 'POST', body: { id: 'n1' } });
  await call('/papers/p1');
  await call('/things/theirs');
  assert.deepEqual(
    entries.map(({ actor, action, object, result, code }) => ({ actor, action, object, result, code })),
    [
      { actor: 'anna', action: 'ticket.note', object: { kind: 'note', id: 'n1' }, result: 'done', code: undefined },
      { actor: 'anna', action: 'bill.read', object: { kind: 'paper', id: 'p1' }, result: 'done', code: undefined },
      { actor: 'anna', action: 'ticket.read', object: { kind: 'thing', id: 'theirs' }, result: 'refused', code: 'not-found' },
    ],
  );
});

test("names both when an agent looks at a customer's data", async () => {
  const acting = { actor: { id: 'daniel', name: 'Daniel Okafor' }, reason: 'Asked about a bill', consent: 'customer-present', endsAt: '2026-11-21T08:30:00.000Z' };
  const { call, entries } = kept(aSession({ acting, subject: aSubject() }));
  await call('/things/mine');
  const [{ actor, onBehalfOf, party, reason, consent } = {}] = entries;
  assert.deepEqual({ actor, onBehalfOf, party, reason, consent }, { actor: 'daniel', onBehalfOf: 'anna', party: 'anna', reason: 'Asked about a bill', consent: 'customer-present' });
});

test('a keyed change refused in its handler leaves one record, and its replay none', async () => {
  const { call, entries } = kept();
  const post = { method: 'POST', body: { id: 'n1' }, headers: { 'idempotency-key': crypto.randomUUID() } };
  assert.equal((await call('/things/theirs/notes', post)).status, 404);
  assert.equal((await call('/things/theirs/notes', post)).status, 404);
  assert.deepEqual(entries.map(({ action, object, result, code }) => ({ action, object, result, code })), [
    { action: 'ticket.note', object: { kind: 'thing', id: 'theirs' }, result: 'refused', code: 'not-found' },
  ]);
});

test('somebody refused before a session leaves a record of nobody', async () => {
  const { app, call, entries } = kept(null);
  await call('/things/mine');
  await app.request('http://portal.test/api/v1/things/mine');
  assert.deepEqual(entries.map(({ actor, party, code }) => [actor, party, code]), [
    ['nobody', 'nobody', 'signed-out'],
    ['nobody', 'nobody', 'csrf-header-missing'],
  ]);
});

test('a repeat that is only replayed is no second act', async () => {
  const { call, entries } = kept();
  const again = { method: 'POST', body: { id: 'n1' }, headers: { 'idempotency-key': crypto.randomUUID() } };
  await call('/things/mine/notes', again);
  await call('/things/mine/notes', again);
  assert.equal(entries.length, 1);
});

test('nobody changes anything unseen, and reading goes on', async () => {
  const { call, entries, state } = kept(aSession(), true);
  const post = { method: 'POST', body: { id: 'n1' }, headers: { 'idempotency-key': crypto.randomUUID() } };
  const refused = await call('/things/mine/notes', post);
  assert.equal(refused.status, 503);
  assert.equal((await bodyOf(refused)).code, 'audit-unavailable');
  assert.equal((await call('/things/mine')).status, 200);
  state.broken = false;
  assert.equal((await call('/things/mine/notes', post)).status, 204);
  assert.equal(entries.length, 1);
});
