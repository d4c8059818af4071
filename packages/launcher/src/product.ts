import { randomBytes } from 'node:crypto';
import { type Bss, type SignIn, type Store, createBss } from '@faceplate/bss';
import { type Database, openDatabase, postPinned, resolveHost, sqlStore } from '@faceplate/bss/node';
import { createQuarantine, DeskTally, type Quarantine } from '@faceplate/gateway';
import type { StaticFolder } from '@faceplate/gateway/node';
import type { Config } from './config/config.ts';
import { alone } from './data/alone.ts';
import { type IdpMemory, idpMemory } from './data/idp-adapter.ts';
import { type Kept, openKept } from './data/kept.ts';
import { seedWorld } from './data/world.ts';
import { type FrontDoor, openFrontDoor } from './front-door.ts';
import { composeGateway } from './gateway.ts';
import { openIdentity } from './identity.ts';
import { leader } from './leader.ts';
import type { ProductLog } from './log.ts';
import type { Progress } from './progress.ts';
import { openPspDoor, type PspDoor } from './payments.ts';
import { startTicker } from './ticker.ts';
import { connectUpstreams, needsEmbeddedBss } from './upstreams.ts';

/** A running product. */
export interface Product {
  /** The origin browsers use. */
  url: string;
  metricsUrl?: string;
  /** The origin of the reference payment provider, where it runs. */
  pspUrl?: string;
  /** Where the data lives, in words; never with a password. */
  where: string;
  /** Who may sign in at the reference provider; nobody where another one is configured. */
  signIns: SignIn[];
  /** Bearer token of `/tmf-api`. */
  tmfToken: string;
  /** Lets requests in flight finish, closes streams and the database, frees its folder. Within 10 s; asking again waits for the same end. */
  stop(): Promise<void>;
}

export interface Surroundings {
  log: ProductLog;
  /** The files to serve, built if they must be; none when left out. */
  files?: () => Promise<readonly StaticFolder[]>;
  /** Tells of a step that may take seconds. */
  step?: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Hears how many customers of how many are in, while a world is loaded. */
  progress?: Progress;
  /** A start that is no longer wanted ends at the next step, or in the middle of loading a world. */
  signal?: AbortSignal;
}

interface Assembly extends Required<Omit<Surroundings, 'signal'>> {
  config: Config;
  signal: AbortSignal | undefined;
  /** Closes what was opened, last first. */
  stack: AsyncDisposableStack;
  /** Ends event streams. */
  stopping: AbortController;
}

interface Data {
  database: Database;
  store: Store;
  kept: Kept;
  idp: IdpMemory;
}

const TICK_MS = 1000;
const SWEEP_MS = 10 * 60_000;

const origin = (host: string, port: number) => `http://${host.includes(':') ? `[${host.replace(/[[\]]/g, '')}]` : host}:${port}`;

function whereDataLives({ databaseUrl, dataFolder }: Config): string {
  if (databaseUrl === undefined) return `${dataFolder} (survives a crash of the process, not a loss of power)`;
  const { host, pathname } = new URL(databaseUrl);
  return `Postgres at ${host}${pathname}`;
}

async function openBase({ config, stack }: Assembly): Promise<Database> {
  const { databaseUrl, dataFolder } = config;
  const database = await openDatabase(databaseUrl === undefined ? { dataFolder } : { databaseUrl });
  stack.defer(() => database.close());
  return database;
}

async function openData({ stack }: Assembly, database: Database): Promise<Data> {
  const store = await sqlStore(database);
  stack.defer(() => store.close());
  return { database, store, kept: await openKept(database), idp: await idpMemory(database) };
}

/** What an earlier step took may have been too long for whoever asked for the start. */
async function next<T>({ step, signal }: Assembly, name: string, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  return step(name, work);
}

/** A region takes minutes: whoever wants to stop meanwhile must not wait, and leaves nothing behind. */
const progressOf = ({ signal, progress }: Assembly): Progress => (done, of) => {
  signal?.throwIfAborted();
  progress(done, of);
};

