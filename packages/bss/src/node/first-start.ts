import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface FirstStart {
  /** The database has answered: it is whole. */
  done(): Promise<void>;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Makes way for a database in `folder/pglite`.
 *
 * PGlite lays a new one down file by file, and takes for whole what has a
 * `PG_VERSION`, which is not the last of them: killed in between, it would never
 * open again. So a mark stands beside it until it has answered once; what is
 * found with the mark has never held anything and is made anew.
 */
export async function firstStart(folder: string): Promise<FirstStart> {
  const mark = join(folder, 'first-start');
  const database = join(folder, 'pglite');
  if (await exists(mark)) await rm(database, { recursive: true, force: true });
  if (!(await exists(join(database, 'PG_VERSION')))) await writeFile(mark, '');
  return { done: () => rm(mark, { force: true }) };
}
