import type { StoredChange } from '../../options.ts';
import type { ListeningSql } from '../../sql.ts';
import type { HintLog } from './hint-log.ts';

const CHANNEL = 'gateway_hint';
/** Held from numbering to commit, so that no stream meets number 8 before number 7 is there. */
const LOCK = 7_163_203;

const TABLES = [
  `create table if not exists gateway_hint (
    seq bigint generated always as identity primary key,
    event_id text not null unique,
    event_time text not null,
    event_type text not null,
    resource text not null,
    record_id text not null,
    party_ids jsonb not null
  )`,
  'create index if not exists gateway_hint_record on gateway_hint (resource, record_id, seq)',
];

// Asked first, so that a repeated event costs no number: a hole would make browsers read everything again.
const NOTE = `insert into gateway_hint (event_id, event_time, event_type, resource, record_id, party_ids)
  select $1, $2, $3, $4, $5, $6::text::jsonb from (select pg_advisory_xact_lock(${LOCK})) as locked
  where not exists (select 1 from gateway_hint where event_id = $1)
  on conflict do nothing returning seq`;

interface Row {
  position: string;
  event_id: string;
  event_time: string;
  event_type: string;
  resource: string;
  record_id: string;
  party_ids: string;
}

const changeOf = (row: Row): StoredChange => ({
  seq: Number(row.position),
  eventId: row.event_id,
  eventTime: row.event_time,
  eventType: row.event_type,
  resource: row.resource,
  id: row.record_id,
  partyIds: JSON.parse(row.party_ids) as string[],
});

/** Hints in a database that several processes share. Makes its tables first. */
export async function sqlHints(sql: ListeningSql): Promise<HintLog> {
  for (const table of TABLES) await sql.query(table);
  const wakes = new Set<() => void>();
  await sql.listen(CHANNEL, () => {
    for (const wake of wakes) wake();
  });
  return {
    note: async ({ eventId, eventTime, eventType, resource, id, partyIds }) => {
      const noted = await sql.query(NOTE, [eventId, eventTime, eventType, resource, id, JSON.stringify(partyIds)]);
      if (noted.length > 0) await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
      return noted.length > 0;
    },
    partiesOf: async (resource, id) => {
      const text = 'select party_ids::text as party_ids from gateway_hint where resource = $1 and record_id = $2 order by seq desc limit 1';
      const [row] = await sql.query<{ party_ids: string }>(text, [resource, id]);
      return row ? (JSON.parse(row.party_ids) as string[]) : [];
    },
    sweep: async (before) => {
      await sql.query('delete from gateway_hint where event_time < $1 and seq < (select max(seq) from gateway_hint)', [before.toISOString()]);
    },
    after: async (seq, limit) => {
      const text = `select seq::text as position, event_id, event_time, event_type, resource, record_id, party_ids::text as party_ids
        from gateway_hint where seq > $1::text::bigint order by gateway_hint.seq limit $2::text::int`;
      return (await sql.query<Row>(text, [String(seq), String(limit)])).map(changeOf);
    },
    latest: async () => {
      const [row] = await sql.query<{ position: string }>('select coalesce(max(seq), 0)::text as position from gateway_hint');
      return Number(row?.position ?? 0);
    },
    subscribe: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
  };
}
