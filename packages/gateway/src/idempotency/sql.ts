import type { Sql } from '../sql.ts';
import { CLAIM_FOR, type Claim, type IdempotencyKey, type IdempotencyStore, KEPT_FOR, keyText } from './store.ts';

interface Row {
  fingerprint: string;
  status: number | null;
  content_type: string | null;
  body: string | null;
}

const TABLE = `create table if not exists gateway_idempotency (
  key text primary key,
  fingerprint text not null,
  since timestamptz not null,
  status integer,
  content_type text,
  body text
)`;

// Takes the key when it is new, or when what held it is past its time. The
// primary key decides between simultaneous callers.
const CLAIM = `insert into gateway_idempotency as held (key, fingerprint, since) values ($1, $2, $3::timestamptz)
  on conflict (key) do update set fingerprint = excluded.fingerprint, since = excluded.since,
    status = null, content_type = null, body = null
  where held.since < case when held.status is null then $4::timestamptz else $5::timestamptz end
  returning key`;

/** Keys in a database that several processes share. Makes its table first. */
export async function sqlIdempotency(sql: Sql): Promise<IdempotencyStore> {
  await sql.query(TABLE);
  const drop = 'delete from gateway_idempotency where key = $1 and status is null';
  return {
    begin: (key, fingerprint, now) => begin(sql, key, fingerprint, now),
    finish: async (key, { status, contentType, body }) => {
      await sql.query('update gateway_idempotency set status = $2, content_type = $3, body = $4 where key = $1', [
        keyText(key),
        status,
        contentType,
        body,
      ]);
    },
    abandon: async (key) => {
      await sql.query(drop, [keyText(key)]);
    },
  };
}

async function begin(sql: Sql, key: IdempotencyKey, fingerprint: string, now: Date): Promise<Claim> {
  const text = keyText(key);
  const before = (age: number) => new Date(now.getTime() - age).toISOString();
  const taken = await sql.query(CLAIM, [text, fingerprint, now.toISOString(), before(CLAIM_FOR), before(KEPT_FOR)]);
  if (taken.length > 0) return { step: 'claimed' };
  const [row] = await sql.query<Row>('select fingerprint, status, content_type, body from gateway_idempotency where key = $1', [text]);
  // Abandoned between the two statements: free again, so the caller may come once more.
  if (!row) return { step: 'in-progress' };
  if (row.fingerprint !== fingerprint) return { step: 'other-body' };
  if (row.status === null) return { step: 'in-progress' };
  return { step: 'finished', answer: { status: row.status, contentType: row.content_type ?? '', body: row.body ?? '' } };
}

/** Deletes what is past its time; call it now and then. Answers how many went. */
export async function sweepIdempotency(sql: Sql, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - KEPT_FOR).toISOString();
  const gone = await sql.query('delete from gateway_idempotency where since < $1::timestamptz returning key', [oldest]);
  return gone.length;
}
