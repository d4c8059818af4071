import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../node/database.ts';

/** A database nobody has written to, on the server that a proof was lent. */
export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A load is quickest into an empty table, and only a database of its own is sure to have one. */
export async function freshDatabase(serverUrl: string, label: string): Promise<FreshDatabase> {
  const name = `faceplate_${label}_${randomUUID().slice(0, 8)}`;
  const server = await openDatabase({ databaseUrl: serverUrl });
  await server.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await server.query(`drop database ${name} with (force)`);
      await server.close();
    },
  };
}
