import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process (or another part of this one) works on the folder. */
export class FolderInUseError extends Error {
  constructor(folder: string) {
    super(`The data folder ${folder} is already in use by another running Faceplate. Stop that one, or choose another folder.`);
    this.name = 'FolderInUseError';
  }
}

export interface FolderLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** A lock that nobody refers to would end when it is collected as garbage. */
const held = new Set<DatabaseSync>();

/**
 * Makes the folder ours alone: mode 0700 and an exclusive lock.
 *
 * PGlite takes none, and two processes on one folder silently lose data. The
 * lock is the operating system's, held through an SQLite file: it ends with the
 * process that holds it, so no stale lock can stay behind, whatever killed it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // PGlite's own files are world-writable; nobody else gets as far as them.
  await chmod(folder, 0o700);
  const file = new DatabaseSync(join(folder, 'lock'));
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (cause) {
    file.close();
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) throw new FolderInUseError(folder);
    throw cause;
  }
  held.add(file);
  return {
    release: () => {
      if (held.delete(file)) file.close();
    },
  };
}
