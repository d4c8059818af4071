import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../testing/fixtures.ts';
import { aPortal, signIn } from '../testing/portal.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { sha256 } from './encoding.ts';
import { LONGEST } from './sessions.ts';

test('signs a person in and goes on where they were', async () => {
  const portal = await aPortal();
  const { browser, landed } = await signIn(portal, 'anna', '/bills/7?view=card');
  assert.equal(landed.status, 200);
  assert.match(await landed.text(), /content="0; url=\/bills\/7\?view=card"/);
  assert.equal((await browser.session()).person?.id, 'anna');
});

test('asks the provider with a code, PKCE, a state and a nonce', async () => {
  const { searchParams } = await (await aPortal()).browser().begin();
  assert.equal(searchParams.get('response_type'), 'code');
  assert.equal(searchParams.get('code_challenge_method'), 'S256');
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((searchParams.get(name)?.length ?? 0) >= 43, name);
});

test('the cookie holds 256 random bits, out of reach of scripts and other sites', async () => {
  const portal = await aPortal();
  const { browser, landed } = await signIn(portal);
  const line = landed.headers.getSetCookie().find((one) => one.startsWith('fp-session=')) ?? '';
  assert.match(line, /^fp-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const id = browser.jar.get('fp-session') ?? '';
  const kept = await portal.store.read(await sha256(id));
  assert.ok(kept && !JSON.stringify(kept).includes(id));
  // A token would show its header in base64.
  assert.ok(!kept.tokens.includes('eyJ'));
});

test('on https the cookie is bound to this host', async () => {
  const { landed } = await signIn(await aPortal('https://portal.test'));
  const lines = landed.headers.getSetCookie();
  assert.ok(lines.some((line) => /^__Host-Http-fp=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/.test(line)));
  assert.ok(lines.every((line) => line.includes('Secure') && !line.includes('Domain')));
});

test('each sign-in has a Lax cookie of ten minutes, and at most five are kept', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  const first = await browser.open('/auth/login');
  assert.match(first.headers.getSetCookie()[0] ?? '', /; HttpOnly; SameSite=Lax; Max-Age=600$/);
  for (let count = 0; count < 6; count += 1) {
    portal.time.now = new Date(portal.time.now.getTime() + 1_000);
    await browser.open('/auth/login');
  }
  assert.equal(browser.jar.size, 5);
});

test('two tabs can sign in at once', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  const [one, two] = [await browser.begin('/one'), await browser.begin('/two')];
  assert.match(await (await browser.open(portal.provider.approve(two, 'anna').href)).text(), /url=\/two"/);
  assert.match(await (await browser.open(portal.provider.approve(one, 'anna').href)).text(), /url=\/one"/);
});

test('refuses an answer with a state of another making', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  const back = portal.provider.approve(await browser.begin(), 'anna');
  const [name] = (back.searchParams.get('state') ?? '').split('.');
  back.searchParams.set('state', `${name}.${'A'.repeat(43)}`);
  assert.equal((await browser.open(back.href)).status, 400);
  assert.equal((await browser.session()).signedIn, false);
});

test("refuses an answer to somebody else's sign-in", async () => {
  const portal = await aPortal();
  const back = portal.provider.approve(await portal.browser().begin(), 'mallory');
  const victim = portal.browser();
  await victim.begin();
  assert.equal((await victim.open(back.href)).status, 400);
  assert.equal((await victim.session()).signedIn, false);
});

test('refuses an answer that comes a second time, cookie and all', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  const back = portal.provider.approve(await browser.begin(), 'anna').href;
  const attempt = new Map(browser.jar);
  assert.equal((await browser.open(back)).status, 200);
  assert.equal((await browser.open(back)).status, 400);
  const thief = portal.browser();
  for (const [name, value] of attempt) thief.jar.set(name, value);
  assert.equal((await thief.open(back)).status, 400);
  assert.equal((await thief.session()).signedIn, false);
});

