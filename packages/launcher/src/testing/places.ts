import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@faceplate/bss/node';
import { type Config, defaults } from '../config/config.ts';

/** Where a product of a test keeps its data, and nothing else does. */
export interface Place {
  name: string;
  config: Config;
  clear(): Promise<void>;
}

/** Small, so that a start costs little; any free port. */
const settings = { ...defaults, port: 0, world: { seed: 7, customers: 1 } };

export function embeddedPlace(): Place {
  const dataFolder = mkdtempSync(join(tmpdir(), 'faceplate-launcher-'));
  return {
    name: 'the embedded database',
    config: { ...settings, dataFolder },
    clear: async () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

async function on(databaseUrl: string, statement: string): Promise<void> {
  const database = await openDatabase({ databaseUrl });
  try {
    await database.query(statement);
  } finally {
    await database.close();
  }
}

/** A database of its own on the server `DATABASE_URL` names; nothing when it names none. */
export async function postgresPlace(): Promise<Place | undefined> {
  const server = process.env['DATABASE_URL'];
  if (!server) return undefined;
  const name = `launcher_${randomBytes(6).toString('hex')}`;
  await on(server, `create database ${name}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return {
    name: 'Postgres',
    config: { ...settings, dataFolder: '', databaseUrl },
    clear: () => on(server, `drop database ${name} with (force)`),
  };
}
