import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';
import { UpstreamProblem } from '../upstream/problem.ts';

/** What the deed left, one line a record. */
async function left(portal: Portal, deed: () => Promise<unknown>): Promise<string[]> {
  const before = portal.kept.length;
  await deed();
  return portal.kept.slice(before).map(({ action, actor, party, result, code = '' }) => `${action} ${actor} ${party} ${result} ${code}`.trim());
}

const post = (portal: Portal, token: string) =>
  portal.app.request('http://portal.test/auth/backchannel-logout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logout_token: token }).toString(),
  });

test('signing in and out leave one record each', async () => {
  const portal = await aPortal();
  assert.deepEqual(await left(portal, () => signIn(portal)), ['session.begun anna anna done']);
  const { browser } = await signIn(portal);
  assert.deepEqual(await left(portal, () => browser.open('/auth/logout')), ['session.ended anna anna done']);
  assert.deepEqual(await left(portal, () => browser.open('/auth/logout')), [], 'nobody was signed in any more');
});

test('a person the operator does not know leaves one', async () => {
  const portal = await aPortal();
  portal.scope.resolve = () => Promise.reject(new UpstreamProblem('not-found', 'CRM', 'no such person'));
  assert.deepEqual(await left(portal, () => signIn(portal, 'ghost')), ['session.unknown-person ghost ghost refused']);
});

test('a proof that is too weak, or another person’s, leaves one', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const stepUp = async (acr: string, sub: string) => {
    const sent = await browser.open('/auth/login?stepUp=gold&maxAge=60&returnTo=%2F');
    await browser.open(portal.provider.approve(new URL(sent.headers.get('location') ?? ''), sub, acr).href);
  };
  assert.deepEqual(await left(portal, () => stepUp('silver', 'anna')), ['session.step-up-refused nobody nobody refused answer-refused']);
  assert.deepEqual(await left(portal, () => stepUp('gold', 'boris')), ['session.step-up-refused nobody nobody refused another-person']);
  assert.deepEqual(await left(portal, () => stepUp('gold', 'anna')), ['session.stepped-up anna anna done']);
});

test('a session ended at the provider leaves one, and so does a notice that is not believed', async () => {
  const portal = await aPortal();
  await signIn(portal);
  const token = await portal.provider.logoutToken({ sub: 'anna' });
  assert.deepEqual(await left(portal, () => Promise.resolve(post(portal, token))), ['session.ended-by-provider anna anna done']);
  assert.deepEqual(await left(portal, () => Promise.resolve(post(portal, token))), ['session.logout-refused nobody nobody refused']);
});
