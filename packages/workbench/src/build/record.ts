import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { deletePrecompressed } from './precompress.ts';

/** What was built last, from what, into which files. */
interface Entry<T> {
  readonly fingerprint: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly result: T;
}

const RECORD = join(root, '.cache/build.json');

function read(): Record<string, Entry<unknown> | undefined> {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Entry<unknown> | undefined>;
  } catch {
    // Never built, or a torn record: then everything is built.
    return {};
  }
}

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
export async function step<T>({ target, folder, fingerprint, run }: Step<T>): Promise<Outcome<T>> {
  const last = read()[target] as Entry<T> | undefined;
  const stands = last?.fingerprint === fingerprint && last.folder === folder && last.files.every((file) => existsSync(join(folder, file)));
  if (stands) return { result: last.result, fresh: false };
  const { files, result } = await run();
  if (last?.folder === folder) remove(folder, last.files.filter((file) => !files.includes(file)));
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(RECORD, JSON.stringify({ ...read(), [target]: { fingerprint, folder, files, result } }));
  return { result, fresh: true };
}

function remove(folder: string, files: readonly string[]): void {
  for (const file of files) {
    rmSync(join(folder, file), { force: true });
    deletePrecompressed(join(folder, file));
  }
}
