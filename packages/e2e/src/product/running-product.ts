import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@faceplate/workbench';
import { type ProductProcess, startProcess } from './product-process.ts';

/** The whole product, answering. */
export interface RunningProduct {
  readonly url: string;
  /** Of its process; undefined for one that is not ours. */
  readonly pid: number | undefined;
  /** Where its operator reads what it counts; undefined for one that is not ours. */
  readonly metricsUrl?: string;
  /** The port of a foreign page that may embed from it. */
  readonly foreignPort: number;
  /** Bearer of `/tmf-api`; undefined when nobody told us. */
  readonly tmfToken: string | undefined;
  /** The reference payment provider, and its merchant's secret; undefined when nobody told us. */
  readonly psp?: { url: string; secret: string };
  /** Ends it and starts it again on the same data; undefined for one that is not ours. */
  readonly restart: (() => Promise<void>) | undefined;
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** False: nothing moves but what a test moves. */
  simulator?: boolean;
  /** Further keys of the configuration file. */
  config?: Readonly<Record<string, unknown>>;
  /** Further environment: `DATABASE_URL` (empty for the embedded database), `FACEPLATE_WORLD`. */
  env?: Readonly<Record<string, string>>;
  /** False: without the portal's files, for proofs that open no page. */
  portal?: boolean;
}

/** Where `FACEPLATE_URL`'s operator must have allowed embedding from. */
const AGREED_FOREIGN_PORT = 8090;

/**
 * The product to test: the one at `FACEPLATE_URL`, or one of our own with fresh data, started as an operator starts it.
 *
 * @throws when it does not start.
 */
export async function runProduct(options: ProductOptions = {}): Promise<RunningProduct> {
  const url = process.env['FACEPLATE_URL'];
  if (!url) return ownProduct(options);
  const stop = () => Promise.resolve();
  return { url: new URL(url).origin, pid: undefined, foreignPort: AGREED_FOREIGN_PORT, tmfToken: process.env['TMF_TOKEN'], restart: undefined, stop };
}

/** One of our own with fresh data, whatever `FACEPLATE_URL` says. Stopping it again does nothing. */
export async function ownProduct({ simulator = true, portal = true, config: more = {}, env = {} }: ProductOptions): Promise<RunningProduct> {
  const [port, foreignPort, pspPort, metricsPort] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'faceplate-e2e-'));
  const config = join(folder, 'config.json');
  const embedOrigins = [`http://127.0.0.1:${foreignPort}`];
  writeFileSync(config, JSON.stringify({ embedOrigins, features: { simulator: { enabled: simulator } }, ...more }));
  const tmfToken = randomBytes(24).toString('base64url');
  const pspSecret = randomBytes(24).toString('base64url');
  const settings = { PORT: String(port), PSP_PORT: String(pspPort), METRICS_PORT: String(metricsPort), PSP_SECRET: pspSecret, FACEPLATE_DATA: join(folder, 'data'), FACEPLATE_CONFIG: config, TMF_TOKEN: tmfToken, ...env };
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const clear = () => {
    process.off('exit', remove);
    remove();
  };
  let running: ProductProcess;
  try {
    running = await startProcess(settings, portal);
  } catch (error) {
    clear();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return running.pid;
    },
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    foreignPort,
    tmfToken,
    psp: { url: `http://127.0.0.1:${pspPort}`, secret: pspSecret },
    restart: async () => {
      await running.end();
      running = await startProcess(settings, portal);
    },
    stop: async () => {
      await running.end();
      clear();
    },
  };
}
