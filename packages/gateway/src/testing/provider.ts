import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { base64url } from '../sign-on/encoding.ts';

const ISSUER = 'https://id.test';

interface Approval {
  nonce: string;
  challenge: string;
  sub: string;
  acr: string | undefined;
}

const seconds = () => Math.floor(Date.now() / 1000);

/** What a test may set: how the provider behaves, and what it did. */
export interface ProviderState {
  down: boolean;
  wrongNonce: boolean;
  /** Whether refresh tokens are given out, and honoured. */
  refreshTokens: 'none' | 'rotating' | 'refused' | 'down';
  /** Seconds an access token is good for. */
  expiresIn: number;
  refreshes: number;
  /** How many of those asked with a token used before. */
  reused: number;
  /** Seconds since the person proved who they are. */
  authAge: number;
  /** What the provider says of the person besides. */
  claims: JWTPayload;
  /** Held back until it is fulfilled. */
  refreshGate: Promise<void> | undefined;
}

const discovery = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  end_session_endpoint: `${ISSUER}/logout`,
  jwks_uri: `${ISSUER}/jwks`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
  acr_values_supported: ['urn:faceplate:fresh', 'gold'],
  prompt_values_supported: ['none', 'login', 'create'],
};

const challengeOf = async (verifier: string) =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

const invalidGrant = () => Response.json({ error: 'invalid_grant' }, { status: 400 });

/** An OpenID provider small enough for a test: it approves whoever the test says, and takes each code once. */
export async function aProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const approvals = new Map<string, Approval>();
  const refreshable = new Map<string, string>();
  const state: ProviderState = { down: false, wrongNonce: false, refreshTokens: 'none', expiresIn: 300, refreshes: 0, reused: 0, authAge: 0, claims: {}, refreshGate: undefined };
  const sign = (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
    new SignJWT({ iss: ISSUER, aud: 'portal', iat: seconds(), ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header }).sign(privateKey);

  const issue = async (sub: string, claims: JWTPayload) => {
    const proof = { sid: `sid-${sub}`, auth_time: seconds() - state.authAge };
    const answer = { access_token: `access-${crypto.randomUUID()}`, token_type: 'Bearer', expires_in: state.expiresIn };
    const id_token = await sign({ sub, ...proof, ...state.claims, exp: seconds() + 300, ...claims });
    if (state.refreshTokens === 'none') return Response.json({ ...answer, id_token });
    const refresh_token = crypto.randomUUID();
    refreshable.set(refresh_token, sub);
    return Response.json({ ...answer, id_token, refresh_token });
  };

  const codeGrant = async (body: URLSearchParams): Promise<Response> => {
    const code = body.get('code') ?? '';
    const approval = approvals.get(code);
    approvals.delete(code);
    if (!approval || approval.challenge !== (await challengeOf(body.get('code_verifier') ?? ''))) return invalidGrant();
    const nonce = state.wrongNonce ? 'of-another-sign-in' : approval.nonce;
    return issue(approval.sub, { nonce, ...(approval.acr !== undefined && { acr: approval.acr }) });
  };

  const refreshGrant = async (body: URLSearchParams): Promise<Response> => {
    state.refreshes += 1;
    await state.refreshGate;
    if (state.refreshTokens === 'down') throw new TypeError('refused');
    const token = body.get('refresh_token') ?? '';
    const sub = refreshable.get(token);
    if (sub === undefined) state.reused += 1;
    // Each is good once, as rotation has it.
    refreshable.delete(token);
    return sub === undefined || state.refreshTokens === 'refused' ? invalidGrant() : issue(sub, {});
  };

  return {
    issuer: ISSUER,
    state,
    sign,
    fetch: async (url: string, options: object): Promise<Response> => {
      if (state.down) throw new TypeError('refused');
      const { pathname } = new URL(url);
      if (pathname === '/.well-known/openid-configuration') return Response.json(discovery);
      if (pathname === '/jwks') return Response.json({ keys: [jwk] });
      if (pathname !== '/token') return new Response('', { status: 404 });
      const body = new URLSearchParams(String((options as { body?: unknown }).body));
      return body.get('grant_type') === 'refresh_token' ? refreshGrant(body) : codeGrant(body);
    },
    /** The person says yes; gives back where the browser is sent. */
    approve: (authorize: URL, sub: string, acr?: string): URL => {
      const code = crypto.randomUUID();
      const { searchParams } = authorize;
      approvals.set(code, { nonce: searchParams.get('nonce') ?? '', challenge: searchParams.get('code_challenge') ?? '', sub, acr });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss: ISSUER }).toString();
      return back;
    },
    logoutToken: (claims: JWTPayload, typ = 'logout+jwt') =>
      sign({ jti: crypto.randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims }, { typ }),
    /** A host's own access token. */
    accessToken: (claims: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}) =>
      sign({ sub: 'anna', aud: 'https://portal.test/api', exp: seconds() + 300, client_id: 'host', jti: crypto.randomUUID(), ...claims }, { typ: 'at+jwt', ...header }),
  };
}
