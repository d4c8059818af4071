import type { ProviderConfig, SealKey } from '@faceplate/gateway/node';
import * as z from 'zod';
import { ConfigError } from './config-error.ts';
import { said } from './said.ts';
import { secret } from './secret.ts';
import { httpUrl } from './upstream.ts';

const Text = z.string().min(1, 'must not be empty');

/** The operator's own identity provider: any with OpenID Connect discovery. */
export const IdentityProvider = z
  .strictObject({
    issuer: z.string().refine(httpUrl, 'must be an http or https address'),
    clientId: Text,
    clientSecret: Text.optional(),
    /** A private key of ours as a JWK with `kid` and `alg`, instead of a secret. */
    clientKey: Text.optional(),
    scope: z.string().regex(/^openid( [\w:./-]+)*$/, 'must begin with openid').optional(),
    /** What access tokens of a host's own must be made for; without it none is taken. */
    audience: Text.optional(),
    /** The claim that names the person's party (TMF632 individual) where `sub` does not. */
    partyClaim: Text.optional(),
    /** Our word for how a person proved who they are → the provider's. */
    acr: z.record(z.string(), Text).optional(),
  })
  .refine(({ clientSecret, clientKey }) => (clientSecret === undefined) !== (clientKey === undefined), 'must have clientSecret or clientKey, and not both');
export type IdentityProviderSetting = z.infer<typeof IdentityProvider>;

/** The same with its secrets in place of the addresses of them. */
export type IdentityProviderConfig = Omit<ProviderConfig, 'redirectUri' | 'fetch'>;

const PrivateKey = z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), d: z.string(), alg: z.string(), kid: z.string() });

function clientKey(setting: string, env: NodeJS.ProcessEnv): NonNullable<ProviderConfig['clientKey']> {
  const text = secret('identityProvider.clientKey', setting, env);
  try {
    return PrivateKey.parse(JSON.parse(text));
  } catch {
    // Neither the text nor what is wrong with it: it is a secret.
    throw new ConfigError('FACEPLATE_CONFIG: identityProvider.clientKey must be a private JWK with kty, d, alg and kid');
  }
}

/** @throws {ConfigError} naming the secret that is nowhere, or no key. */
export function identityProviderOf(setting: IdentityProviderSetting, env: NodeJS.ProcessEnv): IdentityProviderConfig {
  const { issuer, clientId, clientSecret, clientKey: key, ...rest } = setting;
  return {
    issuer,
    clientId,
    ...(said(rest) as Pick<IdentityProviderConfig, 'scope' | 'audience' | 'acr' | 'partyClaim'>),
    ...(clientSecret !== undefined && { clientSecret: secret('identityProvider.clientSecret', clientSecret, env) }),
    ...(key !== undefined && { clientKey: clientKey(key, env) }),
  };
}

/** Seals what rests of sessions. The first seals, all open; a new one is put first, an old one removed ten hours later. */
export const SessionKeys = z
  .array(z.strictObject({ id: z.string().regex(/^[\w-]{1,20}$/, 'must be up to 20 letters, digits, - and _'), secret: Text }), 'must be a list of keys')
  .min(1, 'must have a key');

/** @throws {ConfigError} for a key that is nowhere, or not of 32 bytes. */
export function sessionKeysOf(setting: z.infer<typeof SessionKeys>, env: NodeJS.ProcessEnv, name = 'sessionKeys'): SealKey[] {
  return setting.map(({ id, secret: place }) => {
    const text = secret(`${name}.${id}`, place, env);
    if (/^[\w-]{43}$/.test(text)) return { id, secret: text };
    throw new ConfigError(`FACEPLATE_CONFIG: ${name}.${id} must be 32 random bytes in base64url (43 letters)`);
  });
}
