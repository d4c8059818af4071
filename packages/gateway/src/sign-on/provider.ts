import { createRemoteJWKSet, customFetch as joseFetch, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { Attempt, StepUp } from './attempt.ts';
import { discover, type ProviderConfig } from './discovery.ts';
import { demandPlainIdToken } from './id-token.ts';
import { type Bearer, type LogoutNotice, partyOf, readBearerToken, readLogoutToken, type Tokens } from './provider-tokens.ts';
import { RefreshRefused } from './refresh-refused.ts';
import { FRESH } from './step-up.ts';

export type { ProviderConfig } from './discovery.ts';
export type { Bearer, LogoutNotice } from './provider-tokens.ts';

export interface Identity {
  issuer: string;
  sub: string;
  sid?: string;
  /** The person's party id at the operator, where it is not `sub`. */
  party?: string;
  /** Of an address that the provider has verified. */
  email?: string;
  name?: string;
  /** In our words where the configuration has one for it. */
  acr?: string;
  /** Milliseconds since 1970. */
  authenticatedAt?: number;
  tokens: Tokens;
  /** Milliseconds the access token is good for. */
  accessFor?: number;
}

export interface Refreshed {
  /** What is new; a provider that does not rotate sends no refresh token. */
  tokens: Partial<Tokens>;
  accessFor?: number;
}

/** The operator's identity provider, as far as sign-on needs it. */
export interface Provider {
  begin(attempt: Attempt): Promise<URL>;
  /** @throws when the answer does not belong to the attempt, falls short of it, or the provider refuses its code. */
  finish(answer: URL, attempt: Attempt): Promise<Identity>;
  /** @throws {RefreshRefused} when the provider says no, another error when it does not say anything. */
  refresh(refreshToken: string, whose: { issuer: string; sub: string }): Promise<Refreshed>;
  /** Where the provider ends its own session; `undefined` when it has no such place. */
  endSession(idToken: string, returnTo: string): Promise<URL | undefined>;
  /** @throws for anything but a logout token of this provider to this client. */
  readLogout(token: string): Promise<LogoutNotice>;
  /** `undefined` for anything but an access token of this provider for this API. */
  readBearer(token: string): Promise<Bearer | undefined>;
}

/** A provider found by discovery at first use. A failed look is not remembered: the provider may start after us. */
export function openIdProvider(config: ProviderConfig): Provider {
  let found: Promise<oidc.Configuration> | undefined;
  const ready = () =>
    (found ??= discover(config).catch((error: unknown) => {
      found = undefined;
      throw error;
    }));
  let known: JWTVerifyGetKey | undefined;
  const between = async (audience: string) => {
    const { jwks_uri = '', issuer } = (await ready()).serverMetadata();
    known ??= createRemoteJWKSet(new URL(jwks_uri), config.fetch && { [joseFetch]: config.fetch });
    return { keys: known, issuer, audience };
  };
  return {
    begin: async (attempt) => begin(await ready(), config, attempt),
    finish: async (answer, attempt) => identityOf(await ready(), config, answer, attempt),
    refresh: async (refreshToken, whose) => refresh(await ready(), refreshToken, whose),
    endSession: async (idToken, returnTo) => {
      const provider = await ready();
      if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: returnTo });
    },
    readLogout: async (token) => readLogoutToken(token, await between(config.clientId)),
    readBearer: async (token) => (config.audience === undefined ? undefined : readBearerToken(token, await between(config.audience), config.partyClaim)),
  };
}

/** The provider's word for what a step-up asks; none when only the moment counts and the provider has no word for it. */
function askedAcr(provider: oidc.Configuration, { acr = {} }: ProviderConfig, stepUp: StepUp): string | undefined {
  const theirs = acr[stepUp.acr] ?? stepUp.acr;
  const speaks = provider.serverMetadata().acr_values_supported?.includes(theirs) ?? false;
  return theirs === FRESH && !speaks ? undefined : theirs;
}

