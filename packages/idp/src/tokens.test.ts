import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { createKeys, publicKeys } from './keys.ts';
import { beginSignIn, startProvider } from './testing/provider.ts';
import { Visitor } from './testing/visitor.ts';

const FRESH = 'urn:faceplate:fresh';
const ours = await createKeys();
let idp: Awaited<ReturnType<typeof startProvider>>;
let portal: client.Configuration;

before(async () => {
  // A client that proves itself by a key.
  idp = await startProvider({
    clients: [{ clientId: 'portal', jwks: publicKeys(ours), redirectUris: ['https://portal.example/auth/callback'], postLogoutRedirectUris: [] }],
  });
  const [jwk] = ours.keys;
  const key = await crypto.subtle.importKey('jwk', jwk as JsonWebKey, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
  portal = await client.discovery(new URL(idp.issuer), 'portal', undefined, client.PrivateKeyJwt(key), { execute: [client.allowInsecureRequests] });
});
after(() => idp.stop());

const CALLBACK = 'https://portal.example/auth/callback';

/** The address the browser comes back to; it stops there, as nobody answers. */
async function signIn(visitor: Visitor, extra: Record<string, string> = {}) {
  const attempt = await beginSignIn(portal, CALLBACK, extra);
  const pushed = await client.buildAuthorizationUrlWithPAR(portal, attempt.url.searchParams);
  let response = await visitor.request(pushed);
  let asked = false;
  for (let hops = 0; hops < 6; hops += 1) {
    const to = response.headers.get('location');
    if (to?.startsWith(CALLBACK)) return { asked, tokens: await client.authorizationCodeGrant(portal, new URL(to), attempt.checks) };
    if (to !== null) response = await visitor.request(new URL(to, idp.origin));
    else {
      asked = true;
      const action = /<form[^>]* action="([^"]*)"/.exec(await response.text())?.[1] ?? '';
      response = await visitor.request(new URL(action, idp.origin), { form: { username: 'ada', password: 'demo' } });
    }
  }
  throw new Error('never came back');
}

describe('what a portal is given', () => {
  it('publishes where requests are pushed, and what it can prove', () => {
    const { pushed_authorization_request_endpoint: pushed, acr_values_supported: acr } = portal.serverMetadata();
    assert.equal(pushed, `${idp.issuer}/request`);
    assert.deepEqual(acr, [FRESH]);
  });

  it('gives a refresh token that is good once', async () => {
    const { tokens } = await signIn(new Visitor());
    const first = tokens.refresh_token ?? '';
    const next = await client.refreshTokenGrant(portal, first);
    assert.ok(next.refresh_token !== undefined && next.refresh_token !== first);
    await assert.rejects(client.refreshTokenGrant(portal, first), /invalid_grant|server responded/i);
    // Whoever used it twice is not known: what came of it is taken back as well.
    await assert.rejects(client.refreshTokenGrant(portal, next.refresh_token));
  });

  it('asks for the password again when it must be fresh, and says that it is', async () => {
    const visitor = new Visitor();
    assert.equal((await signIn(visitor)).asked, true);
    assert.equal((await signIn(visitor, { acr_values: FRESH, max_age: '300' })).asked, false);
    const { asked, tokens } = await signIn(visitor, { acr_values: FRESH, prompt: 'login', max_age: '300' });
    assert.equal(asked, true);
    assert.equal(tokens.claims()?.['acr'], FRESH);
    assert.ok(Math.abs((tokens.claims()?.auth_time ?? 0) - Date.now() / 1000) < 5);
  });

  it('believes no client that proves itself by another key', async () => {
    const stranger = await client.discovery(new URL(idp.issuer), 'portal', undefined, client.ClientSecretBasic('guess'), { execute: [client.allowInsecureRequests] });
    const attempt = await beginSignIn(stranger, CALLBACK);
    await assert.rejects(client.buildAuthorizationUrlWithPAR(stranger, attempt.url.searchParams));
  });
});