/** Files half made do no harm, so nobody who wants to stop has to wait for them. */
async function unlessUnwanted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  const { promise: unwanted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, unwanted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function tickAway({ stack, log }: Assembly, tick: () => Promise<void>, interval: number): void {
  const ticker = startTicker(tick, interval, log.failure);
  stack.defer(() => ticker.stop());
}

/** Machines behind a balancer meet any process, so on a shared database all take the same token. */
async function tokenOf({ tmfToken, databaseUrl }: Config, { kept }: Data): Promise<string> {
  const made = () => randomBytes(24).toString('base64url');
  return tmfToken ?? (databaseUrl === undefined ? made() : kept.keep('tmf-token', made));
}

function openBss({ config, stack, log }: Assembly, { store }: Data, url: string, token: string): Bss {
  const { enabled, stepSeconds } = config.simulator;
  const bss = createBss({
    store,
    token,
    stepSeconds,
    clock: () => new Date(),
    baseUrl: url,
    simulate: enabled,
    levers: config.bss.levers,
    partialStatus: config.bss.partialContent ? 206 : 200,
    report: log.failure,
    hub: { resolve: resolveHost, post: postPinned, allowPrivate: config.bss.privateCallbacks },
  });
  stack.defer(() => bss.close());
  return bss;
}

async function connect(assembly: Assembly, data: Data, { door, pspDoor, quarantine, tally }: { door: FrontDoor; pspDoor: PspDoor | undefined; quarantine: Quarantine; tally: DeskTally }, folders: readonly StaticFolder[]): Promise<Omit<Product, 'stop'>> {
  const { config, log, stack, stopping } = assembly;
  const own = origin(config.host, door.port);
  const url = config.publicUrl ?? own;
  const token = await tokenOf(config, data);
  const world = await next(assembly, 'Data', () => seedWorld(config, data, progressOf(assembly)));
  const bss = openBss(assembly, data, url, token);
  const { upstreams, hinting, health, close } = connectUpstreams(config, { fetch: bss.fetch, token });
  stack.defer(close);
  const signIns = config.identityProvider ? [] : (world?.signIns ?? []);
  const identity = await openIdentity({ config, url, own, kept: data.kept, memory: data.idp, signIns, upstreams, log });
  const tenant = { ...config.tenant, publicUrl: url, embedOrigins: config.embedOrigins };
  const gateway = await composeGateway({ ...data, config, pspDoor, own, signIns, quarantine, tally, capabilities: config.capabilities, sessionKeys: config.sessionKeys, limits: config.limits, auditing: config.audit, tenant, upstreams, hinting, identity, folders, log, stack, stopping: stopping.signal });
  identity.connect(gateway.fetch);

  const office = leader(data.store, 'office', () => bss.tick());
  stack.defer(() => office.stop());
  tickAway(assembly, () => office.run(), TICK_MS);
  tickAway(assembly, () => Promise.all([gateway.sweep(), data.idp.sweep()]).then(() => undefined), SWEEP_MS);
  // Once more, and now before all it leads to: requests in flight need everything behind the door.
  stack.defer(() => door.stop());
  if (pspDoor) stack.defer(() => pspDoor.stop());
  const ready = () => data.database.query('select 1').then(() => true);
  door.open({ ...identity.door, gateway: gateway.fetch, ready, health, ...(needsEmbeddedBss(config) && { bss: bss.fetch }) });
  const metricsUrl = door.metricsPort === undefined ? {} : { metricsUrl: `${origin(config.host, door.metricsPort)}/metrics` };
  return { url, ...metricsUrl, ...(pspDoor && { pspUrl: pspDoor.url }), where: whereDataLives(config), signIns, tmfToken: token };
}

async function assemble(assembly: Assembly): Promise<Product> {
  const { config, stack, stopping, log } = assembly;
  const database = await next(assembly, 'Database', () => openBase(assembly));
  const quarantine = createQuarantine({ clock: () => new Date(), log: log.facts });
  const tally = new DeskTally();
  const door = await openFrontDoor(config, { stopping, log: log.facts, withheld: quarantine, tally });
  stack.defer(() => door.stop());
  const pspDoor = await openPspDoor(config, log);
  if (pspDoor) stack.defer(() => pspDoor.stop());
  const folders = await next(assembly, 'Portal', () => unlessUnwanted(assembly.signal, assembly.files()));
  const facts = await alone(config, async () => connect(assembly, await openData(assembly, database), { door, pspDoor, quarantine, tally }, folders));
  let stopped: Promise<void> | undefined;
  return { ...facts, stop: () => (stopped ??= stack.disposeAsync()) };
}

/**
 * Starts the whole product in this process. On port 0 it takes any free one.
 *
 * @throws {ConfigError} or another error whose message is one line fit to be shown, having closed what it opened.
 */
export async function startProduct(config: Config, surroundings: Surroundings): Promise<Product> {
  const stack = new AsyncDisposableStack();
  const unannounced: Assembly['step'] = (_name, work) => work();
  const rest = { stack, stopping: new AbortController(), config, signal: surroundings.signal };
  try {
    return await assemble({ step: unannounced, progress: () => {}, files: async () => [], ...surroundings, ...rest });
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}