async function begin(provider: oidc.Configuration, config: ProviderConfig, { state, nonce, verifier, stepUp, create }: Attempt): Promise<URL> {
  const acr = stepUp && askedAcr(provider, config, stepUp);
  const asked = {
    redirect_uri: config.redirectUri,
    scope: config.scope ?? 'openid profile email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(stepUp && { max_age: String(stepUp.maxAge) }),
    ...(acr !== undefined && { acr_values: acr }),
    ...(create && makesAccounts(provider) && { prompt: 'create' }),
  };
  // Pushed, what is asked cannot be changed or read on its way through the browser.
  const pushes = provider.serverMetadata().pushed_authorization_request_endpoint !== undefined;
  return pushes ? oidc.buildAuthorizationUrlWithPAR(provider, asked) : oidc.buildAuthorizationUrl(provider, asked);
}

/** Initiating User Registration via OpenID Connect 1.0; who does not know it has a link of its own on the page. */
function makesAccounts(provider: oidc.Configuration): boolean {
  const { prompt_values_supported: known } = provider.serverMetadata();
  return Array.isArray(known) && known.includes('create');
}

async function identityOf(provider: oidc.Configuration, config: ProviderConfig, answer: URL, attempt: Attempt): Promise<Identity> {
  const { stepUp } = attempt;
  const answered = await oidc.authorizationCodeGrant(provider, answer, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
    ...(stepUp && { maxAge: stepUp.maxAge }),
  });
  const claims = answered.claims();
  if (!claims || answered.id_token === undefined) throw new Error('no id token');
  await demandPlainIdToken(answered.id_token, answered.access_token, Date.now());
  const { sid, auth_time: at } = claims;
  const acr = acrOf(provider, config, typeof claims.acr === 'string' ? claims.acr : undefined, stepUp);
  return {
    issuer: claims.iss,
    sub: claims.sub,
    ...(typeof sid === 'string' && { sid }),
    ...partyOf(claims, config.partyClaim),
    ...contactOf(claims),
    ...(acr !== undefined && { acr }),
    ...(at !== undefined && { authenticatedAt: at * 1000 }),
    tokens: { idToken: answered.id_token, ...heldTokens(answered) },
    ...lifeOf(answered),
  };
}

/** Only what the provider answers for: an address that anybody may have typed proves nothing. */
function contactOf({ email, email_verified: isVerified, name }: oidc.IDToken): Pick<Identity, 'email' | 'name'> {
  return { ...(isVerified === true && typeof email === 'string' && { email }), ...(typeof name === 'string' && { name }) };
}

/** @throws when a step-up asked for a word and the provider says another. */
function acrOf(provider: oidc.Configuration, config: ProviderConfig, told: string | undefined, stepUp: StepUp | undefined): string | undefined {
  if (stepUp) {
    const asked = askedAcr(provider, config, stepUp);
    if (asked !== undefined && told !== asked) throw new Error('not proven as asked');
    return stepUp.acr;
  }
  const [ours] = Object.entries(config.acr ?? {}).find(([, theirs]) => theirs === told) ?? [];
  return ours ?? told;
}

async function refresh(provider: oidc.Configuration, refreshToken: string, whose: { issuer: string; sub: string }): Promise<Refreshed> {
  if (whose.issuer !== provider.serverMetadata().issuer) throw new RefreshRefused('of another provider');
  const answered = await oidc.refreshTokenGrant(provider, refreshToken).catch((error: unknown) => {
    if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') throw new RefreshRefused(error.error);
    throw error;
  });
  const claims = answered.claims();
  if (claims && claims.sub !== whose.sub) throw new RefreshRefused('of another person');
  if (answered.id_token !== undefined) await demandPlainIdToken(answered.id_token, answered.access_token, Date.now());
  return { tokens: { ...heldTokens(answered), ...(answered.id_token !== undefined && { idToken: answered.id_token }) }, ...lifeOf(answered) };
}

type Answered = Awaited<ReturnType<typeof oidc.refreshTokenGrant>>;

const heldTokens = ({ access_token, refresh_token }: Answered) => ({
  accessToken: access_token,
  ...(refresh_token !== undefined && { refreshToken: refresh_token }),
});

const lifeOf = (answered: Answered) => {
  const seconds = answered.expiresIn();
  return seconds === undefined ? {} : { accessFor: seconds * 1000 };
};
