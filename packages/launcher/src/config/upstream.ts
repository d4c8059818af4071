import * as z from 'zod';
import { said } from './said.ts';
import { secret } from './secret.ts';

export const httpUrl = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
const Url = z.string().refine(httpUrl, 'must be an http or https address');
const Text = z.string().min(1, 'must not be empty');
const Milliseconds = z.int('must be a whole number').min(50, 'must be at least 50').max(10_000, 'must be at most 10000');

/** How the gateway gets its tokens there (RFC 6749 4.4). */
const OAuth = z.strictObject({ tokenUrl: Url, clientId: Text, clientSecret: Text, scope: Text.optional() });

/** PEM texts, as a rule `file:/path`: who signs that server's certificate where no public authority does, and what we show of ourselves. */
const Tls = z
  .strictObject({ ca: Text.optional(), cert: Text.optional(), key: Text.optional() })
  .refine(({ cert, key }) => (cert === undefined) === (key === undefined), 'must have cert and key together');

/** Milliseconds, where a system needs others than 500 to connect, 2500 for a read and 8000 for an order. */
const Timeouts = z.strictObject({ connect: Milliseconds.optional(), read: Milliseconds.optional(), write: Milliseconds.optional() });

/** How often a read that failed is tried again at most, and as what share of all reads; 2 and 0.1 when left out. */
const Retries = z.strictObject({
  most: z.int('must be a whole number').min(0, 'must be at least 0').max(5, 'must be at most 5').optional(),
  share: z.number('must be a number').min(0, 'must be at least 0').max(1, 'must be at most 1').optional(),
});

/**
 * It tells us of changes over its hub. Who knows the secret can make pages ask again, and no more; `signed` where that
 * system signs what it sends (`x-hub-signature`). A proxy that asks for its certificate before `/hub` is better still.
 */
const Hub = z.strictObject({
  secret: z.string().min(16, 'must have at least 16 characters'),
  signed: z.boolean('must be true or false').optional(),
});

/** One system of the operator's that answers a TM Forum API. */
export const Upstream = z
  .strictObject({
    /** Where the API's resources stand: `https://bss.example/tmf-api/customerBillManagement/v4`, or the server alone. */
    url: Url,
    /** Which generation of the API it speaks; v4 when left out. */
    version: z.enum(['v4', 'v5'], 'must be v4 or v5').optional(),
    token: Text.optional(),
    oauth: OAuth.optional(),
    tls: Tls.optional(),
    timeouts: Timeouts.optional(),
    retries: Retries.optional(),
    /** It acts once on POSTs with the same `Idempotency-Key`, so that a lost answer may be asked for again. */
    heedsKeys: z.boolean('must be true or false').optional(),
    hub: Hub.optional(),
    /** In the operator's words; customers read it as the origin of their data. */
    name: Text.optional(),
  })
  .refine(({ token, oauth }) => token === undefined || oauth === undefined, 'must have token or oauth, not both');
export type UpstreamSetting = z.infer<typeof Upstream>;

const named = (systems: readonly UpstreamSetting[]): boolean => {
  const names = systems.flatMap(({ name }) => name ?? []);
  return systems.length === 1 || new Set(names).size === systems.length;
};

const Several = z
  .array(Upstream)
  .min(1, 'must name a system')
  .max(8, 'must name at most 8 systems')
  .refine(named, 'must give each system a name of its own');

/** One system, or a list of those that answer one API together: customers tell them apart by name, and so do ids. */
export const Upstreams = z.unknown().transform((value, context): UpstreamSetting[] => {
  const parsed = Array.isArray(value) ? Several.safeParse(value) : Upstream.transform((one) => [one]).safeParse(value);
  if (parsed.success) return parsed.data;
  // As if they had been found here: the path to them is the setting's own.
  for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as (typeof context.issues)[number]);
  return z.NEVER;
});

/** The same with its secrets in place of the addresses of them. */
export function withSecrets(place: string, upstream: UpstreamSetting, env: NodeJS.ProcessEnv): UpstreamSetting {
  const { token, oauth, tls, hub } = upstream;
  const kept = (name: string, text: string) => secret(`${place}.${name}`, text, env);
  return {
    ...upstream,
    ...(token && { token: kept('token', token) }),
    ...(hub && { hub: { ...hub, secret: kept('hub.secret', hub.secret) } }),
    ...(oauth && { oauth: { ...oauth, clientSecret: kept('oauth.clientSecret', oauth.clientSecret) } }),
    ...(tls && { tls: Object.fromEntries(Object.entries(said(tls)).map(([name, text]) => [name, kept(`tls.${name}`, text)])) }),
  };
}
