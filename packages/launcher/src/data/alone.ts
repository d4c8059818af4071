import { openDatabase } from '@faceplate/bss/node';
import type { Config } from '../config/config.ts';

/** Any number will do, as long as every process of ours takes the same. */
const SET_UP_LOCK = 7_083_221;

/**
 * Does what must not be done twice: making tables, filling an empty database.
 * On one Postgres several processes may start at once, so they take turns;
 * PGlite has one process anyway. The lock has a connection of its own, because
 * the work opens transactions on the other.
 */
export async function alone<T>({ databaseUrl }: Config, work: () => Promise<T>): Promise<T> {
  if (databaseUrl === undefined) return work();
  const locking = await openDatabase({ databaseUrl });
  try {
    return await locking.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
      return work();
    });
  } finally {
    await locking.close();
  }
}
