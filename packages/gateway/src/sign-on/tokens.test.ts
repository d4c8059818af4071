import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDatabase } from '../testing/database.ts';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { randomText, sha256 } from './encoding.ts';
import { memorySessions } from './memory-sessions.ts';
import { openIdProvider } from './provider.ts';
import { createSeal } from './seal.ts';
import { sqlSessions } from './sql-sessions.ts';
import { TokenKeeper } from './tokens.ts';

const signal = new AbortController().signal;

/** A signed-in person whose access token is good for five minutes, and the hash of the session. */
async function aVisit(portal: Portal) {
  portal.provider.state.refreshTokens = 'rotating';
  const { browser } = await signIn(portal);
  const idHash = await sha256(browser.jar.get('fp-session') ?? '');
  const pass = (minutes: number) => (portal.time.now = new Date(portal.time.now.getTime() + minutes * 60_000));
  return { browser, idHash, pass, state: portal.provider.state, ask: () => portal.tokens.accessToken(idHash, signal) };
}

test('gives out the access token while it lasts, and another before it ends', async () => {
  const { ask, pass, state } = await aVisit(await aPortal());
  const first = await ask();
  assert.match(first ?? '', /^access-/);
  pass(3);
  assert.equal(await ask(), first);
  pass(1.5);
  const second = await ask();
  assert.match(second ?? '', /^access-/);
  assert.notEqual(second, first);
  assert.equal(state.refreshes, 1);
});

for (const [kind, open] of Object.entries({ memory: () => Promise.resolve(memorySessions()), sql: async () => sqlSessions(await aDatabase()) })) {
  test(`${kind}: fifty tabs of two processes renew the token once`, async () => {
    const store = await open();
    const portal = await aPortal('http://portal.test', store);
    const { idHash, pass, state } = await aVisit(portal);
    // The other process: same table, same keys, nothing else in common.
    const seal = await createSeal([{ id: 'k1', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }]);
    const provider = openIdProvider({ issuer: portal.provider.issuer, clientId: 'portal', clientSecret: 'dev', redirectUri: 'http://portal.test/auth/callback', fetch: portal.provider.fetch });
    const other = new TokenKeeper({ store, seal, provider, clock: () => portal.time.now });
    pass(6);
    const keepers = Array.from({ length: 50 }, (_, tab) => (tab % 2 === 0 ? portal.tokens : other));
    const given = await Promise.all(keepers.map((keeper) => keeper.accessToken(idHash, signal)));
    assert.equal(new Set(given).size, 1);
    assert.match(given[0] ?? '', /^access-/);
    assert.deepEqual({ refreshes: state.refreshes, reused: state.reused }, { refreshes: 1, reused: 0 });
  });
}

test('a refusal ends the session, and everybody hears of it', async () => {
  const portal = await aPortal();
  const { browser, idHash, pass, state, ask } = await aVisit(portal);
  const heard: string[] = [];
  portal.sessions.ended((id) => heard.push(id));
  state.refreshTokens = 'refused';
  pass(6);
  assert.equal(await ask(), undefined);
  assert.deepEqual(heard, [idHash]);
  assert.equal((await browser.session()).signedIn, false);
});

test('an outage ends nothing, and is not met at every call', async () => {
  const { browser, pass, state, ask } = await aVisit(await aPortal());
  state.refreshTokens = 'down';
  pass(4.5);
  assert.match((await ask()) ?? '', /^access-/);
  await ask();
  assert.equal(state.refreshes, 1);
  pass(1);
  await assert.rejects(ask, UpstreamProblem);
  assert.equal((await browser.session()).signedIn, true);
  pass(1);
  state.refreshTokens = 'rotating';
  assert.match((await ask()) ?? '', /^access-/);
});

test("a person's activity renews the token without waiting for it; a page's own looks do not", async () => {
  const { browser, pass, state } = await aVisit(await aPortal());
  pass(6);
  await browser.open('/auth/session');
  await browser.open('/api/v1/deed', { headers: { 'x-fp-passive': '1' } });
  assert.equal(state.refreshes, 0);
  const gate = Promise.withResolvers<void>();
  state.refreshGate = gate.promise;
  assert.equal((await browser.open('/api/v1/deed')).status, 204);
  gate.resolve();
});

test('tokens are sealed anew with a new key at the next activity', async () => {
  const portal = await aPortal();
  const { idHash, ask } = await aVisit(portal);
  const old = { id: 'k1', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
  const seal = await createSeal([{ id: 'k2', secret: randomText(32) }, old]);
  const first = await ask();
  const kept = await portal.store.read(idHash);
  assert.ok(kept);
  assert.ok(kept.tokens.startsWith('k1.'));
  const keeper = new TokenKeeper({ store: portal.store, seal, provider: { refresh: () => Promise.reject(new Error('not asked')) }, clock: () => portal.time.now });
  await keeper.tend(kept);
  const resealed = await portal.store.read(idHash);
  assert.ok(resealed?.tokens.startsWith('k2.'));
  assert.equal(await keeper.accessToken(idHash, signal), first);
});
