import type { Sql } from '../sql.ts';
import type { Feed, FeedOwner, FeedStore } from './feeds.ts';

const TABLES = [
  `create table if not exists gateway_calendar_feed (
    tenant text not null,
    person text not null,
    id text not null,
    made_at text not null,
    read_at text,
    primary key (tenant, person)
  )`,
  'create unique index if not exists gateway_calendar_feed_id on gateway_calendar_feed (tenant, id)',
];

const PUT = `insert into gateway_calendar_feed (tenant, person, id, made_at) values ($1, $2, $3, $4)
  on conflict (tenant, person) do update set id = $3, made_at = $4, read_at = null`;

interface Row {
  tenant: string;
  person: string;
  id: string;
  made_at: string;
  read_at: string | null;
}

const feedOf = ({ tenant, person, id, made_at: madeAt, read_at: readAt }: Row): FeedOwner & Feed => ({ tenant, person, id, madeAt, ...(readAt !== null && { readAt }) });

/** Feeds in a database that several processes share. Makes its table first. */
export async function sqlFeeds(sql: Sql): Promise<FeedStore> {
  await sql.query(`do $$ begin perform pg_advisory_xact_lock(7405); ${TABLES.map((table) => `${table};`).join('\n')} end $$`);
  const one = async (where: string, values: string[]) => {
    const [row] = await sql.query<Row>(`select tenant, person, id, made_at, read_at from gateway_calendar_feed where ${where}`, values);
    return row && feedOf(row);
  };
  return {
    of: ({ tenant, person }) => one('tenant = $1 and person = $2', [tenant, person]),
    put: async ({ tenant, person }, { id, madeAt }) => void (await sql.query(PUT, [tenant, person, id, madeAt])),
    remove: async ({ tenant, person }) => void (await sql.query('delete from gateway_calendar_feed where tenant = $1 and person = $2', [tenant, person])),
    find: (tenant, id) => one('tenant = $1 and id = $2', [tenant, id]),
    read: async ({ tenant, person }, id, at) => void (await sql.query('update gateway_calendar_feed set read_at = $4 where tenant = $1 and person = $2 and id = $3', [tenant, person, id, at])),
  };
}
