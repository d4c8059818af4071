import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '../node/database.ts';
import { sqlStore } from '../node/sql-store.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

/** A database for tests: opened once, then an empty tenant for each test. */
export interface StoreMaker {
  name: 'memory' | 'PGlite' | 'Postgres';
  make(): Promise<Store>;
  close(): Promise<void>;
}

function onDatabase(name: StoreMaker['name'], open: () => Promise<Database>): StoreMaker {
  let opened: Promise<Database> | undefined;
  return {
    name,
    make: async () => sqlStore(await (opened ??= open()), { tenant: randomUUID() }),
    close: async () => {
      await (await opened)?.close();
    },
  };
}

/** Memory alone: no database is opened. */
export const inMemory: StoreMaker = { name: 'memory', make: async () => memoryStore(), close: async () => {} };

/** Memory, PGlite and, where there is one, Postgres: all three must give equal answers. */
export function storeMakers(databaseUrl = process.env['DATABASE_URL']): StoreMaker[] {
  const makers = [inMemory, onDatabase('PGlite', () => openDatabase({}))];
  if (databaseUrl) makers.push(onDatabase('Postgres', () => openDatabase({ databaseUrl })));
  return makers;
}
