import type { Sql } from '../sql.ts';
import { addressMark, type GuestBook, type MadeFor } from './guest-book.ts';

const STATEMENTS = [
  `create table if not exists gateway_guest (
    guest text primary key,
    visitor text not null,
    mark text not null,
    issuer text,
    sub text,
    party text,
    seq bigserial
  )`,
  'create index if not exists gateway_guest_mark on gateway_guest (mark) where sub is null',
  'create index if not exists gateway_guest_person on gateway_guest (issuer, sub)',
  'create index if not exists gateway_guest_party on gateway_guest (party)',
];

/** The book in a database that several processes share. Makes its table first. */
export async function sqlGuests(sql: Sql): Promise<GuestBook> {
  const all = STATEMENTS.map((statement) => `${statement};`).join('\n');
  await sql.query(`do $$ begin perform pg_advisory_xact_lock(7207); ${all} end $$`);
  return {
    enter: async ({ guest, visitor }, email) => {
      await sql.query('insert into gateway_guest (guest, visitor, mark) values ($1, $2, $3) on conflict (guest) do nothing', [guest, visitor, await addressMark(email)]);
    },
    // Whoever comes first has it, in one statement: two who verified one address at once never share a guest.
    claim: async ({ issuer, sub }, email) =>
      sql.query<MadeFor>(
        `with mine as (
          update gateway_guest set issuer = $1, sub = $2, party = (select max(known.party) from gateway_guest known where known.issuer = $1 and known.sub = $2)
          where mark = $3 and (gateway_guest.sub is null or (gateway_guest.issuer = $1 and gateway_guest.sub = $2 and gateway_guest.party is null))
          returning guest, visitor, seq
        ) select guest, visitor from mine order by seq desc`,
        [issuer, sub, await addressMark(email)],
      ),
    partyOf: async ({ issuer, sub }) => {
      const [row] = await sql.query<{ party: string | null }>('select max(party) as party from gateway_guest where issuer = $1 and sub = $2', [issuer, sub]);
      return row?.party ?? undefined;
    },
    settle: async ({ issuer, sub }, party) => {
      await sql.query('update gateway_guest set party = $3 where issuer = $1 and sub = $2', [issuer, sub, party]);
    },
    besides: async (party) => {
      const rows = await sql.query<{ guest: string }>('select guest from gateway_guest where party = $1 and guest <> $1 order by seq', [party]);
      return rows.map(({ guest }) => guest);
    },
  };
}
