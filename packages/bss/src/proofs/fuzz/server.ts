import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

/** Bytes, after everything that can be let go of was. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  /** What the server reported as its own faults so far. */
  readonly faults: number;
}

/** A BSS in a process of its own. */
export interface BssProcess {
  readonly port: number;
  readonly alive: boolean;
  /** What it said on stderr, the last of it. */
  readonly said: string;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

const KEPT = 4000;

async function told<T>(child: ChildProcess, name: string): Promise<T> {
  for (;;) {
    const [message] = (await once(child, 'message')) as [Record<string, T>];
    if (name in message) return message[name] as T;
  }
}

/** @param databaseUrl of Postgres; without it the server keeps its data on PGlite in a folder of its own. */
export async function bssProcess(databaseUrl: string | undefined, tenant: string): Promise<BssProcess> {
  const folder = databaseUrl === undefined ? mkdtempSync(join(tmpdir(), 'faceplate-bss-')) : undefined;
  const file = new URL(`../bss-server${extname(import.meta.url)}`, import.meta.url);
  const child = fork(file, {
    execArgv: [...process.execArgv, '--expose-gc'],
    env: { ...process.env, BSS_TENANT: tenant, BSS_CUSTOMERS: '2', BSS_TICK: '1000', DATABASE_URL: databaseUrl ?? '', ...(folder && { BSS_DATA: folder }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-KEPT)));
  const ended = once(child, 'exit');
  const early = ended.then(() => Promise.reject(new Error(`The BSS ended before it answered: ${said}`)));
  const port = await Promise.race([told<number>(child, 'port'), early]);
  early.catch(() => undefined);
  return {
    port,
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    get said() {
      return said;
    },
    memory: async () => {
      const answer = told<Memory>(child, 'memory');
      child.send('memory');
      return answer;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
