import { ConfigError } from './config-error.ts';
import type { Config } from './settings.ts';

/** Whether only this machine can reach the host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '[::1]';
}

/** Every name below `localhost` is this machine for a browser (RFC 6761, section 6.3). */
function overTheOpen(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname) && !hostname.endsWith('.localhost');
}

type Rule = (config: Config) => string | false | undefined;

/** Each names what is unsafe, or says nothing. */
const always: Rule[] = [
  ({ publicUrl }) =>
    publicUrl !== undefined && overTheOpen(publicUrl) && `PUBLIC_URL must be https: ${publicUrl} is not this machine alone`,
  ({ identityProvider, host }) =>
    !identityProvider &&
    !isLoopback(host) &&
    `HOST=${host} would open the demonstration sign-in to the network: set identityProvider, or keep HOST on 127.0.0.1`,
  ({ bss, host }) =>
    bss.levers &&
    !isLoopback(host) &&
    `FACEPLATE_CONFIG: bss.levers would let the network of HOST=${host} move the clock: keep HOST on 127.0.0.1`,
  ({ payments, pspPort }) =>
    payments !== 'embedded' && pspPort !== undefined && 'PSP_PORT opens the demonstration payment provider, which runs on 127.0.0.1 alone and not in production: leave it out',
  ({ payments, port, pspPort, metricsPort }) =>
    payments === 'embedded' && pspPort !== undefined && pspPort !== 0 && [port, metricsPort].includes(pspPort) && `PSP_PORT must differ from PORT and METRICS_PORT: ${pspPort} is taken by one of them`,
  ({ payments }) => typeof payments === 'object' && overTheOpen(payments.url) && `FACEPLATE_CONFIG: payments.url must be https: ${payments.url} is not this machine alone`,
  ({ identityProvider }) =>
    identityProvider &&
    overTheOpen(identityProvider.issuer) &&
    `FACEPLATE_CONFIG: identityProvider.issuer must be https: ${identityProvider.issuer} is not this machine alone`,
];

const inProduction: Rule[] = [
  ({ bss }) => bss.levers && 'FACEPLATE_CONFIG: bss.levers is for tests and demonstrations: not in production',
  ({ databaseUrl }) => databaseUrl === undefined && 'DATABASE_URL is needed in production: the embedded database is for evaluation',
  ({ publicUrl }) => !publicUrl?.startsWith('https:') && 'PUBLIC_URL must be set to an https origin in production',
  ({ identityProvider }) =>
    !identityProvider && 'FACEPLATE_CONFIG: identityProvider is needed in production: the reference one is for evaluation',
  ({ sessionKeys }) => !sessionKeys && 'FACEPLATE_CONFIG: sessionKeys is needed in production: a key kept beside what it seals protects nothing',
  ({ tmfToken }) => tmfToken === undefined && 'TMF_TOKEN is needed in production: a random one would stand in the log',
  ({ upstreams }) => {
    const [api, upstream] = Object.entries(upstreams).find(([, systems]) => systems.some(({ url }) => overTheOpen(url))) ?? [];
    return upstream && `FACEPLATE_CONFIG: upstreams.${api}.url must be https in production`;
  },
  ({ upstreams }) => {
    const [api, upstream] = Object.entries(upstreams).find(([, systems]) => systems.some(({ oauth }) => oauth && overTheOpen(oauth.tokenUrl))) ?? [];
    return upstream && `FACEPLATE_CONFIG: upstreams.${api}.oauth.tokenUrl must be https in production`;
  },
];

/**
 * An unsafe setting stops the start instead of warning: nobody reads warnings.
 *
 * @throws {ConfigError} naming the first one.
 */
export function refuseUnsafe(config: Config): void {
  for (const rule of config.production ? [...always, ...inProduction] : always) {
    const refusal = rule(config);
    if (refusal) throw new ConfigError(refusal);
  }
}
