import { decodeJwt, decodeProtectedHeader } from 'jose';
import { base64url } from './encoding.ts';

/** Signatures we believe: asymmetric, and none that is broken. Whatever a provider's metadata may list besides. */
export const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** Seconds. An ID token is taken the moment it is made; clocks may differ by this much. */
const SKEW = 60;
const OLDEST = 600;

/**
 * What the library leaves open: type, algorithm and age of the token, and that the access token beside it is the one it
 * was issued with. Issuer, audience, nonce, expiry and signature are the library's part.
 *
 * @throws when the token is not the ID token of this very answer.
 */
export async function demandPlainIdToken(idToken: string, accessToken: string | undefined, now: number): Promise<void> {
  const { alg = '', typ = 'JWT' } = decodeProtectedHeader(idToken);
  if (!ALGORITHMS.includes(alg) || typ.toUpperCase() !== 'JWT') throw new Error('id token: algorithm or type');
  const { iat, sub, at_hash: hash } = decodeJwt(idToken);
  demandAge(iat, now);
  // OpenID Connect Core, 2: a name of somebody, of 255 letters at most.
  if (!/^.{1,255}$/s.test(sub ?? '')) throw new Error('id token: subject');
  if (hash !== undefined && hash !== (await halfHash(accessToken ?? '', alg))) throw new Error('id token: at_hash');
}

function demandAge(iat: number | undefined, now: number): void {
  const age = now / 1000 - (iat ?? 0);
  if (age < -SKEW || age > OLDEST) throw new Error('id token: age');
}

/** The left half of the hash that goes with the signature (OpenID Connect Core, 3.1.3.6). */
async function halfHash(text: string, alg: string): Promise<string> {
  const bits = /\d{3}$/.exec(alg)?.[0] ?? '512';
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, new TextEncoder().encode(text)));
  return base64url(digest.subarray(0, digest.length / 2));
}
