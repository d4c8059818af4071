import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../testing/fixtures.ts';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';
import { sha256 } from './encoding.ts';
import { readStepUp } from './step-up.ts';

async function stepUp(portal: Portal, browser: Awaited<ReturnType<typeof signIn>>['browser'], asked = 'stepUp=gold&maxAge=60', acr = 'gold', sub = 'anna') {
  const sent = await browser.open(`/auth/login?${asked}&returnTo=%2Fpay`);
  const authorize = new URL(sent.headers.get('location') ?? '');
  const landed = await browser.open(portal.provider.approve(authorize, sub, acr).href);
  return { authorize, landed };
}
const keptOf = async (portal: Portal, browser: Awaited<ReturnType<typeof signIn>>['browser']) =>
  portal.store.read(await sha256(browser.jar.get('fp-session') ?? ''));

test('asks the provider for a stronger and a fresh proof, and the session says so under a new id', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const before = browser.jar.get('fp-session') ?? '';
  const first = await keptOf(portal, browser);
  portal.time.now = new Date(NOW.getTime() + 60_000);
  const { authorize, landed } = await stepUp(portal, browser);
  assert.equal(authorize.searchParams.get('acr_values'), 'gold');
  assert.equal(authorize.searchParams.get('max_age'), '60');
  assert.match(await landed.text(), /url=\/pay"/);
  const kept = await keptOf(portal, browser);
  assert.equal(kept?.acr, 'gold');
  assert.ok(Math.abs((kept.authenticatedAt ?? 0) - Date.now()) < 5_000);
  assert.notEqual(browser.jar.get('fp-session'), before);
  assert.equal(await portal.store.read(await sha256(before)), undefined);
  // It is the same visit still: no longer than it was.
  assert.equal(kept.endsAt, first?.endsAt);
});

test('takes no weaker word, no older proof and no other person, and leaves the session as it was', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const id = browser.jar.get('fp-session');
  assert.equal((await stepUp(portal, browser, undefined, 'silver')).landed.status, 400);
  portal.provider.state.authAge = 3_600;
  assert.equal((await stepUp(portal, browser)).landed.status, 400);
  portal.provider.state.authAge = 0;
  assert.equal((await stepUp(portal, browser, undefined, 'gold', 'boris')).landed.status, 403);
  assert.equal(browser.jar.get('fp-session'), id);
  assert.equal((await keptOf(portal, browser))?.acr, undefined);
  assert.equal((await browser.session()).person?.id, 'anna');
});

test('without a session it is a sign-in, as strong as asked', async () => {
  const portal = await aPortal();
  const browser = portal.browser();
  await stepUp(portal, browser);
  assert.equal((await keptOf(portal, browser))?.acr, 'gold');
});

test('reads what is asked, and nothing that is no such thing', () => {
  const fresh = 'urn:faceplate:fresh';
  assert.deepEqual(readStepUp('120', undefined), { acr: fresh, maxAge: 120 });
  assert.deepEqual(readStepUp('gold', '60'), { acr: 'gold', maxAge: 60 });
  assert.deepEqual(readStepUp('gold', '-1'), { acr: 'gold', maxAge: 300 });
  assert.deepEqual(readStepUp('999999', undefined), { acr: fresh, maxAge: 86_400 });
  for (const asked of [undefined, '', 'a b', 'x'.repeat(101), '"']) assert.equal(readStepUp(asked, undefined), undefined);
});
