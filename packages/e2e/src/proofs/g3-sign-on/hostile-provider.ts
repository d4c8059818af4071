import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export type Header = Partial<JWTHeaderParameters> & { alg: string };

/** Where an attack lays its hand on an otherwise honest provider. Each step is left as it is when not named. */
export interface Spoil {
  discovery?: (document: Record<string, unknown>) => Record<string, unknown>;
  jwks?: (keys: JWK[]) => JWK[];
  claims?: (claims: JWTPayload) => JWTPayload;
  header?: (header: Header) => Header;
  /** In the place of an honest signature. */
  sign?: (claims: JWTPayload, header: Header) => Promise<string>;
  /** What has been signed already. */
  token?: (token: string) => string;
  answer?: (answer: Record<string, unknown>) => Record<string, unknown> | Response;
  /** Where the browser is sent with its code. */
  back?: (address: URL) => URL;
}

interface Approval {
  nonce: string;
  challenge: string;
  sub: string;
  acr?: string;
}

export const seconds = (): number => Math.floor(Date.now() / 1000);
export const text64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const honest = await generateKeyPair('RS256', { extractable: true });
const stranger = await generateKeyPair('RS256', { extractable: true });
export const publicPem = await exportSPKI(honest.publicKey);
export const strangersJwk: JWK = { ...(await exportJWK(stranger.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
const honestJwk: JWK = { ...(await exportJWK(honest.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };

const signedBy = (key: CryptoKey) => (claims: JWTPayload, header: Header) => new SignJWT(claims).setProtectedHeader(header).sign(key);
export const honestly = signedBy(honest.privateKey);
export const byAStranger = signedBy(stranger.privateKey);

/** Half a hash, as `at_hash` has it. */
export const halfHash = (text: string): string => createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

/** A provider that approves whom it is told to, takes each code once, and lies as it is told to. */
export class HostileProvider {
  readonly issuer: string;
  readonly clientId: string;
  spoil: Spoil = {};
  /** Refresh tokens are given out; each is good once. */
  refreshes = 0;
  reused = 0;
  /** Seconds an access token is good for. */
  expiresIn = 300;
  readonly #approvals = new Map<string, Approval>();
  readonly #refreshable = new Map<string, string>();

  constructor(issuer = 'https://id.test', clientId = 'portal') {
    this.issuer = issuer;
    this.clientId = clientId;
  }

  readonly fetch = async (address: string, options: { body?: unknown } = {}): Promise<Response> => {
    const { pathname } = new URL(address);
    if (pathname.endsWith('/.well-known/openid-configuration')) return Response.json(this.#discovery());
    if (pathname === '/jwks') return Response.json({ keys: this.spoil.jwks?.([honestJwk]) ?? [honestJwk] });
    if (pathname !== '/token') return new Response('', { status: 404 });
    const body = new URLSearchParams(String(options.body));
    return body.get('grant_type') === 'refresh_token' ? this.#refresh(body) : this.#redeem(body);
  };

  /** The person says yes; where the browser is sent. */
  approve(authorize: URL, sub = 'anna', acr?: string): URL {
    const code = randomUUID();
    const { searchParams } = authorize;
    const [nonce = '', challenge = '', state = ''] = ['nonce', 'code_challenge', 'state'].map((name) => searchParams.get(name) ?? '');
    this.#approvals.set(code, { nonce, challenge, sub, ...(acr !== undefined && { acr }) });
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ code, state, iss: this.issuer }).toString();
    return this.spoil.back?.(back) ?? back;
  }

  /** A token of the provider's own making, whatever it says. */
  token(claims: JWTPayload, header: Partial<Header> = {}): Promise<string> {
    return honestly({ iss: this.issuer, aud: this.clientId, iat: seconds(), exp: seconds() + 300, ...claims }, { alg: 'RS256', kid: 'k1', typ: 'JWT', ...header });
  }

  logoutToken(claims: JWTPayload, header: Partial<Header> = {}): Promise<string> {
    return this.token({ jti: randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims }, { typ: 'logout+jwt', ...header });
  }

  #discovery(): Record<string, unknown> {
    const document = {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      end_session_endpoint: `${this.issuer}/logout`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      acr_values_supported: ['urn:faceplate:fresh'],
      authorization_response_iss_parameter_supported: true,
    };
    return this.spoil.discovery?.(document) ?? document;
  }

  async #redeem(body: URLSearchParams): Promise<Response> {
    const code = body.get('code') ?? '';
    const approval = this.#approvals.get(code);
    this.#approvals.delete(code);
    const challenge = createHash('sha256').update(body.get('code_verifier') ?? '').digest('base64url');
    if (!approval || approval.challenge !== challenge) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    return this.#issue(approval.sub, { nonce: approval.nonce, ...(approval.acr !== undefined && { acr: approval.acr }) });
  }

  async #refresh(body: URLSearchParams): Promise<Response> {
    this.refreshes += 1;
    const token = body.get('refresh_token') ?? '';
    const sub = this.#refreshable.get(token);
    this.#refreshable.delete(token);
    if (sub !== undefined) return this.#issue(sub, {});
    this.reused += 1;
    return Response.json({ error: 'invalid_grant' }, { status: 400 });
  }

  async #issue(sub: string, proof: JWTPayload): Promise<Response> {
    const { spoil } = this;
    const access_token = `access-${randomUUID()}`;
    const refresh_token = randomUUID();
    this.#refreshable.set(refresh_token, sub);
    const plain = { iss: this.issuer, aud: this.clientId, sub, iat: seconds(), exp: seconds() + 300, auth_time: seconds(), sid: `sid-${sub}`, at_hash: halfHash(access_token), ...proof };
    const signed = await this.#signed(plain);
    const answer = { access_token, token_type: 'Bearer', expires_in: this.expiresIn, refresh_token, id_token: spoil.token?.(signed) ?? signed };
    const spoilt = spoil.answer?.(answer) ?? answer;
    return spoilt instanceof Response ? spoilt : Response.json(spoilt);
  }

  async #signed(plain: JWTPayload): Promise<string> {
    const { claims, header, sign = honestly } = this.spoil;
    const usual: Header = { alg: 'RS256', kid: 'k1', typ: 'JWT' };
    return sign(claims?.(plain) ?? plain, header?.(usual) ?? usual);
  }
}
