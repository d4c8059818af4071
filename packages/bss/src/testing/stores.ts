import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '../node/database.ts';
import { sqlStore } from '../node/sql-store.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

/** A database for tests: opened once, then an empty tenant for each test. */
export interface StoreMaker {
  name: string;
  make(): Promise<Store>;
  close(): Promise<void>;
}

function onDatabase(name: string, open: () => Promise<Database>): StoreMaker {
  let opened: Promise<Database> | undefined;
  return {
    name,
    make: async () => sqlStore(await (opened ??= open()), { tenant: randomUUID() }),
    close: async () => {
      await (await opened)?.close();
    },
  };
}

const memory: StoreMaker = { name: 'memory', make: async () => memoryStore(), close: async () => {} };

/** Memory, PGlite and, where `DATABASE_URL` is set, Postgres: all three must give equal answers. */
export function storeMakers(): StoreMaker[] {
  const databaseUrl = process.env['DATABASE_URL'];
  const makers = [memory, onDatabase('PGlite', () => openDatabase({}))];
  if (databaseUrl) makers.push(onDatabase('Postgres', () => openDatabase({ databaseUrl })));
  return makers;
}
