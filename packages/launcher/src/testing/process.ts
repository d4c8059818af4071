import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The command in a process of its own. */
export interface StartedProcess {
  /** Fulfilled with the origin once it says that it is ready. */
  url: Promise<string>;
  /** Fulfilled with its first words: by then it has begun, and is not ready yet. */
  spoke: Promise<string>;
  /** Fulfilled with the exit code and everything it said, once nobody can say more. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
  kill(signal: NodeJS.Signals): void;
}

interface StartOptions {
  /** Started as a package manager does it: by a process of that name, with a shell between. */
  managed?: boolean;
}

const START = fileURLToPath(new URL('./start.ts', import.meta.url));
const MANAGER = fileURLToPath(new URL('./pnpm.mjs', import.meta.url));

function text(stream: ChildProcess['stdout'], said: (all: string) => void): () => string {
  let all = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => said((all += chunk)));
  return () => all;
}

/** Starts with this environment and nothing of ours. */
export function startProcess(env: NodeJS.ProcessEnv, { managed = false }: StartOptions = {}): StartedProcess {
  const { PATH, HOME } = process.env;
  const command = ['-C', '@faceplate/source', START];
  const words = managed ? [MANAGER, process.execPath, ...command] : command;
  const child = spawn(process.execPath, words, { env: { PATH, HOME, PORT: '0', ...env }, stdio: 'pipe' });
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  const first = Promise.withResolvers<string>();
  const out = text(child.stdout, (all) => {
    first.resolve(all);
    const ready = /Portal\s+(http\S+)[\s\S]*Ready in/.exec(all)?.[1];
    if (ready !== undefined) resolve(ready);
  });
  const err = text(child.stderr, () => {});
  const ended = once(child, 'close').then(([code]) => {
    const early = new Error(`It ended with ${String(code)}: ${err()}`);
    reject(early);
    first.reject(early);
    return { code: code as number | null, out: out(), err: err() };
  });
  // Whoever only waits for the end has no use for these.
  for (const promise of [url, first.promise]) promise.catch(() => {});
  return { url, spoke: first.promise, ended, kill: (signal) => child.kill(signal) };
}
