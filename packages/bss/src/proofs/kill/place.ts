import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './mortal.ts';
import { type Database, openDatabase } from '../../node/database.ts';
import { sqlStore } from '../../node/sql-store.ts';
import type { Store } from '../../store/store.ts';

/** Where a BSS keeps its data, empty at first. */
export interface Place {
  name: 'PGlite' | 'Postgres';
  /** What a BSS is told so that it keeps its data there. */
  environment: Environment;
  /** The folder of an embedded database. */
  dataFolder?: string;
  /** Looks at the data; on PGlite while no BSS runs there. */
  look<T>(work: (store: Store) => Promise<T>): Promise<T>;
  clear(): Promise<void>;
}

async function looking<T>(db: Database, tenant: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await sqlStore(db, { tenant });
  try {
    return await work(store);
  } finally {
    await store.close();
    await db.close();
  }
}

export function inFolder(): Place {
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'faceplate-kill-')), 'data');
  return {
    name: 'PGlite',
    dataFolder,
    environment: { BSS_DATA: dataFolder },
    look: async (work) => looking(await openDatabase({ dataFolder }), 'default', work),
    clear: async () => rmSync(join(dataFolder, '..'), { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** A tenant of its own in a database that others use too. */
export function inTenant(databaseUrl: string): Place {
  const tenant = randomUUID();
  return {
    name: 'Postgres',
    environment: { DATABASE_URL: databaseUrl, BSS_TENANT: tenant },
    look: async (work) => looking(await openDatabase({ databaseUrl }), tenant, work),
    clear: async () => undefined,
  };
}

/** A database of its own, so that its tables are made anew. Throws where none may be created. */
export async function inNewDatabase(databaseUrl: string): Promise<Place> {
  const name = `kill_${randomUUID().replaceAll('-', '')}`;
  const command = async (text: string) => {
    const db = await openDatabase({ databaseUrl });
    try {
      await db.query(text);
    } finally {
      await db.close();
    }
  };
  await command(`create database ${name}`);
  const own = new URL(databaseUrl);
  own.pathname = `/${name}`;
  return { ...inTenant(own.href), clear: () => command(`drop database ${name} with (force)`) };
}
