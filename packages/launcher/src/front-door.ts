import type { RequestListener } from 'node:http';
import { basePaths } from '@faceplate/bss';
import { type Running, type ServeOptions, serve } from '@faceplate/gateway/node';
import type { Config } from './config/config.ts';
import { ConfigError } from './config/config-error.ts';
import type { ApiHealth } from './upstreams.ts';

type Fetch = ServeOptions['fetch'];

/** Everything behind the one port. */
export interface Doors {
  /** The reference identity provider. */
  idp?: RequestListener;
  /** The embedded BSS, for machines with its token. */
  bss?: Fetch;
  gateway: Fetch;
  ready: () => Promise<boolean>;
  /** The operator's systems, for the metrics. */
  health?: () => ApiHealth[];
}

export interface FrontDoor extends Running {
  /** Lets requests through; until then everybody is told to come back in a second. */
  open(doors: Doors): void;
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is already in use',
  EACCES: 'may not be used by this user',
  EADDRNOTAVAIL: 'cannot be used: this machine does not have that address',
  ENOTFOUND: 'cannot be used: the host is unknown',
};

/** Half the ten seconds a stop may take; the rest is for draining, and for the database. */
const PATIENCE_MS = 5000;

function portProblem(error: NodeJS.ErrnoException & { port?: number }, { host, port, metricsPort }: Config): ConfigError {
  const isMetrics = metricsPort !== undefined && error.port === metricsPort && metricsPort !== port;
  const address = `${host}:${isMetrics ? metricsPort : port}`;
  return new ConfigError(`${isMetrics ? 'METRICS_PORT' : 'PORT'}: ${address} ${REASONS[error.code ?? ''] ?? `cannot be used (${error.message})`}`);
}

const closed: Doors = {
  gateway: () => new Response('Faceplate is starting.\n', { status: 503, headers: { 'retry-after': '1' } }),
  ready: async () => false,
};

/** Where the BSS answers: its APIs and, when they are on, its levers. */
const BSS_PATHS = [...new Set(['/tmf-api', '/sim/v1', ...basePaths])];

/** Without taking the whole address apart: it has a host, and so a third slash. */
const pathOf = (url: string) => url.slice(url.indexOf('/', 8)).split(/[?#]/, 1)[0] ?? '/';

const isTmf = (path: string) => BSS_PATHS.some((base) => path === base || path.startsWith(`${base}/`));

/**
 * Takes the port at once, so that a taken one is known before anything else is
 * done: `/idp` to the provider, `/tmf-api` and its like to the BSS, the rest to the gateway.
 *
 * @throws {ConfigError} naming the port that cannot be had.
 */
export async function openFrontDoor(config: Config, options: Pick<ServeOptions, 'stopping' | 'log' | 'withheld' | 'tally'>): Promise<FrontDoor> {
  let doors = closed;
  const fetch: Fetch = (request, env) => {
    const { bss, gateway } = doors;
    return bss && isTmf(pathOf(request.url)) ? bss(request) : gateway(request, env);
  };
  const { host, port, metricsPort } = config;
  const running = await serve({
    ...options,
    host,
    port,
    ...(metricsPort !== undefined && { metricsPort }),
    fetch,
    mounts: config.identityProvider
      ? []
      : [{ at: '/idp', handle: (request, response) => (doors.idp ? doors.idp(request, response) : void response.writeHead(503).end()) }],
    ready: () => doors.ready(),
    upstreams: () => doors.health?.() ?? [],
    admission: { least: config.limits.inFlight },
    trustedProxies: config.trustedProxies,
    drain: config.drainSeconds * 1000,
    patience: PATIENCE_MS,
  }).catch((error: NodeJS.ErrnoException) => {
    throw portProblem(error, config);
  });
  return {
    ...running,
    open: (opened) => {
      doors = opened;
    },
  };
}
