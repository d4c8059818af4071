import { spawnSync } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';

export interface ThrowAwayPostgres {
  readonly url: string;
  /** Stops the server and deletes its folder. May be called twice. */
  stop(): void;
}

/** Newest server binaries of the machine: Debian keeps them out of PATH. */
function serverBinaries(): string | undefined {
  return globSync('/usr/lib/postgresql/*/bin/initdb')
    .map((path) => path.replace(/\/initdb$/, ''))
    .toSorted((a, b) => version(b) - version(a))[0];
}

function version(path: string): number {
  return Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0);
}

/** Postgres refuses to run as root: then it runs as its own user. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * A Postgres of its own in a temporary folder, for tests only: it never syncs and trusts everybody on loopback.
 *
 * @returns undefined when the machine has no Postgres server.
 * @throws Error when it has one that does not start.
 */
export async function throwAwayPostgres(): Promise<ThrowAwayPostgres | undefined> {
  const binaries = serverBinaries();
  if (!binaries) return undefined;
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'faceplate-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const run = (program: string, args: string[]) => {
    // The server inherits pg_ctl's output: a pipe would keep us waiting for as long as it lives.
    const { status } = spawnSync(join(binaries, program), args, { ...user, cwd: folder, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${program} of ${binaries} ended with ${String(status)}.`);
  };
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`;
  run('initdb', ['-D', data, '-U', 'faceplate', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'faceplate', 'faceplate']);
  return { url: `postgres://faceplate@127.0.0.1:${port}/faceplate`, stop: stopper(run, data, folder) };
}

function stopper(run: (program: string, args: string[]) => void, data: string, folder: string): () => void {
  let stopped = false;
  return () => {
    if (stopped) return;
    stopped = true;
    run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  };
}
