import type { PspStore } from './store.ts';
import { type Charge, type Intent, isOver, type KeptCard, type News } from './types.ts';

/** The one thing asked of a database; PGlite and Postgres give it. */
export interface Sql {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

// Times as bigint milliseconds and asked for by parameter: clocks of database and process are never mixed.
const TABLES = [
  `create table if not exists psp_intent (
    id text primary key,
    reference text not null unique,
    version integer not null,
    ripe_at bigint,
    body jsonb not null
  )`,
  'create index if not exists psp_intent_ripe on psp_intent (ripe_at) where ripe_at is not null',
  `create table if not exists psp_charge (
    seq bigint generated always as identity primary key,
    reference text not null,
    body jsonb not null
  )`,
  'create index if not exists psp_charge_reference on psp_charge (reference)',
  'create table if not exists psp_card (token text primary key, customer text not null, body jsonb not null)',
  `create table if not exists psp_news (
    seq bigint generated always as identity primary key,
    id text not null unique,
    intent_id text not null,
    body text not null,
    due bigint not null,
    tries integer not null default 0
  )`,
  'create index if not exists psp_news_intent on psp_news (intent_id, seq)',
];

// One statement: the state, the money and the news of it are kept together or not at all.
const MOVE = `with moved as (
    update psp_intent set version = $2::text::int, ripe_at = $3::text::bigint, body = $4::text::jsonb
    where id = $1 and version = $2::text::int - 1 returning id
  ), charged as (
    insert into psp_charge (reference, body) select one->>'reference', one from moved, jsonb_array_elements($5::text::jsonb) as one returning 1
  ), kept as (
    insert into psp_card (token, customer, body) select one->>'token', one->>'customer', one from moved, jsonb_array_elements($6::text::jsonb) as one returning 1
  ), news as (
    insert into psp_news (id, intent_id, body, due)
    select one->>'id', one->>'intentId', one->>'body', (one->>'due')::bigint
    from moved, jsonb_array_elements($7::text::jsonb) with ordinality as told(one, place) order by place returning 1
  ) select id from moved`;

const TAKE = `update psp_news set due = $2::text::bigint where seq in (
    select seq from psp_news as one where due <= $1::text::bigint
      and not exists (select 1 from psp_news as earlier where earlier.intent_id = one.intent_id and earlier.seq < one.seq)
    order by seq limit $3::text::int for update skip locked
  ) and due <= $1::text::bigint returning id, intent_id, body, due::text as due, tries, seq::text as place`;

const ripeAt = ({ state, settlesAt, expiresAt }: Intent): string | null => (isOver(state) ? null : String(settlesAt ?? expiresAt));

interface Kept {
  body: string;
}
const read = <T>(rows: readonly Kept[]): T[] => rows.map(({ body }) => JSON.parse(body) as T);

/** A provider's memory in a database that several processes may share. Makes its tables first. */
export async function sqlPsp(sql: Sql): Promise<PspStore> {
  await sql.query(`do $$ begin perform pg_advisory_xact_lock(7301); ${TABLES.map((table) => `${table};`).join('\n')} end $$`);
  const intents = async (where: string, ...params: string[]) =>
    read<Intent>(await sql.query<Kept>(`select body::text as body from psp_intent where ${where}`, params));
  const cards = async (where: string, value: string) => read<KeptCard>(await sql.query<Kept>(`select body::text as body from psp_card where ${where}`, [value]));
  return {
    open: async (intent) => {
      const text = `insert into psp_intent (id, reference, version, ripe_at, body) values ($1, $2, $3::text::int, $4::text::bigint, $5::text::jsonb)
        on conflict (reference) do nothing returning id`;
      const made = await sql.query(text, [intent.id, intent.reference, String(intent.version), ripeAt(intent), JSON.stringify(intent)]);
      const [before] = made.length > 0 ? [intent] : await intents('reference = $1', intent.reference);
      return before ?? intent;
    },
    intent: async (id) => (await intents('id = $1', id))[0],
    byReference: async (reference) => (await intents('reference = $1', reference))[0],
    move: async (now, { charge, card, news }) => {
      const lists = [charge ? [charge] : [], card ? [card] : [], news].map((list) => JSON.stringify(list));
      return (await sql.query(MOVE, [now.id, String(now.version), ripeAt(now), JSON.stringify(now), ...lists])).length > 0;
    },
    ripe: (now, limit) => intents('ripe_at <= $1::text::bigint order by ripe_at limit $2::text::int', String(now), String(limit)),
    keep: async (card) => {
      const text = `insert into psp_card (token, customer, body) values ($1, $2, $3::text::jsonb)
        on conflict (token) do update set customer = excluded.customer, body = excluded.body`;
      await sql.query(text, [card.token, card.customer, JSON.stringify(card)]);
    },
    cards: (customer) => cards("customer = $1 order by (body->>'createdAt')::bigint", customer),
    card: async (token) => (await cards('token = $1', token))[0],
    forget: async (token, customer) => (await sql.query('delete from psp_card where token = $1 and customer = $2 returning token', [token, customer])).length > 0,
    charges: async (reference) =>
      read<Charge>(await sql.query<Kept>('select body::text as body from psp_charge where $1::text is null or reference = $1::text order by seq', [reference ?? null])),
    ...newsIn(sql),
  };
}

interface NewsRow {
  id: string;
  intent_id: string;
  body: string;
  due: string;
  tries: number;
  place: string;
}

const newsIn = (sql: Sql): Pick<PspStore, 'takeNews' | 'told' | 'again'> => ({
  takeNews: async (now, until, limit) => {
    const rows = await sql.query<NewsRow>(TAKE, [String(now), String(until), String(limit)]);
    const inOrder = rows.toSorted((one, other) => Number(one.place) - Number(other.place));
    return inOrder.map(({ id, intent_id: intentId, body, due, tries }): News => ({ id, intentId, body, due: Number(due), tries }));
  },
  told: async (id) => void (await sql.query('delete from psp_news where id = $1', [id])),
  again: async (id, due) => void (await sql.query('update psp_news set due = $2::text::bigint, tries = tries + 1 where id = $1', [id, String(due)])),
});
