import { createHmac } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { byAStranger, halfHash, honestly, publicPem, seconds, type Spoil, strangersJwk, text64 } from './hostile-provider.ts';

const EVIL = 'https://evil.test';

const claims = (change: JWTPayload | ((claims: JWTPayload) => JWTPayload)): Spoil => ({
  claims: (plain) => (typeof change === 'function' ? change(plain) : { ...plain, ...change }),
});
const bare = (facts: object, name: string) => Object.fromEntries(Object.entries(facts).filter(([one]) => one !== name));
const without = (name: string): Spoil => claims((plain) => bare(plain, name));
const header = (change: Record<string, unknown>): Spoil => ({ header: (plain) => ({ ...plain, ...change }) });
const signedAs = (change: Record<string, unknown>, signature: (input: string) => string): Spoil => ({
  sign: (payload) => {
    const input = `${text64({ typ: 'JWT', kid: 'k1', ...change })}.${text64(payload)}`;
    return Promise.resolve(`${input}.${signature(input)}`);
  },
});
const hmac = (key: string | Buffer) => (input: string) => createHmac('sha256', key).update(input).digest('base64url');
const stranger = (change: Record<string, unknown>): Spoil => ({ ...header(change), sign: byAStranger });
const nothing = () => '';

/** The ID token says something else than it should. */
const saying: Readonly<Record<string, Spoil>> = {
  'issuer: another': claims({ iss: EVIL }),
  'issuer: with a slash at the end': claims({ iss: 'https://id.test/' }),
  'issuer: over plain http': claims({ iss: 'http://id.test' }),
  'issuer: none': without('iss'),
  'audience: another': claims({ aud: 'another-client' }),
  'audience: none': without('aud'),
  'audience: a list without us': claims({ aud: ['one', 'two'] }),
  'audience: us among others, and no azp': claims({ aud: ['portal', 'another-client'] }),
  'audience: us among others, azp another': claims({ aud: ['portal', 'another-client'], azp: 'another-client' }),
  'audience: an empty list': claims({ aud: [] }),
  'audience: in other letters': claims({ aud: 'PORTAL' }),
  'expiry: past': claims({ exp: seconds() - 120 }),
  'expiry: none': without('exp'),
  'expiry: a word': claims({ exp: 'never' as never }),
  'expiry: before it was made': claims({ exp: 1 }),
  'made: in an hour': claims({ iat: seconds() + 3_600, exp: seconds() + 7_200 }),
  'made: yesterday': claims({ iat: seconds() - 86_400 }),
  'made: never': without('iat'),
  'not before: in an hour': claims({ nbf: seconds() + 3_600 }),
  'nonce: of another sign-in': claims({ nonce: 'of-another-sign-in' }),
  'nonce: none': without('nonce'),
  'nonce: empty': claims({ nonce: '' }),
  'nonce: the right one in a list': claims((plain) => ({ ...plain, nonce: [plain['nonce']] })),
  'subject: none': without('sub'),
  'subject: empty': claims({ sub: '' }),
  'subject: a number': claims({ sub: 7 as never }),
  'at_hash: of another token': claims({ at_hash: halfHash('another') }),
  'at_hash: empty': claims({ at_hash: '' }),
};

/** The ID token is signed as it should not be, or not at all. */
const signed: Readonly<Record<string, Spoil>> = {
  'type: a logout token': header({ typ: 'logout+jwt' }),
  'type: an access token': header({ typ: 'at+jwt' }),
  'alg none': signedAs({ alg: 'none' }, nothing),
  'alg None, in other letters': signedAs({ alg: 'nOnE' }, nothing),
  'alg missing': signedAs({}, nothing),
  'HS256 with the public key as the secret': signedAs({ alg: 'HS256' }, hmac(publicPem)),
  'HS256 with the client secret': signedAs({ alg: 'HS256' }, hmac('secret-of-the-client')),
  'HS256 with nothing': signedAs({ alg: 'HS256' }, hmac('')),
  'the signature cut off': { token: (token) => `${token.split('.').slice(0, 2).join('.')}.` },
  'one letter of the signature': { token: (token) => `${token.slice(0, -6)}${token.at(-6) === 'A' ? 'B' : 'A'}${token.slice(-5)}` },
  'another person after signing': {
    token: (token) => {
      const [head = '', body = '', signature = ''] = token.split('.');
      const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload;
      return [head, text64({ ...said, sub: 'mallory' }), signature].join('.');
    },
  },
  "a stranger's key under the provider's name": stranger({}),
  "a stranger's key under its own name": stranger({ kid: 'k9' }),
  "a stranger's key without a name": stranger({ kid: undefined }),
  'a key brought along': stranger({ jwk: strangersJwk }),
  'a key to be fetched': stranger({ jku: `${EVIL}/jwks` }),
  'a certificate to be fetched': stranger({ x5u: `${EVIL}/cert` }),
  'a certificate brought along': stranger({ x5c: ['MIIB'] }),
  'a name that is a path': stranger({ kid: '../../../../dev/null' }),
  'a name that is a query': stranger({ kid: "' or 1=1 --" }),
  'what must be understood and is not': { sign: (payload, plain) => Promise.resolve(`${text64({ ...plain, crit: ['x'], x: 1 })}.${text64(payload)}.AAAA`) },
  'ES256 said, RSA signed': { ...header({}), sign: async (payload, plain) => (await honestly(payload, plain)).replace(/^[^.]+/, text64({ ...plain, alg: 'ES256' })) },
  'encrypted, five parts': { token: (token) => `${token}.AAAA.AAAA` },
  'two tokens in one': { token: (token) => `${token},${token}` },
};

/** The token endpoint answers with something else. */
const answered: Readonly<Record<string, Spoil>> = {
  'no ID token': { answer: (answer) => bare(answer, 'id_token') },
  'an ID token that is null': { answer: (answer) => ({ ...answer, id_token: null }) },
  'another type of token': { answer: (answer) => ({ ...answer, token_type: 'mac' }) },
  'no access token': { answer: (answer) => bare(answer, 'access_token') },
  'an error with status 200': { answer: () => ({ error: 'invalid_grant' }) },
  'a page': { answer: () => new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } }) },
  'a failure': { answer: () => new Response('', { status: 500 }) },
  'a way elsewhere': { answer: () => new Response('', { status: 302, headers: { location: `${EVIL}/token` } }) },
};

/** What the provider says of itself is not true. */
const discovered: Readonly<Record<string, Spoil>> = {
  'discovery of another issuer': { discovery: (document) => ({ ...document, issuer: EVIL }) },
  'discovery of an issuer with a slash': { discovery: (document) => ({ ...document, issuer: 'https://id.test/' }) },
  'a token endpoint over the open': { discovery: (document) => ({ ...document, token_endpoint: 'http://id.test/token' }) },
  'none and HS256 offered, and used': { discovery: (document) => ({ ...document, id_token_signing_alg_values_supported: ['none', 'HS256'] }), ...signedAs({ alg: 'none' }, nothing) },
  'HS256 offered, with the client secret': { discovery: (document) => ({ ...document, id_token_signing_alg_values_supported: ['HS256'] }), ...signedAs({ alg: 'HS256' }, hmac('secret-of-the-client')) },
  'no keys at all': { jwks: () => [] },
  'a shared key among the public ones': { jwks: () => [{ kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', kid: 'k1', alg: 'HS256' }], ...signedAs({ alg: 'HS256' }, hmac(Buffer.alloc(32))) },
};

export const TOKEN_ATTACKS: Readonly<Record<string, Spoil>> = { ...saying, ...signed, ...answered, ...discovered };
