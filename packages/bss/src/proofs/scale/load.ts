import { fork } from 'node:child_process';
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

/** Loads a world in a process of its own, within the memory it may have. Rejects when that process fails. */
export function load({ url, seed, customers, now, tell }: Load): Promise<Loaded> {
  const file = new URL(`load-child${extname(import.meta.url)}`, import.meta.url);
  const child = fork(file, {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
    env: { ...process.env, R5_DATABASE_URL: url, R5_SEED: String(seed), R5_CUSTOMERS: String(customers), R5_NOW: now.toISOString() },
  });
  return new Promise((resolve, reject) => {
    let loaded: Loaded | undefined;
    child.on('message', (said: Said) => {
      if ('loaded' in said) loaded = said.loaded;
      else tell(`R5 ${said.customers} of ${customers} customers`);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => (loaded ? resolve(loaded) : reject(new Error(`The load ended with ${signal ?? code}.`))));
  });
}
