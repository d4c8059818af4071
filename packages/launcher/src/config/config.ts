import { dirname, resolve } from 'node:path';
import type { Seller } from '@faceplate/gateway';
import { capabilitiesOf } from './capabilities.ts';
import { readEnvironment } from './environment.ts';
import { type ConfigFile, readConfigFile } from './file.ts';
import { identityProviderOf, sessionKeysOf } from './identity-provider.ts';
import { paymentsOf } from './payment-provider.ts';
import { said } from './said.ts';
import { isLoopback, refuseUnsafe } from './safety.ts';
import { demoSeller } from './seller.ts';
import { withSecrets } from './upstream.ts';
import type { Config } from './settings.ts';
import { defaultWorld } from './world.ts';

export type { Config } from './settings.ts';

/** Least time between two steps of one order or ticket: an evaluator sees an order done within a minute. */
const STEP_SECONDS = 8;

/** In production a balancer stands before us; it asks whether we are ready every few seconds. */
const DRAIN_SECONDS = 3;

/** What `pnpm start` means where nothing is said. */
export const defaults = {
  production: false,
  host: '127.0.0.1',
  port: 8080,
  drainSeconds: 0,
  world: defaultWorld,
  worldAsked: false,
  tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', brand: 'meridian' },
  embedOrigins: [],
  upstreams: {},
  // Thirteen months: a year can be looked back upon whole.
  audit: { keepDays: 396 },
  limits: { factor: 1, inFlight: 4 },
  trustedProxies: [],
  payments: 'embedded',
  simulator: { enabled: true, stepSeconds: STEP_SECONDS },
  bss: { levers: false, partialContent: false, privateCallbacks: false },
} satisfies Partial<Config>;

/** What the reference BSS does with small disputes; another system's customers are promised nothing that nobody wrote down. */
const OUR_TERMS = { goodwill: 2500 };

/** Who sends the bills. The operator that is made up for an evaluation has somebody; nobody is made up for a real one's. */
function sellerOf({ tenant, upstreams }: ConfigFile, production: boolean): Pick<Config['tenant'], 'seller'> {
  if (tenant?.seller) return { seller: tenant.seller as Seller };
  return production || upstreams?.TMF678 ? {} : { seller: demoSeller(tenant?.name ?? defaults.tenant.name) };
}

/** Another billing system promises nothing: whether it makes one bill for several accounts, its operator says. */
const ours = ['TMF666', 'TMF678'] as const;

function tenantOf(file: ConfigFile, production: boolean): Config['tenant'] {
  const { seller: _seller, disputes, ...tenant } = file.tenant ?? {};
  return { ...defaults.tenant, ...said(tenant), ...sellerOf(file, production), disputes: { ...(file.upstreams?.TMF621 ? {} : OUR_TERMS), ...said(disputes) }, consolidation: tenant.consolidation ?? !ours.some((api) => file.upstreams?.[api]) };
}

function credentials(file: ConfigFile, env: NodeJS.ProcessEnv): Pick<Config, 'identityProvider' | 'sessionKeys' | 'upstreams'> {
  const { identityProvider: provider, sessionKeys, upstreams = {} } = file;
  return {
    upstreams: Object.fromEntries(Object.entries(upstreams).map(([api, systems]) => [api, systems.map((one) => withSecrets(`upstreams.${api}`, one, env))])),
    ...(provider && { identityProvider: identityProviderOf(provider, env) }),
    ...(sessionKeys && { sessionKeys: sessionKeysOf(sessionKeys, env) }),
  };
}

function auditOf({ audit: { keepDays, keys } = {} }: ConfigFile, env: NodeJS.ProcessEnv): Config['audit'] {
  return { keepDays: keepDays ?? defaults.audit.keepDays, ...(keys && { keys: sessionKeysOf(keys, env, 'audit.keys') }) };
}

/** A factor is for all that is built in; what is said in figures stands. */
function limitsOf({ limits: { factor = defaults.limits.factor, inFlight } = {} }: ConfigFile): Config['limits'] {
  return { factor, inFlight: inFlight ?? Math.max(1, Math.round(defaults.limits.inFlight * factor)) };
}

/**
 * Reads environment and configuration file.
 *
 * @throws {ConfigError} with the one line that names what is wrong, unknown or unsafe.
 */
export function readConfig(env: NodeJS.ProcessEnv, folder: string): Config {
  const environment = readEnvironment(env);
  const path = environment.FACEPLATE_CONFIG;
  const file = path === undefined ? {} : readConfigFile(resolve(folder, path));
  const production = environment.NODE_ENV === 'production';
  const config: Config = {
    ...defaults,
    ...(production && { drainSeconds: DRAIN_SECONDS }),
    ...said({
      host: environment.HOST,
      port: environment.PORT,
      publicUrl: environment.PUBLIC_URL,
      metricsPort: environment.METRICS_PORT,
      pspPort: environment.PSP_PORT,
      pspSecret: environment.PSP_SECRET,
      databaseUrl: environment.DATABASE_URL,
      drainSeconds: environment.DRAIN_SECONDS,
      tmfToken: environment.TMF_TOKEN,
      world: environment.FACEPLATE_WORLD,
      embedOrigins: file.embedOrigins,
      trustedProxies: file.trustedProxies,
    }),
    production,
    dataFolder: resolve(folder, environment.FACEPLATE_DATA ?? '.data'),
    worldAsked: environment.FACEPLATE_WORLD !== undefined,
    tenant: tenantOf(file, production),
    payments: paymentsOf(file.payments, !production && isLoopback(environment.HOST ?? defaults.host), env),
    audit: auditOf(file, env),
    limits: limitsOf(file),
    bss: { ...defaults.bss, ...said(file.bss) },
    simulator: { ...defaults.simulator, ...said(file.features?.simulator) },
    ...credentials(file, env),
    ...(path !== undefined && file.capabilities !== undefined && { capabilities: capabilitiesOf(resolve(folder, dirname(path), file.capabilities)) }),
  };
  refuseUnsafe(config);
  return config;
}
