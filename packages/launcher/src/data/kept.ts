import type { Database } from '@faceplate/bss/node';

const TABLE = `create table if not exists launcher_kept (
  name text primary key,
  value jsonb not null
)`;

/**
 * What the product made up once and must say again after every restart: keys,
 * secrets, which world was generated. Lives in the product's own database, so
 * several processes on one Postgres agree.
 */
export interface Kept {
  read<T>(name: string): Promise<T | undefined>;
  /** The kept value; made and kept now when there is none. When two processes make one at once, both get the first. */
  keep<T>(name: string, make: () => T | Promise<T>): Promise<T>;
  /** Keeps this instead of what was kept; `undefined` forgets it. */
  replace(name: string, value: object | undefined): Promise<void>;
}

export async function openKept(database: Database): Promise<Kept> {
  await database.query(TABLE);

  async function read<T>(name: string): Promise<T | undefined> {
    const text = 'select value::text as value from launcher_kept where name = $1';
    const [row] = await database.query<{ value: string }>(text, [name]);
    return row && (JSON.parse(row.value) as T);
  }

  async function keep<T>(name: string, make: () => T | Promise<T>): Promise<T> {
    const known = await read<T>(name);
    if (known !== undefined) return known;
    const made = await make();
    const text = 'insert into launcher_kept (name, value) values ($1, $2::text::jsonb) on conflict (name) do nothing';
    await database.query(text, [name, JSON.stringify(made)]);
    return (await read<T>(name)) ?? made;
  }

  async function replace(name: string, value: object | undefined): Promise<void> {
    const forget = 'delete from launcher_kept where name = $1';
    const put = 'insert into launcher_kept (name, value) values ($1, $2::text::jsonb) on conflict (name) do update set value = excluded.value';
    await (value === undefined ? database.query(forget, [name]) : database.query(put, [name, JSON.stringify(value)]));
  }

  return { read, keep, replace };
}
