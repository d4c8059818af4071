import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const VITALS = 'VITALS_FOLDER';

/** How a process of the product is. */
export interface Vitals {
  /** Bytes of the heap that are in use after a collection. */
  readonly heap: number;
  /** Milliseconds by which the event loop came late, 99 in a hundred times less, since the last look. */
  readonly loopP99: number;
  /** Open files and sockets. */
  readonly files: number;
}

/** Environment of a product whose vitals can be taken, written into that folder. Besides `env`'s own `NODE_OPTIONS`. */
export function withVitals(folder: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const hook = `--import=${fileURLToPath(new URL('vitals-hook.ts', import.meta.url))}`;
  return { ...env, [VITALS]: folder, NODE_OPTIONS: [hook, env['NODE_OPTIONS'] ?? ''].join(' ').trim() };
}

/** @throws when the process does not answer within ten seconds. */
export async function vitalsOf(pid: number, folder: string): Promise<Vitals> {
  const file = join(folder, `${pid}.json`);
  rmSync(file, { force: true });
  const files = readdirSync(`/proc/${pid}/fd`).length;
  process.kill(pid, 'SIGUSR2');
  for (let look = 0; look < 500 && !existsSync(file); look += 1) await wait(20);
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Vitals, 'files'>), files };
}
