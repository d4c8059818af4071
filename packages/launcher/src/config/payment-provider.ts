import type { ReferenceProvider } from '@faceplate/gateway';
import * as z from 'zod';
import { ConfigError } from './config-error.ts';
import { said } from './said.ts';
import { secret } from './secret.ts';
import { httpUrl } from './upstream.ts';

const Text = z.string().min(1, 'must not be empty');

/** Who takes payments, and the protocol it speaks: a provider with a protocol of its own needs an adapter of its own. */
const Provider = z.strictObject({
  provider: z.literal('reference', 'must be reference'),
  url: z.string().refine((text) => httpUrl(text) && URL.parse(text)?.origin === text, 'must be an exact origin such as https://pay.example'),
  /** Ours as its merchant. */
  secret: Text,
  /** What it signs its news with. */
  webhookSecret: Text,
  /** As customers know it. */
  name: Text.optional(),
});

/** `none`: nothing can be paid in the portal. */
export const PaymentProvider = z.unknown().transform((value, context): 'none' | z.infer<typeof Provider> => {
  if (value === 'none') return value;
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isGroup) context.addIssue({ code: 'custom', message: 'must be none, or name a provider' });
  const parsed = Provider.safeParse(value);
  if (parsed.success) return parsed.data;
  // As if they had been found here: the path to them is the setting's own.
  for (const issue of isGroup ? parsed.error.issues : []) context.issues.push({ ...issue, input: value } as (typeof context.issues)[number]);
  return z.NEVER;
});
export type PaymentProviderSetting = z.infer<typeof PaymentProvider>;

/** The same with its secrets in place of the addresses of them. */
export type PaymentProviderConfig = Omit<ReferenceProvider, 'fetch'>;

/**
 * Without a setting: the reference provider on a machine that nobody else reaches, else nobody.
 *
 * @throws {ConfigError} naming the secret that is nowhere.
 */
export function paymentsOf(setting: PaymentProviderSetting | undefined, isForTrying: boolean, env: NodeJS.ProcessEnv): 'embedded' | 'none' | PaymentProviderConfig {
  if (setting === undefined) return isForTrying ? 'embedded' : 'none';
  if (setting === 'none') return 'none';
  const { provider: _protocol, ...rest } = setting;
  return {
    ...said(rest),
    secret: longSecret('payments.secret', rest.secret, env),
    webhookSecret: longSecret('payments.webhookSecret', rest.webhookSecret, env),
  };
}

function longSecret(name: string, place: string, env: NodeJS.ProcessEnv): string {
  const text = secret(name, place, env);
  if (text.length >= 16) return text;
  throw new ConfigError(`FACEPLATE_CONFIG: ${name} must have at least 16 characters`);
}
