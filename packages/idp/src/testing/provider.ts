import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as client from 'openid-client';
import { createIdp } from '../idp.ts';
import { createKeys } from '../keys.ts';
import type { IdpOptions, Person } from '../types.ts';

export const people: Person[] = [
  { sub: 'person-ada', username: 'ada', name: 'Ada Lovelace', email: 'ada@example.com', persona: 'consumer' },
  { sub: 'person-boss', username: 'boss', name: '<b>Boss</b>', email: 'boss@example.com', persona: 'business' },
];

export const keys = await createKeys();

export const SECRET = 'a-secret-of-tests-only-and-long-enough';

/** A running provider under `/idp` and the relying party that trusts it. */
export async function startProvider(overrides: Partial<IdpOptions> = {}) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/idp`;
  const callback = `${origin}/auth/callback`;
  const errors: unknown[] = [];
  const handler = createIdp({
    issuer,
    clients: [
      {
        clientId: 'portal',
        clientSecret: SECRET,
        redirectUris: [callback],
        postLogoutRedirectUris: [`${origin}/bye`],
        backchannelLogoutUri: `${origin}/auth/backchannel-logout`,
      },
    ],
    people,
    keys,
    operator: 'Meridian',
    report: (error) => errors.push(error),
    ...overrides,
  });
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/idp')) handler(request, response);
    else response.end('portal');
  });
  const relyingParty = await client.discovery(new URL(issuer), 'portal', undefined, client.ClientSecretBasic(SECRET), {
    execute: [client.allowInsecureRequests],
  });
  return {
    origin,
    issuer,
    callback,
    relyingParty,
    errors,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The address a portal would send the browser to, and what it must remember meanwhile. */
export async function beginSignIn(relyingParty: client.Configuration, callback: string, extra: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(relyingParty, {
    redirect_uri: callback,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...extra,
  });
  return { url, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce } };
}
