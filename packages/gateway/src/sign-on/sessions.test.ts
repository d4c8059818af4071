import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDatabase } from '../testing/database.ts';
import { aSubject, aTenant, NOW } from '../testing/fixtures.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { randomText, sha256 } from './encoding.ts';
import { memorySessions } from './memory-sessions.ts';
import { createSeal } from './seal.ts';
import type { KeptSession, SessionStore } from './session-store.ts';
import { LONGEST, readSessions } from './sessions.ts';
import { sqlSessions } from './sql-sessions.ts';

const start = NOW.getTime();
const aKept = (facts: Partial<KeptSession> = {}): KeptSession => ({
  idHash: 'h1',
  issuer: 'https://id.test',
  sub: 'anna',
  sid: 's1',
  tokens: 'sealed',
  subject: aSubject(),
  scopeAt: start,
  createdAt: start,
  seenAt: start,
  endsAt: start + LONGEST,
  ...facts,
});

const stores: Record<string, () => Promise<SessionStore>> = {
  memory: () => Promise.resolve(memorySessions()),
  sql: async () => sqlSessions(await aDatabase()),
};
for (const [kind, open] of Object.entries(stores)) {
  test(`${kind}: keeps a session as it was given, and its changes`, async () => {
    const store = await open();
    const { sid: _, ...withoutSid } = aKept({ idHash: 'h2' });
    await store.create(aKept());
    await store.create(withoutSid);
    assert.deepEqual(await store.read('h2'), withoutSid);
    const subject = aSubject({ partyIds: ['anna', 'firm'] });
    await store.touch('h1', start + 5);
    await store.rescope('h1', subject, start + 7);
    assert.deepEqual(await store.read('h1'), aKept({ seenAt: start + 5, subject, scopeAt: start + 7 }));
    await store.end('h1');
    assert.equal(await store.read('h1'), undefined);
  });

  test(`${kind}: ends a person's sessions, or one of the provider's, and never everybody's`, async () => {
    const store = await open();
    await store.create(aKept());
    await store.create(aKept({ idHash: 'h2', sid: 's2' }));
    await store.create(aKept({ idHash: 'h3', sub: 'boris', sid: 's3' }));
    const issuer = 'https://id.test';
    assert.equal(await store.endAll({ issuer }), 0);
    assert.equal(await store.endAll({ issuer: 'https://other.test', sub: 'anna' }), 0);
    assert.equal(await store.endAll({ issuer, sub: 'boris', sid: 's1' }), 0);
    assert.equal(await store.endAll({ issuer, sid: 's1' }), 1);
    assert.equal(await store.endAll({ issuer, sub: 'anna' }), 1);
    assert.ok(await store.read('h3'));
  });

  test(`${kind}: sees a logout token for the first time once, until it is swept`, async () => {
    const store = await open();
    const sights = await Promise.all([store.firstSight('j', start), store.firstSight('j', start)]);
    assert.deepEqual(sights.toSorted((one, other) => Number(one) - Number(other)), [false, true]);
    await store.sweep(start, 0);
    assert.equal(await store.firstSight('j', start), true);
  });

  test(`${kind}: sweeps what is over or idle`, async () => {
    const store = await open();
    await store.create(aKept({ endsAt: start }));
    await store.create(aKept({ idHash: 'h2', seenAt: start - 60 }));
    await store.create(aKept({ idHash: 'h3' }));
    await store.sweep(start, start - 60);
    const left = await Promise.all(['h1', 'h2', 'h3'].map((idHash) => store.read(idHash)));
    assert.deepEqual(left.map(Boolean), [false, false, true]);
  });
}

async function anOpenSession(resolve: () => Promise<ReturnType<typeof aSubject>>) {
  const store = memorySessions();
  const id = randomText(32);
  await store.create(aKept({ idHash: await sha256(id) }));
  const time = { now: NOW };
  const sessions = readSessions({ tenant: aTenant(), store, scope: { resolve }, clock: () => time.now });
  const request = new Request('http://portal.test/', { headers: { cookie: `other=1; fp-session=${id}` } });
  return { read: () => sessions.read(request), pass: (milliseconds: number) => (time.now = new Date(time.now.getTime() + milliseconds)) };
}

test('asks again whose data a person may see after a minute, once for all tabs', async () => {
  let asked = 0;
  const { read, pass } = await anOpenSession(() => Promise.resolve(aSubject({ accountIds: [`acc-${(asked += 1)}`] })));
  pass(59_999);
  assert.deepEqual((await read())?.subject.accountIds, ['acc1']);
  pass(1);
  const tabs = await Promise.all(Array.from({ length: 50 }, read));
  assert.ok(tabs.every((session) => session?.subject.accountIds[0] === 'acc-1'));
  assert.equal(asked, 1);
});

test('an outage leaves people signed in for ten minutes, on what was known', async () => {
  const { read, pass } = await anOpenSession(() => Promise.reject(new UpstreamProblem('unreachable', 'CRM', 'down')));
  pass(9 * 60_000);
  assert.deepEqual((await read())?.subject, aSubject());
  pass(60_000);
  await assert.rejects(read, UpstreamProblem);
});

test('a person whom the operator no longer knows sees nothing from then on', async () => {
  const { read, pass } = await anOpenSession(() => Promise.reject(new UpstreamProblem('not-found', 'CRM', 'gone')));
  pass(60_000);
  assert.equal(await read(), undefined);
});

test('an outage is met once in ten seconds, not at every call', async () => {
  let asked = 0;
  const { read, pass } = await anOpenSession(() => {
    asked += 1;
    return asked < 3 ? Promise.reject(new UpstreamProblem('unreachable', 'CRM', 'slow')) : Promise.resolve(aSubject({ accountIds: ['new'] }));
  });
  pass(60_000);
  await read();
  pass(9_999);
  await read();
  assert.equal(asked, 1);
  pass(1);
  await read();
  assert.equal(asked, 2);
  pass(10_000);
  assert.deepEqual((await read())?.subject.accountIds, ['new']);
});

test('what was sealed opens for its purpose only, with any key of the ring', async () => {
  const old = { id: 'k1', secret: randomText(32) };
  const next = { id: 'k2', secret: randomText(32) };
  const sealed = await (await createSeal([old])).seal('wörds', 'h1');
  const ring = await createSeal([next, old]);
  assert.equal(await ring.open(sealed, 'h1'), 'wörds');
  assert.equal(await ring.open(sealed, 'h2'), undefined);
  assert.equal(await (await createSeal([next])).open(sealed, 'h1'), undefined);
  assert.ok((await ring.seal('x', 'h1')).startsWith('k2.'));
  const flipped = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  for (const broken of [flipped, '', 'k1', 'k1..', 'k1.!.!']) assert.equal(await ring.open(broken, 'h1'), undefined);
  await assert.rejects(createSeal([{ id: 'k', secret: randomText(16) }]), /32 bytes/);
  await assert.rejects(createSeal([]), /at least one key/);
});
