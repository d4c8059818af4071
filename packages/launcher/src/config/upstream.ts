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

/** One system of the operator's that answers a TM Forum API. */
export const Upstream = z
  .strictObject({
    /** Where the API's resources stand: `https://bss.example/tmf-api/customerBillManagement/v4`, or the server alone. */
    url: Url,
    version: z.literal('v4', 'must be v4').optional(),
    token: Text.optional(),
    oauth: OAuth.optional(),
    tls: Tls.optional(),
    timeouts: Timeouts.optional(),
    retries: Retries.optional(),
    /** It acts once on POSTs with the same `Idempotency-Key`, so that a lost answer may be asked for again. */
    heedsKeys: z.boolean('must be true or false').optional(),
    /** In the operator's words; customers read it as the origin of their data. */
    name: Text.optional(),
  })
  .refine(({ token, oauth }) => token === undefined || oauth === undefined, 'must have token or oauth, not both');
export type UpstreamSetting = z.infer<typeof Upstream>;

/** The same with its secrets in place of the addresses of them. */
export function withSecrets(place: string, upstream: UpstreamSetting, env: NodeJS.ProcessEnv): UpstreamSetting {
  const { token, oauth, tls } = upstream;
  const kept = (name: string, text: string) => secret(`${place}.${name}`, text, env);
  return {
    ...upstream,
    ...(token && { token: kept('token', token) }),
    ...(oauth && { oauth: { ...oauth, clientSecret: kept('oauth.clientSecret', oauth.clientSecret) } }),
    ...(tls && { tls: Object.fromEntries(Object.entries(said(tls)).map(([name, text]) => [name, kept(`tls.${name}`, text)])) }),
  };
}
