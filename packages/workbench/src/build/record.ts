import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';
import { deletePrecompressed } from './precompress.ts';

/** What was built last, from what, into which files. */
interface Entry<T> {
  readonly fingerprint: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly result: T;
}

type Entries = Record<string, Entry<unknown> | undefined>;

export interface Step<T> {
  readonly target: string;
  readonly folder: string;
  readonly fingerprint: string;
  /** Builds, and says which files of `folder` are now its own. */
  run(): Promise<{ files: readonly string[]; result: T }>;
}

export interface Outcome<T> {
  readonly result: T;
  /** False when what was there still held. */
  readonly fresh: boolean;
}

/** Runs a build step unless the same inputs gave its files already; files that it no longer makes are deleted. */
export type RunStep = <T>(step: Step<T>) => Promise<Outcome<T>>;

/** Keeps its record in `file`. */
export function recordIn(file: string): RunStep {
  return async <T>({ target, folder, fingerprint, run }: Step<T>) => {
    const last = read(file)[target] as Entry<T> | undefined;
    if (last && stands(last, folder, fingerprint)) return { result: last.result, fresh: false };
    const { files, result } = await run();
    if (last?.folder === folder) remove(folder, last.files.filter((one) => !files.includes(one)));
    write(file, { ...read(file), [target]: { fingerprint, folder, files, result } });
    return { result, fresh: true };
  };
}

export const step = recordIn(join(root, '.cache/build.json'));

function stands(last: Entry<unknown>, folder: string, fingerprint: string): boolean {
  const same = last.fingerprint === fingerprint && last.folder === folder;
  return same && last.files.every((file) => existsSync(join(folder, file)));
}

function read(file: string): Entries {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entries;
  } catch {
    // Never built, or a torn record: then everything is built.
    return {};
  }
}

/** Put in place in one move, so that a build that is killed leaves the old record. */
function write(file: string, entries: Entries): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(entries));
  renameSync(`${file}.new`, file);
}

function remove(folder: string, files: readonly string[]): void {
  for (const file of files) {
    rmSync(join(folder, file), { force: true });
    deletePrecompressed(join(folder, file));
  }
}
