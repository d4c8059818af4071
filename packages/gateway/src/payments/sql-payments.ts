import type { Sql } from '../sql.ts';
import { type Attempt, isUnderWay } from './attempt.ts';
import { holdsOf, type PaymentStore } from './store.ts';

// Times as bigint milliseconds and asked for by parameter: clocks of database and process are never mixed.
const TABLES = [
  `create table if not exists gateway_payment (
    id text primary key,
    version integer not null,
    at text not null,
    look_at bigint,
    body jsonb not null
  )`,
  'create index if not exists gateway_payment_look on gateway_payment (look_at) where look_at is not null',
  'create table if not exists gateway_payment_account (account text not null, payment text not null, primary key (account, payment))',
  'create table if not exists gateway_payment_hold (account text not null, bill text not null, payment text not null, primary key (account, bill))',
];

// One statement: of two payments for one bill, the primary key of the holds lets one in, whichever process it comes by. A
// payment for a whole account and one for a bill of it have different keys: who begins them takes turns by account.
const BEGIN = `with asked as (select one->>'account' as account, one->>'bill' as bill from jsonb_array_elements($4::text::jsonb) as one
  ), barred as (
    select 1 from gateway_payment_hold as hold join asked using (account)
    where hold.bill = asked.bill or hold.bill = '' or asked.bill = ''
  ), made as (
    insert into gateway_payment (id, version, at, look_at, body)
    select $1, 1, $2, $5::text::bigint, $3::text::jsonb where not exists (select 1 from barred)
    on conflict (id) do nothing returning id
  ), listed as (
    insert into gateway_payment_account (account, payment) select distinct asked.account, $1 from made, asked returning 1
  ), held as (
    insert into gateway_payment_hold (account, bill, payment) select asked.account, asked.bill, $1 from made, asked returning 1
  ) select id from made`;

const MOVE = `with moved as (
    update gateway_payment set version = $2::text::int, look_at = $3::text::bigint, body = $4::text::jsonb
    where id = $1 and version = $2::text::int - 1 returning id
  ), freed as (
    delete from gateway_payment_hold where payment in (select id from moved) and $5::text::boolean returning 1
  ) select id from moved`;

const DUE = `update gateway_payment set look_at = $2::text::bigint where id in (
    select id from gateway_payment where look_at <= $1::text::bigint order by look_at limit $3::text::int for update skip locked
  ) returning id`;

const OF = `select body::text as body from gateway_payment where id in (
    select payment from gateway_payment_account where account in (select jsonb_array_elements_text($1::text::jsonb))
  ) order by at desc limit $2::text::int`;

interface Kept {
  body: string;
}

/** A key that is taken: another payment was faster by less than a statement. */
const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';

/** Payments in a database that several processes share. Makes its tables first. */
export async function sqlPayments(sql: Sql): Promise<PaymentStore> {
  await sql.query(`do $$ begin perform pg_advisory_xact_lock(7401); ${TABLES.map((table) => `${table};`).join('\n')} end $$`);
  const read = async (id: string): Promise<Attempt | undefined> => {
    const [row] = await sql.query<Kept>('select body::text as body from gateway_payment where id = $1', [id]);
    return row && (JSON.parse(row.body) as Attempt);
  };
  return {
    begin: async (attempt, nextLook) => {
      const holds = JSON.stringify(holdsOf(attempt));
      const values = [attempt.id, attempt.at, JSON.stringify(attempt), holds, String(nextLook)];
      const made = await sql.query(BEGIN, values).catch((error: unknown) => {
        if (isTaken(error)) return [];
        throw error;
      });
      return made.length > 0 ? attempt : ((await read(attempt.id)) ?? 'held');
    },
    read,
    of: async (accountIds, limit) => {
      const rows = await sql.query<Kept>(OF, [JSON.stringify(accountIds), String(limit)]);
      return rows.map(({ body }) => JSON.parse(body) as Attempt);
    },
    move: async (now, nextLook) => {
      const look = nextLook === undefined ? null : String(nextLook);
      return (await sql.query(MOVE, [now.id, String(now.version), look, JSON.stringify(now), String(!isUnderWay(now))])).length > 0;
    },
    due: async (now, until, limit) => (await sql.query<{ id: string }>(DUE, [String(now), String(until), String(limit)])).map(({ id }) => id),
  };
}
