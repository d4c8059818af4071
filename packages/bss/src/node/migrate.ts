import type { Database } from './database.ts';

/** One step of a schema. Names are forever: a step that ran is never run again, nor changed. */
export interface Migration {
  name: string;
  /** Statements of the dialect that Postgres 15 and PGlite share. */
  sql: string;
}

/** Any number will do, as long as every process takes the same one. */
const MIGRATION_LOCK = 7_163_201;

/** Runs the steps that have not run yet, in order, in one transaction; processes that start together wait for each other. */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await tx.query('create table if not exists migration (name text primary key)');
    const done = new Set((await tx.query<{ name: string }>('select name from migration')).map(({ name }) => name));
    for (const { name, sql } of migrations) {
      if (done.has(name)) continue;
      await tx.query(sql);
      await tx.query('insert into migration (name) values ($1)', [name]);
    }
  });
}