test('refuses an answer after ten minutes', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  const back = portal.provider.approve(await browser.begin(), 'anna').href;
  portal.time.now = new Date(portal.time.now.getTime() + 10 * 60_000 + 1);
  assert.equal((await browser.open(back)).status, 400);
});

test('refuses an id token of another sign-in', async () => {
  const portal = await aPortal();
  portal.provider.state.wrongNonce = true;
  const { browser, landed } = await signIn(portal);
  assert.equal(landed.status, 400);
  assert.equal((await browser.session()).signedIn, false);
});

test('says so when the person said no, and offers a way on', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  const authorize = await browser.begin();
  const state = authorize.searchParams.get('state') ?? '';
  const landed = await browser.open(`/auth/callback?error=access_denied&state=${encodeURIComponent(state)}&iss=${encodeURIComponent('https://id.test')}`);
  assert.equal(landed.status, 400);
  assert.match(await landed.text(), /href="\/auth\/login"/);
  assert.equal(browser.jar.size, 0);
});

test('says so when the provider is away, and finds it when it is back', async () => {
  const portal = await aPortal();
  portal.provider.state.down = true;
  assert.equal((await portal.browser().open('/auth/login')).status, 503);
  portal.provider.state.down = false;
  assert.equal((await signIn(portal)).landed.status, 200);
});

test('lets nobody in whom the operator does not know', async () => {
  const portal = await aPortal();
  portal.scope.resolve = () => Promise.reject(new UpstreamProblem('not-found', 'CRM', 'no such person'));
  const { browser, landed } = await signIn(portal);
  assert.equal(landed.status, 403);
  assert.equal((await browser.session()).signedIn, false);
});

test('gives a new id at every sign-in, and the old one is worth nothing', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const old = browser.jar.get('fp-session') ?? '';
  await browser.open(portal.provider.approve(await browser.begin(), 'anna').href);
  assert.notEqual(browser.jar.get('fp-session'), old);
  const thief = portal.browser();
  thief.jar.set('fp-session', old);
  assert.equal((await thief.session()).signedIn, false);
});

test('the session ends ten hours after sign-in, whatever is done', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const start = portal.time.now.getTime();
  for (let at = 0; at < LONGEST; at += 20 * 60_000) {
    portal.time.now = new Date(start + at);
    assert.equal((await browser.open('/api/v1/deed')).status, 204);
  }
  portal.time.now = new Date(start + LONGEST);
  assert.equal((await browser.session()).signedIn, false);
});

test('the session ends half an hour after the last deed; asking who is signed in is one, a mere look is none', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const at = (minutes: number) => (portal.time.now = new Date(NOW.getTime() + minutes * 60_000));
  at(29);
  assert.equal((await browser.open('/api/v1/deed')).status, 204);
  at(58);
  const looked = (await (await browser.open('/auth/session')).json()) as { idleEndsAt: string };
  assert.equal(looked.idleEndsAt, at(59).toISOString());
  at(58);
  const stayed = (await (await browser.open('/api/v1/session')).json()) as { idleEndsAt: string };
  assert.equal(stayed.idleEndsAt, at(88).toISOString());
  assert.equal((await browser.open('/api/v1/deed')).status, 401);
});

test('logs neither names nor ids of anybody', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  await browser.open('/auth/callback?state=x&code=secret-code');
  await browser.open('/auth/logout');
  assert.ok(portal.log.length >= 3);
  assert.doesNotMatch(JSON.stringify(portal.log), /anna|secret-code|Adler/);
});

test('takes the person from the claim that the operator chose, and nobody without it', async () => {
  const portal = await aPortal('http://portal.test', undefined, { partyClaim: 'sid' });
  const { browser } = await signIn(portal);
  assert.equal((await browser.session()).person?.id, 'sid-anna');
  const other = await aPortal('http://portal.test', undefined, { partyClaim: 'customer_id' });
  const { browser: nobody, landed } = await signIn(other);
  assert.equal(landed.status, 400);
  assert.equal((await nobody.session()).signedIn, false);
});
