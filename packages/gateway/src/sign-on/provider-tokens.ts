import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { UpstreamProblem } from '../upstream/problem.ts';
import { ALGORITHMS } from './id-token.ts';

/** The provider's tokens of one session. They never leave the server but for the ID token at sign-out. */
export interface Tokens {
  idToken: string;
  accessToken?: string;
  refreshToken?: string;
}

export interface LogoutNotice {
  issuer: string;
  sub?: string;
  sid?: string;
  jti: string;
}

/** What a host's own access token says of its person. Times are milliseconds since 1970. */
export interface Bearer {
  sub: string;
  party?: string;
  endsAt: number;
  acr?: string;
  authenticatedAt?: number;
}

/** Whose tokens, to whom. */
export interface Between {
  keys: JWTVerifyGetKey;
  issuer: string;
  audience: string;
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * OpenID Connect Back-Channel Logout 1.0, 2.6: type, event, no nonce, a subject or a session.
 *
 * @throws for anything else.
 */
export async function readLogoutToken(token: string, { keys, issuer, audience }: Between): Promise<LogoutNotice> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    typ: 'logout+jwt',
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: '5 minutes',
    clockTolerance: 30,
  });
  return noticeOf(payload, issuer);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function noticeOf({ sub, sid, jti, events, nonce }: JWTPayload, issuer: string): LogoutNotice {
  const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events;
  if (!isLogout || nonce !== undefined || !isText(jti)) throw new Error('no logout token');
  if (!isText(sub) && !isText(sid)) throw new Error('logout of nobody');
  return { issuer, jti, ...(isText(sid) && { sid }), ...(isText(sub) && { sub }) };
}

/**
 * A JWT access token (RFC 9068) made for this API by this tenant's provider; `undefined` for anything else.
 *
 * @throws {UpstreamProblem} when the provider's keys cannot be had.
 */
export async function readBearerToken(token: string, { keys, issuer, audience }: Between, partyClaim?: string): Promise<Bearer | undefined> {
  const facts = { issuer, audience, algorithms: ALGORITHMS, typ: 'at+jwt', requiredClaims: ['sub', 'iat', 'exp'], maxTokenAge: '1 hour', clockTolerance: 5 };
  const verified = await jwtVerify(token, keys, facts).catch(unusable);
  return verified && bearerOf(verified.payload, partyClaim);
}

/**
 * Whose data it is: the claim the operator has chosen, else `sub`.
 *
 * @throws when the claim is chosen and names nobody: `sub` may then be another party's id by chance.
 */
export function partyOf(claims: Readonly<Record<string, unknown>>, partyClaim: string | undefined): { party?: string } {
  if (partyClaim === undefined) return {};
  const party = claims[partyClaim];
  if (!isText(party)) throw new Error('nobody of the operator’s');
  return { party };
}

function bearerOf(payload: JWTPayload, partyClaim: string | undefined): Bearer | undefined {
  const { sub, exp = 0, cnf, acr, auth_time: at } = payload;
  // Bound to a key that the caller does not prove to have: as a plain bearer it may be stolen.
  if (!isText(sub) || cnf !== undefined) return undefined;
  if (partyClaim !== undefined && !isText(payload[partyClaim])) return undefined;
  return { sub, ...partyOf(payload, partyClaim), endsAt: exp * 1000, ...(typeof acr === 'string' && { acr }), ...(typeof at === 'number' && { authenticatedAt: at * 1000 }) };
}

function unusable(error: unknown): undefined {
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
  throw new UpstreamProblem('unreachable', 'The sign-in service', 'no keys');
}
