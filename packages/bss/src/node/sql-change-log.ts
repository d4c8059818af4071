import type { Database, Sql } from './database.ts';
import type { ChangeLog, NewChange, Prunable, Resource, StoredChange } from '../store/store.ts';

const CHANNEL = 'faceplate_outbox';

/** Held from numbering to commit, so that no reader meets number 8 before number 7 is there. */
export const OUTBOX_LOCK = 7_163_202;

interface Row {
  position: string;
  event_id: string;
  event_time: string;
  event_type: string;
  resource: string;
  doc_id: string;
  party_ids: string;
  last: string | null;
}

const changeOf = (row: Row): StoredChange => ({
  seq: Number(row.position),
  eventId: row.event_id,
  eventTime: row.event_time,
  eventType: row.event_type,
  resource: row.resource,
  id: row.doc_id,
  partyIds: JSON.parse(row.party_ids) as string[],
  ...(row.last !== null && { last: JSON.parse(row.last) as Resource }),
});

/** The outbox table, and who is woken when it grows, in this process or another. */
export class SqlChangeLog implements ChangeLog {
  readonly #db: Database;
  readonly #tenant: string;
  readonly #wakes = new Set<() => void>();
  #unlisten: () => Promise<void> = async () => {};

  constructor(db: Database, tenant: string) {
    this.#db = db;
    this.#tenant = tenant;
  }

  static async open(db: Database, tenant: string): Promise<SqlChangeLog> {
    const log = new SqlChangeLog(db, tenant);
    log.#unlisten = await db.listen(CHANNEL, () => {
      for (const wake of log.#wakes) wake();
    });
    return log;
  }

  /**
   * Last thing before the commit: the lock makes writers queue from here on. One statement, so that nobody waits for more
   * than its way there and back and the commit; what is numbered comes after the lock, being made of rows that do.
   */
  async append(sql: Sql, changes: readonly NewChange[]): Promise<void> {
    if (changes.length === 0) return;
    const text = `with turn as materialized (select pg_advisory_xact_lock($3)), told as (
        insert into outbox (tenant, event_id, event_time, event_type, resource, doc_id, party_ids, last)
        select $1, c->>'eventId', c->>'eventTime', c->>'eventType', c->>'resource', c->>'id', c->'partyIds', c->'last'
        from turn, jsonb_array_elements($2::text::jsonb) with ordinality as given (c, place) order by place
        returning 1)
      select pg_notify($4, '') from (select count(*) from told) as all_of_them`;
    await sql.query(text, [this.#tenant, JSON.stringify(changes), OUTBOX_LOCK, CHANNEL]);
  }

  async after(seq: number, limit: number): Promise<StoredChange[]> {
    const text = `select seq::text as position, event_id, event_time, event_type, resource, doc_id,
      party_ids::text as party_ids, last::text as last from outbox where tenant = $1 and seq > $2 order by seq limit $3`;
    return (await this.#db.query<Row>(text, [this.#tenant, seq, limit])).map(changeOf);
  }

  async latest(): Promise<number> {
    const text = 'select coalesce(max(seq), 0)::text as position from outbox where tenant = $1';
    const [row] = await this.#db.query<{ position: string }>(text, [this.#tenant]);
    return Number(row?.position ?? 0);
  }

  async prune({ upTo, before, keep }: Prunable): Promise<number> {
    // The newest stays whatever is asked, so that `latest` never goes back.
    const text = `with oldest_kept as (
        select min(seq) as seq from (select seq from outbox where tenant = $1 order by seq desc limit $4) newest
      ), first_needed as (
        select coalesce(min(seq), $2::bigint + 1) as seq from outbox where tenant = $1 and (seq > $2::bigint or event_time >= $3)
      ), gone as (
        delete from outbox where tenant = $1
          and seq < (select seq from oldest_kept) and seq < (select seq from first_needed) returning seq
      ) select count(*)::int as gone from gone`;
    const parameters = [this.#tenant, upTo, before, Math.max(1, keep)];
    const [row] = await this.#db.query<{ gone: number }>(text, parameters);
    return row?.gone ?? 0;
  }

  subscribe(wake: () => void): () => void {
    this.#wakes.add(wake);
    return () => this.#wakes.delete(wake);
  }

  async close(): Promise<void> {
    this.#wakes.clear();
    await this.#unlisten();
  }
}
