import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { extname } from 'node:path';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { ConfigError } from './config-error.ts';
import { firstIssue } from './first-issue.ts';
import { IdentityProvider, SessionKeys } from './identity-provider.ts';
import { PaymentProvider } from './payment-provider.ts';
import { SellerSetting } from './seller.ts';
import { httpUrl, Upstreams, type UpstreamSetting } from './upstream.ts';

export const TMF_APIS = [
  'TMF620',
  'TMF621',
  'TMF622',
  'TMF623',
  'TMF629',
  'TMF632',
  'TMF635',
  'TMF637',
  'TMF645',
  'TMF646',
  'TMF648',
  'TMF653',
  'TMF654',
  'TMF656',
  'TMF663',
  'TMF666',
  'TMF667',
  'TMF669',
  'TMF670',
  'TMF672',
  'TMF673',
  'TMF676',
  'TMF677',
  'TMF678',
  'TMF679',
  'TMF680',
  'TMF681',
  'TMF683',
  'TMF687',
  'TMF760',
] as const;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const Origin = z
  .string()
  .refine((text) => httpUrl(text) && URL.parse(text)?.origin === text, 'must be an exact origin such as https://www.example');

const Tenant = z.strictObject({
  name: z.string().min(1, 'must not be empty').optional(),
  zone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin').optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR').optional(),
  brand: z.enum(['meridian', 'koral', 'nordlys'], 'must be meridian, koral or nordlys').optional(),
  seller: SellerSetting.optional(),
  consolidation: z.boolean('must be true or false').optional(),
  disputes: z.strictObject({
    goodwill: z.int('must be a whole number of cents').min(0, 'must not be below 0').optional(),
    paidDays: z.int('must be a whole number of days').min(1, 'must be at least 1').max(3650, 'must be at most 3650').optional(),
  }).optional(),
});

const isBlock = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
};
const AddressBlock = z.string().refine(isBlock, 'must be an address or a block of addresses such as 10.0.0.0/8');

const Simulator = z.strictObject({
  enabled: z.boolean('must be true or false').optional(),
  stepSeconds: z.number('must be a number').min(1, 'must be at least 1').max(3600, 'must be at most 3600').optional(),
});

const Flag = z.boolean('must be true or false');

/** How the reference BSS behaves where it runs. */
const EmbeddedBss = z.strictObject({
  levers: Flag.optional(),
  partialContent: Flag.optional(),
  privateCallbacks: Flag.optional(),
});

const DAYS = 'must be a whole number of days from 30 to 3700';
/** Keys as for sessions, newest first; one must stay for as long as records made under it do. */
const Audit = z.strictObject({ keys: SessionKeys.optional(), keepDays: z.int(DAYS).min(30, DAYS).max(3700, DAYS).optional() });

/** Who somebody is, and by what right, is known in one place: references to people bear no system's mark. */
const OF_PEOPLE = ['TMF629', 'TMF632', 'TMF669', 'TMF672'] as const;

function knownInOnePlace(upstreams: Partial<Record<(typeof TMF_APIS)[number], UpstreamSetting[]>>, context: z.RefinementCtx): void {
  for (const api of OF_PEOPLE) {
    if ((upstreams[api]?.length ?? 0) > 1) context.addIssue({ code: 'custom', path: [api], message: 'must be one system' });
  }
}

const MOST = 'must be at most 100000';
const Limits = z.strictObject({
  factor: z.number('must be a number').positive('must be more than 0').max(100_000, MOST).optional(),
  inFlight: z.int('must be a whole number').min(1, 'must be at least 1').max(100_000, MOST).optional(),
});

/** The configuration file, JSON or YAML. Everything may be left out. */
const ConfigFile = z.strictObject({
  tenant: Tenant.optional(),
  embedOrigins: z.array(Origin, 'must be a list of origins').optional(),
  identityProvider: IdentityProvider.optional(),
  sessionKeys: SessionKeys.optional(),
  payments: PaymentProvider.optional(),
  /** A report of the probe, relative to this file: what it calls absent is not offered, what it calls limited is labelled. */
  audit: Audit.optional(),
  capabilities: z.string().min(1, 'must not be empty').optional(),
  upstreams: z.partialRecord(z.enum(TMF_APIS), Upstreams).superRefine(knownInOnePlace).optional(),
  limits: Limits.optional(),
  trustedProxies: z.array(AddressBlock, 'must be a list of addresses').optional(),
  features: z.strictObject({ simulator: Simulator.optional() }).optional(),
  bss: EmbeddedBss.optional(),
});
export type ConfigFile = z.infer<typeof ConfigFile>;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`FACEPLATE_CONFIG: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    return extname(path) === '.json' ? JSON.parse(text) : parseYaml(text, { prettyErrors: false });
  } catch (error) {
    const kind = extname(path) === '.json' ? 'JSON' : 'YAML';
    throw new ConfigError(`FACEPLATE_CONFIG: ${path} is not ${kind}: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
}

/**
 * Reads the file `FACEPLATE_CONFIG` names; an empty file is an empty configuration.
 *
 * @throws {ConfigError} naming the first setting that is wrong or unknown.
 */
export function readConfigFile(path: string): ConfigFile {
  const parsed = ConfigFile.safeParse(parse(path, read(path)) ?? {});
  if (!parsed.success) throw new ConfigError(`FACEPLATE_CONFIG: ${firstIssue(parsed.error)}`);
  return parsed.data;
}
