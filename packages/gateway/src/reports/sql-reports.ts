import type { Sql } from '../sql.ts';
import { type KeptReport, oldestRemoval, type Owner, type ReportStore } from './store.ts';

// Times as the text that they are in the reports (RFC 3339 in UTC sorts as it passes): clocks of database and process are never mixed.
const TABLES = [
  `create table if not exists gateway_report_shelf (
    tenant text not null,
    person text not null,
    version integer not null,
    removed_at text,
    body jsonb not null,
    primary key (tenant, person)
  )`,
  'create index if not exists gateway_report_shelf_removed on gateway_report_shelf (removed_at) where removed_at is not null',
];

const FIRST = `insert into gateway_report_shelf (tenant, person, version, removed_at, body)
  values ($1, $2, $3::text::int, $4, $5::text::jsonb) on conflict do nothing returning version`;

const NEXT = `update gateway_report_shelf set version = $3::text::int, removed_at = $4, body = $5::text::jsonb
  where tenant = $1 and person = $2 and version = $3::text::int - 1 returning version`;

interface Row {
  version: number;
  body: string;
}

/** Reports in a database that several processes share. Makes its table first. */
export async function sqlReports(sql: Sql): Promise<ReportStore> {
  await sql.query(`do $$ begin perform pg_advisory_xact_lock(7402); ${TABLES.map((table) => `${table};`).join('\n')} end $$`);
  return {
    read: async ({ tenant, person }) => {
      const [row] = await sql.query<Row>('select version, body::text as body from gateway_report_shelf where tenant = $1 and person = $2', [tenant, person]);
      return row ? { version: row.version, reports: JSON.parse(row.body) as KeptReport[] } : { version: 0, reports: [] };
    },
    write: async ({ tenant, person }, shelf) => {
      const values = [tenant, person, String(shelf.version), oldestRemoval(shelf) ?? null, JSON.stringify(shelf.reports)];
      return (await sql.query(shelf.version === 1 ? FIRST : NEXT, values)).length > 0;
    },
    withRemoved: (before, limit) => sql.query<Owner>('select tenant, person from gateway_report_shelf where removed_at < $1 order by removed_at limit $2::text::int', [before, String(limit)]),
  };
}
