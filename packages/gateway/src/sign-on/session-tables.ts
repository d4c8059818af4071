import type { Sql } from '../sql.ts';

// Times as bigint milliseconds, read back as text: drivers disagree on dates and on 64-bit numbers.
const STATEMENTS = [
  `create table if not exists gateway_session (
    id_hash text primary key,
    issuer text not null,
    sub text not null,
    sid text,
    tokens text not null,
    subject jsonb not null,
    scope_at bigint not null,
    created_at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null
  )`,
  // A row of before these columns belongs to no portal: whoever had it signs in once more.
  `alter table gateway_session
    add column if not exists tenant text not null default '',
    add column if not exists kind text not null default 'portal',
    add column if not exists origin text,
    add column if not exists device text not null default '',
    add column if not exists acr text,
    add column if not exists authenticated_at bigint,
    add column if not exists access_ends_at bigint,
    add column if not exists renewing_until bigint not null default 0,
    add column if not exists acting jsonb,
    add column if not exists guest jsonb,
    add column if not exists party text`,
  'create index if not exists gateway_session_person on gateway_session (issuer, sub)',
  'create index if not exists gateway_session_party on gateway_session (coalesce(party, sub))',
  'create table if not exists gateway_logout_token (jti text primary key, until bigint not null)',
  `create table if not exists gateway_session_end (
    seq bigserial primary key,
    id_hash text not null,
    at timestamptz not null default now()
  )`,
  // Besides endings (`end`, a session): people whose rights have changed (`stale`, a sub).
  "alter table gateway_session_end add column if not exists kind text not null default 'end'",
  'create index if not exists gateway_session_end_at on gateway_session_end (at)',
  `create table if not exists gateway_hand_over (
    code_hash text primary key,
    origin text not null,
    challenge text not null,
    facts text not null,
    until bigint not null
  )`,
];

/** Makes the tables, or brings older ones up to date. Processes that start at once wait for each other. */
export async function makeSessionTables(sql: Sql): Promise<void> {
  const all = STATEMENTS.map((statement) => `${statement};`).join('\n');
  await sql.query(`do $$ begin perform pg_advisory_xact_lock(7201); ${all} end $$`);
}
