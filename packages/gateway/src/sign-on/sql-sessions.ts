import type { Guest, Subject } from '../options.ts';
import type { ListeningSql, Sql } from '../sql.ts';
import { VISITOR_IDLE } from '../visitor/visitor.ts';
import { News } from './news.ts';
import { CHANNEL, SessionEndings } from './session-endings.ts';
import { COLUMNS, INSERT_TEXT, insertValues, type Row, sessionOf } from './session-rows.ts';
import type { HandOver, KeptSession, NewTokens, SessionStore, Whose } from './session-store.ts';
import { makeSessionTables } from './session-tables.ts';

/** Writes down which sessions `gone` names and wakes every process, in the statement that deletes them. */
const TOLD = `told as (insert into gateway_session_end (id_hash) select id_hash from gone returning 1)`;
const WAKE = `(select count(*) from told)::int as ended,
  case when (select count(*) from told) > 0 then pg_notify('${CHANNEL}', '')::text end as woken`;
const THEIRS = 'issuer = $1 and ($2::text is null or sub = $2::text) and ($3::text is null or sid = $3::text)';

/** Sessions in a database that several processes share. Makes its tables first. Without `listen` only this process hears of endings. */
export async function sqlSessions(sql: Sql | ListeningSql): Promise<SessionStore> {
  await makeSessionTables(sql);
  const endings = new SessionEndings(sql);
  await endings.begin();
  const store = new SqlSessions(sql, endings);
  if ('listen' in sql) await sql.listen(CHANNEL, () => store.wake());
  return store;
}

class SqlSessions implements SessionStore {
  readonly #sql: Sql;
  readonly #endings: SessionEndings;
  readonly #stirs = new News<void>();

  constructor(sql: Sql, endings: SessionEndings) {
    this.#sql = sql;
    this.#endings = endings;
  }

  wake(): void {
    void this.#endings.look();
    this.#stirs.tell();
  }

  async create(session: KeptSession): Promise<void> {
    await this.#sql.query(INSERT_TEXT, insertValues(session));
  }

  async read(idHash: string): Promise<KeptSession | undefined> {
    const [row] = await this.#sql.query<Row>(`select ${COLUMNS} from gateway_session where id_hash = $1`, [idHash]);
    return row && sessionOf(row);
  }

