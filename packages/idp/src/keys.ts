import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWKS } from 'oidc-provider';

const generate = promisify(generateKeyPair);

/** A fresh private signing key set. RS256, the one algorithm every OpenID client must know. */
export async function createKeys(): Promise<JWKS> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(String(jwk.n)).digest('base64url').slice(0, 16);
  return { keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256' }] };
}

/** The half of each key that may be shown. */
export function publicKeys({ keys }: JWKS): JWKS {
  return { keys: keys.map(({ kty, n, e, kid, use, alg }) => ({ kty, n, e, kid, use, alg })) };
}

/** Signs the cookies. Derived, so that whoever keeps the signing keys keeps the cookies valid too. */
export function cookieKey(keys: JWKS): string {
  return createHash('sha256').update('fp-idp cookies').update(JSON.stringify(keys)).digest('base64url');
}
