import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import type { Loaded } from './load-child.ts';

/** What Node may have, in megabytes: the 4 GiB of R5. */
const HEAP_MB = 4096;

export interface Load {
  url: string;
  seed: number;
  customers: number;
  now: Date;
  tell: (text: string) => void;
}

type Said = { customers: number } | { loaded: Loaded };

function begin({ url, seed, customers, now }: Load): ChildProcess {
  const file = new URL(`load-child${extname(import.meta.url)}`, import.meta.url);
  return fork(file, {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
    env: { ...process.env, R5_DATABASE_URL: url, R5_SEED: String(seed), R5_CUSTOMERS: String(customers), R5_NOW: now.toISOString() },
  });
}

/** Loads a world in a process of its own, within the memory it may have. Rejects when that process fails. */
export function load(asked: Load): Promise<Loaded> {
  const child = begin(asked);
  return new Promise((resolve, reject) => {
    let loaded: Loaded | undefined;
    child.on('message', (said: Said) => {
      if ('loaded' in said) loaded = said.loaded;
      else if (said.customers % 5000 === 0) asked.tell(`R5 ${said.customers} of ${asked.customers} customers`);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => (loaded ? resolve(loaded) : reject(new Error(`The load ended with ${signal ?? code}.`))));
  });
}

/** Begins to load a world and kills the process (-9) once so many customers are in. Rejects when it was too quick for that. */
export function loadAndKill(asked: Load, at: number): Promise<void> {
  const child = begin(asked);
  return new Promise((resolve, reject) => {
    child.on('message', (said: Said) => {
      if ('customers' in said && said.customers === at) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error('The load could not be killed.'))));
  });
}
