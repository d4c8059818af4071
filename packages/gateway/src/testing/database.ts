import { PGlite } from '@electric-sql/pglite';
import type { Sql } from '../sql.ts';

let opened: Promise<PGlite> | undefined;
let schemas = 0;

/** A database in memory, empty: each call gets a schema of its own in one engine, as starting one takes seconds. */
export async function aDatabase(): Promise<Sql> {
  const engine = await (opened ??= PGlite.create());
  schemas += 1;
  const schema = `test_${schemas}`;
  await engine.query(`create schema ${schema}`);
  return {
    // The path is set within the call's own transaction, so that databases of one test file can be used side by side.
    query: <Row>(text: string, params: readonly unknown[] = []) =>
      engine.transaction(async (tx) => {
        await tx.query(`set local search_path to ${schema}`);
        return (await tx.query<Row>(text, [...params])).rows;
      }),
  };
}
