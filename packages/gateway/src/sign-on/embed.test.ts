import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';
import { randomText, sha256 } from './encoding.ts';
import { EMBEDDED_LONGEST } from './sessions.ts';

const HOST = 'https://host.example';

/** The visitor of a page on another site, sent here and back: the code in the fragment. */
async function handedOver(portal: Portal, { page = `${HOST}/account?tab=1`, sub = 'anna' } = {}) {
  const verifier = randomText(48);
  const browser = portal.browser();
  const query = new URLSearchParams({ returnTo: page, challenge: await sha256(verifier), state: 'host-state' });
  const sent = await browser.open(`/auth/embed?${query.toString()}`);
  if (sent.status !== 302) return { sent, verifier, code: '', back: undefined };
  const landed = await browser.open(portal.provider.approve(new URL(sent.headers.get('location') ?? ''), sub).href);
  const back = new URL(landed.headers.get('location') ?? '');
  const fragment = new URLSearchParams(back.hash.slice(1));
  return { sent, verifier, code: fragment.get('fp-code') ?? '', back, browser };
}

/** What the page does with it, in its own jar. */
const exchange = (portal: Portal, body: object, origin: string | undefined = HOST) => {
  const page = portal.browser();
  const headers = { 'content-type': 'application/json', ...(origin !== undefined && { origin }), 'sec-fetch-site': 'cross-site' };
  return page.open('/auth/embed', { method: 'POST', headers, body: JSON.stringify(body) }).then((response) => ({ page, response }));
};

test('a page on another site gets a session of its own: short, for its origin alone, in its own jar', async () => {
  const portal = await aPortal('https://portal.test');
  const { back, code, verifier, browser } = await handedOver(portal);
  assert.equal(`${back?.origin}${back?.pathname}${back?.search}`, `${HOST}/account?tab=1`);
  assert.match(back?.hash ?? '', /fp-state=host-state/);
  assert.equal(browser?.jar.has('__Host-Http-fp'), false);
  const { page, response } = await exchange(portal, { code, verifier });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('access-control-allow-origin'), HOST);
  assert.match(response.headers.getSetCookie()[0] ?? '', /^__Host-Http-fp-embed=[\w-]{43}; Path=\/; HttpOnly; SameSite=None; Secure; Partitioned$/);

  const from = (origin: string) => page.open('/api/v1/session', { headers: { origin, 'sec-fetch-site': 'cross-site' } });
  const session = (await (await from(HOST)).json()) as { signedIn: boolean; endsAt: string; idleEndsAt: string };
  assert.equal(session.signedIn, true);
  assert.equal(Date.parse(session.endsAt), portal.time.now.getTime() + EMBEDDED_LONGEST);
  assert.equal(Date.parse(session.idleEndsAt), portal.time.now.getTime() + 15 * 60_000);
  // Another listed page, and no page at all, may not use it.
  assert.equal(((await (await page.open('/api/v1/session')).json()) as { signedIn: boolean }).signedIn, false);
});

test('a code is good once, for a minute, for its page and its verifier', async () => {
  const portal = await aPortal();
  const refused = async (body: object, origin?: string) => assert.ok([401, 403].includes((await exchange(portal, body, origin)).response.status));
  const once = await handedOver(portal);
  assert.equal((await exchange(portal, once)).response.status, 204);
  await refused(once);
  const wrong = await handedOver(portal);
  await refused({ ...wrong, verifier: randomText(48) });
  await refused(wrong);
  await refused(await handedOver(portal), 'http://portal.test');
  await refused(await handedOver(portal), 'https://evil.example');
  await refused({ code: randomText(32), verifier: randomText(48) });
  await refused({});
  const late = await handedOver(portal);
  portal.time.now = new Date(portal.time.now.getTime() + 60_000);
  await refused(late);
});

test('a page that is not listed gets no code', async () => {
  const portal = await aPortal();
  for (const page of ['https://evil.example/', 'https://host.example.evil.example/', 'https://host.example@evil.example/', 'https://a:b@host.example/', '/here', 'javascript:alert(1)', 'http://host.example/']) {
    assert.equal((await handedOver(portal, { page })).sent.status, 400, page);
  }
});

test('leaves the session of the portal alone, and ends its own', async () => {
  const portal = await aPortal();
  const { browser } = await signIn(portal);
  const { page } = await exchange(portal, await handedOver(portal));
  const leave = () => page.open('/auth/embed', { method: 'DELETE', headers: { origin: HOST } });
  const signedIn = async () => ((await (await page.open('/api/v1/session', { headers: { origin: HOST } })).json()) as { signedIn: boolean }).signedIn;
  assert.equal(await signedIn(), true);
  assert.equal((await leave()).status, 204);
  assert.equal(await signedIn(), false);
  assert.equal((await browser.session()).signedIn, true);
});

test('answers a browser that asks before it calls, for listed pages only', async () => {
  const { app } = await aPortal();
  const ask = (origin: string) => app.request('http://portal.test/auth/embed', { method: 'OPTIONS', headers: { origin } });
  assert.equal((await ask(HOST)).headers.get('access-control-allow-origin'), HOST);
  assert.equal((await ask('https://evil.example')).headers.get('access-control-allow-origin'), null);
});
