import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { GatewayEnv, Log } from '../options.ts';
import { type Admission, type AdmissionSettings, createAdmission } from './admission.ts';
import { traceOf } from '../http/trace.ts';
import { clientAddress, fromTrusted } from './client-address.ts';
import { hostJudge } from './host.ts';
import type { DeskTally } from '../desk/tally.ts';
import { createMetrics, type Withheld } from './metrics.ts';
import { watchSockets } from './sockets.ts';
import type { ApiHealth } from './upstream-metrics.ts';
import { createWatch, type Seen, type Watch } from './watch.ts';
import { writeTo } from './write-answer.ts';

/** Something that speaks Node's own HTTP, under a path of its own: the reference identity provider. */
export interface NodeMount {
  /** `/idp` */
  at: string;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

export interface ServeOptions {
  fetch(request: Request, env?: GatewayEnv['Bindings']): Response | Promise<Response>;
  host: string;
  /** 0 picks a free one. */
  port: number;
  /** Without it there are no metrics. */
  metricsPort?: number;
  /** Records kept from customers: counted in the metrics, listed at `/quarantine` beside them. */
  withheld?: Withheld;
  /** What spared somebody a ticket: counted in the metrics. */
  tally?: Pick<DeskTally, 'counts'>;
  /** The operator's systems as their guards see them: told in the metrics. */
  upstreams?: () => readonly ApiHealth[];
  /** How much is taken on at once; as {@link createAdmission} has it when left out. */
  admission?: Partial<AdmissionSettings>;
  mounts?: readonly NodeMount[];
  /** Asked by `/readyz`. An upstream that is down does not make us unready. */
  ready?: () => Promise<boolean>;
  /** Aborted when no more requests are taken; the gateway ends its event streams by it. */
  stopping?: AbortController;
  /** Milliseconds for which a stop goes on answering after `/readyz` says no, until every balancer has noticed; none when left out. */
  drain?: number;
  /** How long open requests may take to finish while stopping; 8 s. */
  patience?: number;
  /** Addresses and blocks whose `X-Forwarded-For` is believed; nobody's when left out. */
  trustedProxies?: readonly string[];
  log?: Log;
}

export interface Running {
  port: number;
  metricsPort: number | undefined;
  /** Ends cleanly, in ten seconds at most; a second call waits for the first. */
  stop(): Promise<void>;
}

/** Serves everything on one port. */
export async function serve(options: ServeOptions): Promise<Running> {
  const { host, port, stopping = new AbortController() } = options;
  const admission = createAdmission(options.admission);
  const metrics = options.metricsPort === undefined ? undefined : createMetrics({ ...options, admission });
  const draining = new AbortController();
  const server = createServer(listener(options, draining.signal, { admission, watch: createWatch(metrics, options.log) }));
  server.once('close', () => admission.stop());
  const sockets = watchSockets(server);
  // Slow senders do not hold a socket for long; idle ones are let go before a balancer forgets them.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  // Whoever takes nothing of an answer for a minute reads no more; event streams have a beat every 15 s.
  server.timeout = 60_000;
  await listen(server, port, host);
  const metricsServer = metrics?.server();
  if (metricsServer) await listen(metricsServer, options.metricsPort ?? 0, host);
  let stopped: Promise<void> | undefined;
  return {
    port: portOf(server),
    metricsPort: metricsServer && portOf(metricsServer),
    stop: () => (stopped ??= stop({ server, sockets, metrics: metricsServer, draining, stopping }, options)),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function listener(options: ServeOptions, draining: AbortSignal, { admission, watch }: { admission: Admission; watch: Watch }): Listener {
  const seenOf = new WeakMap<IncomingMessage, Seen>();
  const addressOf = clientAddress(options.trustedProxies ?? []);
  const isTrusted = fromTrusted(options.trustedProxies ?? []);
  // Strangers do not choose under what name their calls stand in our logs.
  const begun = (incoming: IncomingMessage): Seen => {
    const { traceparent } = incoming.headers;
    const trace = traceparent === undefined || !isTrusted(incoming) ? undefined : traceOf(traceparent.toString());
    return trace === undefined ? {} : { trace };
  };
  const addressed = (incoming: IncomingMessage) => {
    const address = addressOf(incoming);
    return address === undefined ? {} : { address };
  };
  const app = getRequestListener(
    (request, { incoming, outgoing }) => {
      const asked = incoming as IncomingMessage;
      const seen = seenOf.get(asked) ?? {};
      return options.fetch(request, { write: writeTo(outgoing as ServerResponse, acceptedBy(asked)), seen, ...addressed(asked) });
    },
    { overrideGlobalObjects: false },
  );
  const isHost = hostJudge();
  return (request, response) => {
    // Whoever is still connected goes elsewhere with the next request.
    if (draining.aborted) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/healthz') return plain(response, 200, 'alive');
    if (path === '/readyz') return void readiness(options, draining, response);
    if (!isHost(request.headers.host)) return plain(response, 400, 'no such host');
    const seen = begun(request);
    watch(request, response, seen);
    if (!admission.admit(request, response)) return;
    const mount = options.mounts?.find(({ at }) => path === at || path.startsWith(`${at}/`));
    if (mount) return mount.handle(request, response);
    seenOf.set(request, seen);
    void app(request, response);
  };
}

/** Node joins headers given twice. */
const acceptedBy = ({ headers }: IncomingMessage): string | undefined => headers['accept-encoding']?.toString();

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).end(`${text}\n`);
}

async function readiness({ ready }: ServeOptions, draining: AbortSignal, response: ServerResponse): Promise<void> {
  const is = !draining.aborted && (await (ready?.() ?? Promise.resolve(true)).catch(() => false));
  plain(response, is ? 200 : 503, is ? 'ready' : 'not ready');
}

const closing = (server: Server | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (server) server.close(() => resolve());
    else resolve();
  });

interface Parts {
  server: Server;
  sockets: { closeUnused: () => void };
  metrics: Server | undefined;
  /** Readiness is off, and whoever asks is asked to go elsewhere with the next request. */
  draining: AbortController;
  stopping: AbortController;
}

async function stop({ server, sockets, metrics, draining, stopping }: Parts, { log, drain = 0, patience = 8_000 }: ServeOptions): Promise<void> {
  log?.('info', { event: 'stopping' });
  draining.abort();
  if (drain > 0) await wait(drain);
  stopping.abort();
  const closed = Promise.all([server, metrics].map(closing));
  // Kept-alive sockets alone once held a stop up for seven seconds; those of requests still running fall idle later.
  const sweep = setInterval(sockets.closeUnused, 50);
  metrics?.closeAllConnections();
  const force = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(force);
  clearInterval(sweep);
  log?.('info', { event: 'stopped' });
}