  async list({ issuer, sub }: Whose): Promise<KeptSession[]> {
    const text = `select ${COLUMNS} from gateway_session where issuer = $1 and sub = $2 order by gateway_session.seen_at desc`;
    return (await this.#sql.query<Row>(text, [issuer, sub])).map(sessionOf);
  }

  // Two tabs touch at once: the later moment stands.
  async touch(idHash: string, seenAt: number): Promise<void> {
    const text = 'update gateway_session set seen_at = greatest(seen_at, $2::text::bigint) where id_hash = $1';
    await this.#sql.query(text, [idHash, String(seenAt)]);
  }

  async rescope(idHash: string, subject: Subject, scopeAt: number): Promise<void> {
    const text = 'update gateway_session set subject = $2::text::jsonb, scope_at = $3::text::bigint where id_hash = $1';
    await this.#sql.query(text, [idHash, JSON.stringify(subject), String(scopeAt)]);
  }

  async bring(idHash: string, guest: Guest): Promise<void> {
    const text = `update gateway_session set guest = $2::text::jsonb
      where id_hash = $1 and (guest is null or guest ->> 'visitor' <> $3 or guest -> 'merged' is null)`;
    await this.#sql.query(text, [idHash, JSON.stringify(guest), guest.visitor]);
  }

  async stale(sub: string): Promise<void> {
    const text = `with aged as (update gateway_session set scope_at = 0 where coalesce(party, sub) = $1 or acting ->> 'customer' = $1 returning 1),
        told as (insert into gateway_session_end (id_hash, kind) select $1, 'stale' where exists (select 1 from aged) returning 1)
      select ${WAKE}`;
    await this.#sql.query(text, [sub]);
    await this.#endings.look();
  }

  async end(idHash: string): Promise<void> {
    const text = `with gone as (delete from gateway_session where id_hash = $1 returning id_hash), ${TOLD} select ${WAKE}`;
    await this.#sql.query(text, [idHash]);
    await this.#endings.look();
  }

  async endAll(whose: Whose, but?: string): Promise<number> {
    if (whose.sub === undefined && whose.sid === undefined) return 0;
    const text = `with gone as (
        delete from gateway_session where ${THEIRS} and ($4::text is null or id_hash <> $4::text) returning id_hash
      ), ${TOLD} select ${WAKE}`;
    const [row] = await this.#sql.query<{ ended: number }>(text, [...theirs(whose), but ?? null]);
    await this.#endings.look();
    return row?.ended ?? 0;
  }

  async endOnce(jti: string, until: number, whose: Whose): Promise<number | undefined> {
    const named = whose.sub !== undefined || whose.sid !== undefined;
    const text = `with noted as (
        insert into gateway_logout_token (jti, until) values ($4, $5::text::bigint) on conflict do nothing returning jti
      ), gone as (
        delete from gateway_session where ${named} and exists (select 1 from noted) and ${THEIRS} returning id_hash
      ), ${TOLD} select (select count(*) from noted)::int as noted, ${WAKE}`;
    const [row] = await this.#sql.query<{ noted: number; ended: number }>(text, [...theirs(whose), jti, String(until)]);
    await this.#endings.look();
    return row?.noted === 1 ? row.ended : undefined;
  }

  ended(listen: (idHash: string) => void): () => void {
    return this.#endings.ended.listen(listen);
  }

  changed(listen: (sub: string) => void): () => void {
    return this.#endings.stale.listen(listen);
  }

  stirred(wake: () => void): () => void {
    return this.#stirs.listen(wake);
  }

  async claim(idHash: string, tokens: string, now: number, until: number): Promise<boolean> {
    const text = `update gateway_session set renewing_until = $4::text::bigint
      where id_hash = $1 and tokens = $2 and renewing_until <= $3::text::bigint returning id_hash`;
    return (await this.#sql.query(text, [idHash, tokens, String(now), String(until)])).length > 0;
  }

  async renew(idHash: string, { was, tokens, accessEndsAt }: NewTokens): Promise<boolean> {
    const text = `with renewed as (
        update gateway_session set tokens = $3, access_ends_at = $4::text::bigint, renewing_until = 0
        where id_hash = $1 and tokens = $2 returning id_hash
      ) select (select count(*) from renewed)::int as renewed, pg_notify('${CHANNEL}', '')::text as woken`;
    const until = accessEndsAt === undefined ? null : String(accessEndsAt);
    const [row] = await this.#sql.query<{ renewed: number }>(text, [idHash, was, tokens, until]);
    this.#stirs.tell();
    return row?.renewed === 1;
  }

  async reseal(idHash: string, was: string, tokens: string, now: number): Promise<void> {
    const text = 'update gateway_session set tokens = $3 where id_hash = $1 and tokens = $2 and renewing_until <= $4::text::bigint';
    await this.#sql.query(text, [idHash, was, tokens, String(now)]);
  }

  async handOver({ codeHash, origin, challenge, facts, until }: HandOver): Promise<void> {
    const text = 'insert into gateway_hand_over (code_hash, origin, challenge, facts, until) values ($1, $2, $3, $4, $5::text::bigint)';
    await this.#sql.query(text, [codeHash, origin, challenge, facts, String(until)]);
  }

  async takeHandOver(codeHash: string): Promise<HandOver | undefined> {
    const text = `delete from gateway_hand_over where code_hash = $1 returning origin, challenge, facts, until::text as until`;
    const [row] = await this.#sql.query<Record<'origin' | 'challenge' | 'facts' | 'until', string>>(text, [codeHash]);
    return row && { ...row, codeHash, until: Number(row.until) };
  }

  async sweep(now: number, idleSince: number): Promise<void> {
    const at = String(now);
    const over = "delete from gateway_session where ends_at <= $1::text::bigint or seen_at <= case kind when 'visitor' then $3::text::bigint else $2::text::bigint end";
    await this.#sql.query(over, [at, String(idleSince), String(now - VISITOR_IDLE)]);
    await this.#sql.query('delete from gateway_logout_token where until <= $1::text::bigint', [at]);
    await this.#sql.query('delete from gateway_hand_over where until <= $1::text::bigint', [at]);
    await this.#sql.query("delete from gateway_session_end where at < now() - interval '1 hour'");
  }
}

const theirs = ({ issuer, sub, sid }: Whose) => [issuer, sub ?? null, sid ?? null];
