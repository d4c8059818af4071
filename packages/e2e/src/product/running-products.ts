import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@faceplate/bss/node';
import { freePort } from '@faceplate/workbench';
import { Balancer } from './balancer.ts';
import { type ProductProcess, startProcess } from './product-process.ts';
import type { ProductOptions } from './running-product.ts';

/** One process of several. */
export interface Member {
  /** Where it listens itself; browsers know the balancer's address only. */
  readonly url: string;
  /** Where its own reference payment provider listens; all of them know the same payments. */
  readonly pspUrl: string;
  readonly pid: number | undefined;
  /** Ends it as a service manager does, and starts it again. Answers how many milliseconds the end took. */
  restart(): Promise<number>;
  /** Kills it and starts it again. */
  crash(): Promise<void>;
}

/** Several processes of the product on one Postgres behind one balancer. */
export interface RunningProducts {
  /** The balancer's: the one public address. */
  readonly url: string;
  readonly tmfToken: string;
  /** The merchant's secret at the reference payment provider. */
  readonly pspSecret: string;
  readonly databaseUrl: string;
  readonly balancer: Balancer;
  readonly members: readonly Member[];
  stop(): Promise<void>;
}

export interface ProductsOptions extends ProductOptions {
  /** Two when left out. */
  count?: number;
  /** A Postgres server: the product gets a database of its own there, dropped at the end. */
  databaseUrl: string;
}

/** Longer than the balancer takes to notice. */
const DRAIN_SECONDS = '0.6';

/**
 * Starts so many processes of the product over a fresh database of that server, and waits until the balancer has found all ready.
 *
 * @throws when one does not start.
 */
export async function runProducts({ count = 2, databaseUrl: server, portal = true, simulator = true, config: more = {}, env = {} }: ProductsOptions): Promise<RunningProducts> {
  await using starting = new AsyncDisposableStack();
  const databaseUrl = await freshDatabase(server, starting);
  const folder = mkdtempSync(join(tmpdir(), 'faceplate-e2e-'));
  starting.defer(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify({ features: { simulator: { enabled: simulator } }, ...more }));
  const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
  const balancer = starting.use(await Balancer.open(ports));
  const tmfToken = randomBytes(24).toString('base64url');
  const pspSecret = randomBytes(24).toString('base64url');
  const common = { PSP_SECRET: pspSecret, PUBLIC_URL: balancer.url, DATABASE_URL: databaseUrl, FACEPLATE_CONFIG: file, TMF_TOKEN: tmfToken, DRAIN_SECONDS, ...env };
  const members: Member[] = [];
  // One after the other: the first makes the portal's files and the tables.
  for (const port of ports) {
    const { member, end } = await startMember({ ...common, PORT: String(port), PSP_PORT: String(await freePort()) }, portal);
    starting.defer(end);
    members.push(member);
  }
  await balancer.look();
  const open = starting.move();
  let stopped: Promise<void> | undefined;
  return { url: balancer.url, tmfToken, pspSecret, databaseUrl, balancer, members, stop: () => (stopped ??= open.disposeAsync()) };
}

async function freshDatabase(server: string, stack: AsyncDisposableStack): Promise<string> {
  const name = `products_${randomBytes(6).toString('hex')}`;
  const on = async (statement: string) => {
    const database = await openDatabase({ databaseUrl: server });
    try {
      await database.query(statement);
    } finally {
      await database.close();
    }
  };
  await on(`create database ${name}`);
  stack.defer(() => on(`drop database ${name} with (force)`));
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

async function startMember(settings: Record<string, string>, portal: boolean): Promise<{ member: Member; end: () => Promise<void> }> {
  let running: ProductProcess = await startProcess(settings, portal);
  const member: Member = {
    url: `http://127.0.0.1:${settings['PORT']}`,
    pspUrl: `http://127.0.0.1:${settings['PSP_PORT']}`,
    get pid() {
      return running.pid;
    },
    restart: async () => {
      const began = performance.now();
      await running.end();
      const took = performance.now() - began;
      running = await startProcess(settings, portal);
      return took;
    },
    crash: async () => {
      await running.kill();
      running = await startProcess(settings, portal);
    },
  };
  return { member, end: () => running.end() };
}
