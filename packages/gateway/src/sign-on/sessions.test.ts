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
  tenant: aTenant().name,
  kind: 'portal',
  device: 'Firefox, Linux',
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
    const acting = { actor: { id: 'a', name: 'Ann' }, customer: 'c', reason: 'asked', consent: 'customer-present', endsAt: start + 9 };
    const full = aKept({ idHash: 'h5', kind: 'embedded', origin: 'https://host.example', party: 'p-5', acr: 'urn:x', authenticatedAt: start, accessEndsAt: start, acting });
    await store.create(full);
    assert.deepEqual(await store.read('h5'), full);
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

  test(`${kind}: ends by a logout token once, until the token is swept`, async () => {
    const store = await open();
    await store.create(aKept());
    const whose = { issuer: 'https://id.test', sub: 'anna' };
    const ended = await Promise.all([store.endOnce('j', start, whose), store.endOnce('j', start, whose)]);
    assert.deepEqual(ended.filter((one) => one !== undefined), [1]);
    await store.create(aKept());
    assert.equal(await store.endOnce('j', start, whose), undefined);
    assert.ok(await store.read('h1'));
    await store.sweep(start, 0);
    assert.equal(await store.endOnce('j', start, whose), 1);
    assert.equal(await store.read('h1'), undefined);
  });

  test(`${kind}: tells which sessions ended, each once, however they did`, async () => {
    const store = await open();
    const heard: string[] = [];
    const stop = store.ended((idHash) => heard.push(idHash));
    for (const idHash of ['h1', 'h2', 'h3', 'h4']) await store.create(aKept({ idHash, sub: idHash }));
    const issuer = 'https://id.test';
    await store.end('h1');
    await store.end('h1');
    await store.endAll({ issuer, sub: 'h2' });
    await store.endOnce('j', start, { issuer, sub: 'h3' });
    assert.deepEqual(heard, ['h1', 'h2', 'h3']);
    stop();
    await store.end('h4');
    assert.equal(heard.length, 3);
  });

  test(`${kind}: lists a person's sessions, and ends all but one`, async () => {
    const store = await open();
    await store.create(aKept({ idHash: 'h1', seenAt: start + 1 }));
    await store.create(aKept({ idHash: 'h2', seenAt: start + 2 }));
    await store.create(aKept({ idHash: 'h3', sub: 'boris' }));
    const whose = { issuer: 'https://id.test', sub: 'anna' };
    assert.deepEqual((await store.list(whose)).map(({ idHash }) => idHash), ['h2', 'h1']);
    assert.equal(await store.endAll(whose, 'h1'), 1);
    assert.deepEqual((await store.list(whose)).map(({ idHash }) => idHash), ['h1']);
  });

  test(`${kind}: gives the right to renew tokens to one at a time, for those very tokens`, async () => {
    const store = await open();
    await store.create(aKept({ accessEndsAt: start }));
    const claims = await Promise.all([1, 2, 3].map(() => store.claim('h1', 'sealed', start, start + 10)));
    assert.equal(claims.filter(Boolean).length, 1);
    await store.reseal('h1', 'sealed', 'resealed', start);
    assert.equal((await store.read('h1'))?.tokens, 'sealed');
    assert.equal(await store.renew('h1', { was: 'others', tokens: 'new' }), false);
    assert.equal(await store.renew('h1', { was: 'sealed', tokens: 'new', accessEndsAt: start + 99 }), true);
    assert.equal((await store.read('h1'))?.accessEndsAt, start + 99);
    assert.equal(await store.claim('h1', 'sealed', start, start + 10), false);
    assert.equal(await store.claim('h1', 'new', start, start + 10), true);
    // Whoever had it may have died: after its time another takes over.
    assert.equal(await store.claim('h1', 'new', start + 9, start + 20), false);
    assert.equal(await store.claim('h1', 'new', start + 10, start + 20), true);
  });

  test(`${kind}: hands a sign-in over once`, async () => {
    const store = await open();
    const handOver = { codeHash: 'c', origin: 'https://host.example', challenge: 'x', facts: 'sealed', until: start };
    await store.handOver(handOver);
    const taken = await Promise.all([store.takeHandOver('c'), store.takeHandOver('c')]);
    assert.deepEqual(taken.filter(Boolean), [handOver]);
  });

  test(`${kind}: forgets whose data it knew when told to`, async () => {
    const store = await open();
    await store.create(aKept());
    const heard: string[] = [];
    store.changed((sub) => heard.push(sub));
    await store.stale('anna');
    assert.deepEqual(heard, ['anna']);
    assert.equal((await store.read('h1'))?.scopeAt, 0);
    // Who acts for somebody sees what that person may see: no longer than they.
    const acting = { actor: { id: 'daniel', name: 'Daniel' }, customer: 'boris', reason: 'A call', consent: 'customer-present', endsAt: start + 60 };
    await store.create(aKept({ idHash: 'h2', sub: 'daniel', acting }));
    await store.stale('boris');
    assert.equal((await store.read('h2'))?.scopeAt, 0);
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

test('a system that is slow to say whose data a person may see holds no call up', async () => {
  let say: (subject: ReturnType<typeof aSubject>) => void = () => undefined;
  let asked = 0;
  const { read, pass } = await anOpenSession(() => {
    asked += 1;
    return new Promise((resolve) => (say = resolve));
  });
  pass(60_000);
  const begun = performance.now();
  assert.deepEqual((await read())?.subject, aSubject());
  assert.ok(performance.now() - begun < 2_000);
  assert.deepEqual([(await read())?.subject, asked], [aSubject(), 1]);
  say(aSubject({ accountIds: ['new'] }));
  await new Promise(setImmediate);
  assert.deepEqual((await read())?.subject.accountIds, ['new']);
  assert.equal(asked, 1);
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
