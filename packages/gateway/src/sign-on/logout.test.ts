import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';

test('signs out here and at the provider, and empties what the browser kept', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const old = browser.jar.get('fp-session') ?? '';
  const response = await browser.open('/auth/logout');
  const to = new URL(response.headers.get('location') ?? '');
  assert.equal(to.origin + to.pathname, 'https://id.test/logout');
  assert.equal(to.searchParams.get('post_logout_redirect_uri'), 'http://portal.test/');
  assert.ok(to.searchParams.get('id_token_hint'));
  assert.equal(response.headers.get('clear-site-data'), '"cache", "storage"');
  assert.equal(browser.jar.has('fp-session'), false);
  browser.jar.set('fp-session', old);
  assert.equal((await browser.session()).signedIn, false);
});

test('is signed out by no other site', async () => {
  const { browser } = await signIn(await aPortal());
  for (const site of ['cross-site', 'same-site']) {
    await browser.open('/auth/logout', { headers: { 'sec-fetch-site': site } });
    await browser.open('/auth/logout', { method: 'POST', headers: { 'sec-fetch-site': site } });
  }
  assert.equal((await browser.session()).signedIn, true);
});

const notify = async (portal: Portal, token: string) =>
  (
    await portal.app.request('http://portal.test/auth/backchannel-logout', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }).toString(),
    })
  ).status;

test('ends the sessions the provider says are over, and no others', async () => {
  const portal = await aPortal();
  const { browser: anna } = await signIn(portal);
  const { browser: boris } = await signIn(portal, 'boris');
  assert.equal(await notify(portal, await portal.provider.logoutToken({ sid: 'sid-anna' })), 200);
  assert.equal((await anna.session()).signedIn, false);
  assert.equal((await boris.session()).signedIn, true);
  assert.equal(await notify(portal, await portal.provider.logoutToken({ sub: 'boris' })), 200);
  assert.equal((await boris.session()).signedIn, false);
});

test('takes no logout token twice, and nothing that is none', async () => {
  const portal = await aPortal();
  const { provider } = portal;
  const once = await provider.logoutToken({ sub: 'anna' });
  assert.equal(await notify(portal, once), 200);
  const { browser } = await signIn(portal);
  const refused = [
    once,
    'nonsense',
    await provider.logoutToken({ sub: 'anna' }, 'JWT'),
    await provider.logoutToken({ sub: 'anna', nonce: 'n' }),
    await provider.logoutToken({ sub: 'anna', events: {} }),
    await provider.logoutToken({}),
    await (await aPortal()).provider.logoutToken({ sub: 'anna' }),
  ];
  for (const token of refused) assert.equal(await notify(portal, token), 400);
  assert.equal((await browser.session()).signedIn, true);
});
