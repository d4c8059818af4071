import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The product in a process of its own, as an operator starts it. */
export interface ProductProcess {
  readonly pid: number | undefined;
  /** Asks it to end, as a service manager does, and waits until it has. */
  end(): Promise<void>;
  /** Takes its life, as a crash does, and waits until it is gone. */
  kill(): Promise<void>;
}

const START = fileURLToPath(new URL('../../../launcher/src/start.ts', import.meta.url));
/** The same without the portal's files: nothing is built first. */
const START_BARE = fileURLToPath(new URL('../../../launcher/src/testing/start.ts', import.meta.url));

/** A fresh clone is promised within 60 s; this is a bound, not a wish. */
const LONGEST_START_MS = 120_000;

function heard(child: ChildProcess): () => string {
  let all = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (all += chunk));
  return () => all;
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The product did not get ready:\n${said()}`)), LONGEST_START_MS);
    child.stdout?.on('data', () => {
      if (!said().includes('Ready in')) return;
      clearTimeout(late);
      resolve();
    });
    child.once('close', (code) => {
      clearTimeout(late);
      reject(new Error(`The product ended with ${code} while starting:\n${said()}`));
    });
  });
}

/** Only what a start needs: a setting of whoever runs the tests must not become one of the product. */
function environment(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, DATABASE_URL } = process.env;
  return { PATH, HOME, ...(DATABASE_URL && { DATABASE_URL }), ...settings };
}

/**
 * Runs `pnpm start`'s command with these settings until it says that it is ready; without the portal's files where they are not wanted.
 *
 * @throws with everything it said, when it ends before.
 */
export async function startProcess(settings: NodeJS.ProcessEnv, portal = true): Promise<ProductProcess> {
  const child = spawn(process.execPath, ['-C', '@faceplate/source', portal ? START : START_BARE], { env: environment(settings), stdio: ['ignore', 'pipe', 'pipe'] });
  // When we go suddenly, so does it, and before its folder is cleared.
  const abandon = () => child.kill('SIGKILL');
  process.prependOnceListener('exit', abandon);
  const said = heard(child);
  const ended = once(child, 'close');
  ended.catch(() => undefined);
  const by = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
    process.off('exit', abandon);
  };
  const end = by('SIGTERM');
  try {
    await ready(child, said);
  } catch (error) {
    await end();
    throw error;
  }
  return { pid: child.pid, end, kill: by('SIGKILL') };
}
