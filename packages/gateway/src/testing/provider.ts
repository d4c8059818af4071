import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { base64url } from '../sign-on/encoding.ts';

const ISSUER = 'https://id.test';

interface Approval {
  nonce: string;
  challenge: string;
  sub: string;
}

/** An OpenID provider small enough for a test: it approves whoever the test says, and takes each code once. */
export async function aProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const approvals = new Map<string, Approval>();
  const sign = (claims: JWTPayload, typ = 'JWT') =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', typ }).setIssuer(ISSUER).setAudience('portal').setIssuedAt().sign(privateKey);
  const documents: Record<string, unknown> = {
    '/.well-known/openid-configuration': {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      end_session_endpoint: `${ISSUER}/logout`,
      jwks_uri: `${ISSUER}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    },
    '/jwks': { keys: [jwk] },
  };
  const state = { down: false, wrongNonce: false };

  const token = async (body: URLSearchParams): Promise<Response> => {
    const code = body.get('code') ?? '';
    const approval = approvals.get(code);
    approvals.delete(code);
    const verifier = new TextEncoder().encode(body.get('code_verifier') ?? '');
    const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', verifier)));
    if (!approval || approval.challenge !== challenge) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const nonce = state.wrongNonce ? 'of-another-sign-in' : approval.nonce;
    const id_token = await sign({ sub: approval.sub, nonce, sid: `sid-${approval.sub}`, exp: Math.floor(Date.now() / 1000) + 300 });
    return Response.json({ access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token });
  };

  return {
    issuer: ISSUER,
    state,
    fetch: async (url: string, options: object): Promise<Response> => {
      if (state.down) throw new TypeError('refused');
      const { pathname } = new URL(url);
      if (pathname === '/token') return token(new URLSearchParams(String((options as { body?: unknown }).body)));
      const document = documents[pathname];
      return document ? Response.json(document) : new Response('', { status: 404 });
    },
    /** The person says yes; gives back where the browser is sent. */
    approve: (authorize: URL, sub: string): URL => {
      const code = crypto.randomUUID();
      const { searchParams } = authorize;
      approvals.set(code, { nonce: searchParams.get('nonce') ?? '', challenge: searchParams.get('code_challenge') ?? '', sub });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss: ISSUER }).toString();
      return back;
    },
    logoutToken: (claims: JWTPayload, typ?: string) =>
      sign({ jti: crypto.randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims }, typ ?? 'logout+jwt'),
  };
}
