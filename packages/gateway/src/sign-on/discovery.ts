import { importJWK, type JWK } from 'jose';
import * as oidc from 'openid-client';

export interface ProviderConfig {
  /** Exact issuer URL; its discovery document says the rest. */
  issuer: string;
  clientId: string;
  /** A shared secret, or… */
  clientSecret?: string;
  /** …better, a private key of ours as a JWK with `alg` and `kid`: then nothing that signs us in ever leaves. */
  clientKey?: JWK;
  /** `${publicUrl}/auth/callback`, as registered there. */
  redirectUri: string;
  /** What is asked for; `openid profile` when left out. Many providers give refresh tokens for `offline_access` alone. */
  scope?: string;
  /** What access tokens of a host's own must be made for; without it none is taken. */
  audience?: string;
  /** The claim that names the person's party at the operator, where `sub` does not. */
  partyClaim?: string;
  /** Our word for how a person proved who they are → the provider's. */
  acr?: Readonly<Record<string, string>>;
  /** How the provider is reached; a pool in Node, the provider itself in tests. */
  fetch?: (url: string, options: object) => Promise<Response>;
}

/** Finds the provider. Plain http is for one on this very machine; anywhere else the library refuses it. */
export async function discover(config: ProviderConfig): Promise<oidc.Configuration> {
  const url = new URL(config.issuer);
  const loopback = url.protocol === 'http:' && (['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) || url.hostname.endsWith('.localhost'));
  return oidc.discovery(url, config.clientId, undefined, await clientAuthentication(config), {
    timeout: 5,
    // Not only the connection vouches for an ID token: its signature does too.
    execute: [oidc.enableNonRepudiationChecks, ...(loopback ? [oidc.allowInsecureRequests] : [])],
    ...(config.fetch && { [oidc.customFetch]: config.fetch }),
  });
}

async function clientAuthentication({ clientKey, clientSecret }: ProviderConfig): Promise<oidc.ClientAuth> {
  if (clientKey) {
    const key = await importJWK(clientKey, clientKey.alg);
    if (key instanceof Uint8Array) throw new Error('the client key must be a private key, not a shared one');
    return oidc.PrivateKeyJwt({ key, ...(clientKey.kid !== undefined && { kid: clientKey.kid }) });
  }
  if (clientSecret === undefined) throw new Error('a client secret or a client key is needed');
  return oidc.ClientSecretBasic(clientSecret);
}
