import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { aPortal, type Portal, signIn } from '../testing/portal.ts';
import { deviceOf } from './device.ts';

const now = () => Math.floor(Date.now() / 1000);

const asked = (portal: Portal, authorization: string, headers: Record<string, string> = {}) =>
  portal.app.request('http://portal.test/api/v1/deed', { headers: { authorization, ...headers } });

/** A portal whose clock agrees with the tokens', which are of this very moment. */
async function today() {
  const portal = await aPortal();
  portal.time.now = new Date();
  return portal;
}

test("a host's own token of the tenant's provider is a session without a cookie", async () => {
  const portal = await today();
  const token = await portal.provider.accessToken();
  const response = await asked(portal, `Bearer ${token}`);
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('set-cookie'), null);
  const session = await portal.sessions.read(new Request('http://portal.test/', { headers: { authorization: `Bearer ${token}` } }));
  assert.equal(session?.kind, 'bearer');
  assert.ok(!session.sessionId.includes(token.slice(-20)));
});

test('nothing else is one', async () => {
  const portal = await today();
  const { provider } = portal;
  const stranger = await generateKeyPair('RS256');
  const claims = { iss: provider.issuer, sub: 'anna', aud: 'https://portal.test/api', iat: now(), exp: now() + 300 };
  const signed = (header: object) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', ...header }).sign(stranger.privateKey);
  const jwk = await exportJWK(stranger.publicKey);
  const refused = {
    'for another audience': await provider.accessToken({ aud: 'https://elsewhere.test' }),
    'for the sign-on client': await provider.accessToken({ aud: 'portal' }),
    'an ID token': await provider.accessToken({}, { typ: 'JWT' }),
    'a logout token': await provider.logoutToken({ sub: 'anna', aud: 'https://portal.test/api' }),
    'of another issuer': await provider.accessToken({ iss: 'https://evil.test' }),
    'run out': await provider.accessToken({ exp: now() - 10 }),
    'without an end': await provider.accessToken({ exp: undefined } as never),
    'from long ago': await provider.accessToken({ iat: now() - 4_000 }),
    'of nobody': await provider.accessToken({ sub: undefined } as never),
    "bound to somebody's key": await provider.accessToken({ cnf: { jkt: 'x' } }),
    'signed by a stranger': await signed({ kid: 'k1' }),
    'with a key of its own': await signed({ kid: 'k1', jwk }),
    'with a key from elsewhere': await signed({ kid: 'k9', jku: 'https://evil.test/jwks' }),
    'too long': `${await provider.accessToken()}${'A'.repeat(9_000)}`,
    nonsense: 'nonsense',
  };
  for (const [what, token] of Object.entries(refused)) assert.equal((await asked(portal, `Bearer ${token}`)).status, 401, what);
});

test('a cookie that comes along is not looked at', async () => {
  const portal = await today();
  const { browser } = await signIn(portal);
  const cookie = `fp-session=${browser.jar.get('fp-session')}`;
  assert.equal((await asked(portal, 'Bearer nonsense', { cookie })).status, 401);
  assert.equal((await browser.open('/api/v1/deed')).status, 204);
});

test('a page that is not listed may not call with a token either', async () => {
  const portal = await today();
  const token = await portal.provider.accessToken();
  assert.equal((await asked(portal, `Bearer ${token}`, { origin: 'https://evil.example' })).status, 403);
  assert.equal((await asked(portal, `Bearer ${token}`, { origin: 'https://host.example', 'sec-fetch-site': 'cross-site' })).status, 204);
});

test('a device is called what its owner would call it', () => {
  const agents: [string, string][] = [
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
    ['curl/8.5.0', ''],
  ];
  for (const [agent, label] of agents) assert.equal(deviceOf(agent), label);
  assert.equal(deviceOf(null), '');
});
