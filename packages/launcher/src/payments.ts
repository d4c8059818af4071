import { randomBytes } from 'node:crypto';
import type { SignIn } from '@faceplate/bss';
import type { Database } from '@faceplate/bss/node';
import { type AuditTrail, type HintLog, PaymentDesk, referenceProvider, sqlPayments, type Tenant, type Turns, type Upstreams } from '@faceplate/gateway';
import { type Running, serve } from '@faceplate/gateway/node';
import { createPsp, type Psp, sqlPsp } from '@faceplate/psp';
import type { Config } from './config/config.ts';
import { ConfigError } from './config/config-error.ts';
import type { Kept } from './data/kept.ts';
import type { ProductLog } from './log.ts';
import { startTicker } from './ticker.ts';
import { keepWorldCards } from './world-cards.ts';

/** The reference payment provider's own port: an origin of its own, as a real one's is. */
export interface PspDoor {
  /** Its origin. */
  url: string;
  open(psp: Psp): void;
  stop: Running['stop'];
}

const TICK_MS = 1000;
const clock = () => new Date();

const closed: Pick<Psp, 'fetch'> = { fetch: async () => new Response('The payment provider is starting.\n', { status: 503, headers: { 'retry-after': '1' } }) };

/** One above the portal's, unless it is said, or taken by the metrics. */
export function pspPortOf({ port, pspPort, metricsPort }: Pick<Config, 'port' | 'pspPort' | 'metricsPort'>): number {
  if (pspPort !== undefined) return pspPort;
  if (port === 0) return 0;
  return port + 1 === metricsPort ? port + 2 : port + 1;
}

/**
 * Takes the port, where the reference provider is wanted.
 *
 * @throws {ConfigError} naming the port that cannot be had.
 */
export async function openPspDoor(config: Config, log: ProductLog): Promise<PspDoor | undefined> {
  if (config.payments !== 'embedded') return undefined;
  const { host } = config;
  const port = pspPortOf(config);
  let psp = closed;
  const running = await serve({ host, port, fetch: (request) => psp.fetch(request), patience: 2_000, log: log.facts }).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`PSP_PORT: ${host}:${port} ${error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${error.message})`}`);
  });
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return {
    url: `http://${name}:${running.port}`,
    open: (opened) => {
      psp = opened;
    },
    stop: running.stop,
  };
}

interface Needs {
  config: Config;
  door: PspDoor | undefined;
  tenant: Tenant;
  upstreams: Upstreams;
  database: Database;
  kept: Kept;
  turns: Turns | undefined;
  hints: HintLog;
  audit: AuditTrail;
  /** People of the generated world; nobody where there is none. */
  signIns: readonly SignIn[];
  /** The origin this process listens on. */
  own: string;
  stack: AsyncDisposableStack;
  log: ProductLog;
}

interface Secrets {
  secret: string;
  webhookSecret: string;
}
const newSecrets = (): Secrets => ({ secret: randomBytes(24).toString('base64url'), webhookSecret: randomBytes(32).toString('base64url') });

/** What takes payments here; nothing where nobody does. */
export async function openPayments(needs: Needs): Promise<PaymentDesk | undefined> {
  const { database, upstreams, turns, hints, audit, stack, log } = needs;
  const reached = await providerOf(needs);
  if (!reached) return undefined;
  const provider = referenceProvider(reached);
  const payments = new PaymentDesk({ provider, store: await sqlPayments(database), upstreams, clock, hints, audit, log: log.facts, ...(turns && { turns }) });
  // Every process looks: each payment is taken by one.
  const ticker = startTicker(() => payments.sweep(), TICK_MS, log.failure);
  stack.defer(() => ticker.stop());
  return payments;
}

async function providerOf({ config, door, tenant, database, kept, own, signIns, upstreams, stack, log }: Needs): Promise<Parameters<typeof referenceProvider>[0] | undefined> {
  if (config.payments === 'none') return undefined;
  if (config.payments !== 'embedded') return config.payments;
  if (!door) return undefined;
  const made = await kept.keep('psp-secrets', newSecrets);
  const secret = config.pspSecret ?? made.secret;
  const desk = { url: `${own}/payments/provider-news`, secret: made.webhookSecret };
  const store = await sqlPsp(database);
  await keepWorldCards({ signIns, upstreams, publicUrl: tenant.publicUrl, cards: store });
  const psp = createPsp({ store, clock, publicUrl: door.url, secret, merchant: tenant.name, desk, report: log.failure });
  door.open(psp);
  const ticker = startTicker(() => psp.tick(), TICK_MS, log.failure);
  stack.defer(() => ticker.stop());
  // In this very process: between our gateway and our provider no network is needed.
  return { url: door.url, secret, webhookSecret: made.webhookSecret, fetch: (request) => psp.fetch(request) };
}
