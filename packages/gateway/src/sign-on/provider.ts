import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { Attempt } from './attempt.ts';

export interface ProviderConfig {
  /** Exact issuer URL; its discovery document says the rest. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** `${publicUrl}/auth/callback`, as registered there. */
  redirectUri: string;
  /** How the provider is reached; a pool in Node, the provider itself in tests. */
  fetch?: (url: string, options: object) => Promise<Response>;
}

export interface Identity {
  issuer: string;
  sub: string;
  sid?: string;
  idToken: string;
}

export interface LogoutNotice {
  issuer: string;
  sub?: string;
  sid?: string;
  jti: string;
}

/** The operator's identity provider, as far as sign-on needs it. */
export interface Provider {
  begin(attempt: Attempt): Promise<URL>;
  /** @throws when the answer does not belong to the attempt, or the provider refuses its code. */
  finish(answer: URL, attempt: Attempt): Promise<Identity>;
  /** Where the provider ends its own session; `undefined` when it has no such place. */
  endSession(idToken: string, returnTo: string): Promise<URL | undefined>;
  /** @throws for anything but a logout token of this provider to this client. */
  readLogout(token: string): Promise<LogoutNotice>;
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** A provider found by discovery at first use. A failed look is not remembered: the provider may start after us. */
export function openIdProvider(config: ProviderConfig): Provider {
  let found: Promise<oidc.Configuration> | undefined;
  const ready = () =>
    (found ??= discover(config).catch((error: unknown) => {
      found = undefined;
      throw error;
    }));
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return {
    begin: async ({ state, nonce, verifier }) =>
      oidc.buildAuthorizationUrl(await ready(), {
        redirect_uri: config.redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
    finish: async (answer, attempt) => identityOf(await ready(), answer, attempt),
    endSession: async (idToken, returnTo) => {
      const provider = await ready();
      if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: returnTo });
    },
    readLogout: async (token) => {
      const { jwks_uri = '', issuer } = (await ready()).serverMetadata();
      keys ??= createRemoteJWKSet(new URL(jwks_uri), config.fetch && { [joseFetch]: config.fetch });
      return noticeOf(token, keys, issuer, config.clientId);
    },
  };
}

async function discover({ issuer, clientId, clientSecret, fetch }: ProviderConfig): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  // Plain http is for a provider on this very machine; anywhere else the library refuses it.
  const loopback = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return oidc.discovery(url, clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
    timeout: 5,
    ...(loopback && { execute: [oidc.allowInsecureRequests] }),
    ...(fetch && { [oidc.customFetch]: fetch }),
  });
}

async function identityOf(provider: oidc.Configuration, answer: URL, attempt: Attempt): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(provider, answer, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims || tokens.id_token === undefined) throw new Error('no id token');
  const { sid } = claims;
  return { issuer: claims.iss, sub: claims.sub, idToken: tokens.id_token, ...(typeof sid === 'string' && { sid }) };
}

/** OpenID Connect Back-Channel Logout 1.0, 2.6: type, event, no nonce, a subject or a session. */
async function noticeOf(token: string, keys: ReturnType<typeof createRemoteJWKSet>, issuer: string, audience: string): Promise<LogoutNotice> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    typ: 'logout+jwt',
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: '5 minutes',
    clockTolerance: 30,
  });
  const { sub, sid, jti = '', events, nonce } = payload;
  const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events;
  if (!isLogout || nonce !== undefined) throw new Error('no logout token');
  const session = typeof sid === 'string' ? { sid } : {};
  const person = sub === undefined ? {} : { sub };
  if (sub === undefined && typeof sid !== 'string') throw new Error('logout of nobody');
  return { issuer, jti, ...session, ...person };
}
