import type { Sql } from './database.ts';
import type { Claim, ClaimNote, ClaimWriter } from '../store/claims.ts';

interface Row {
  key: string;
  holder: string;
  at: string | null;
  body: string | null;
}

const claimIn = ({ key, holder, at, body }: Row): Claim => ({
  key,
  holder,
  ...(at !== null && { at }),
  ...(body !== null && { body: JSON.parse(body) as unknown }),
});

/** The claims of one tenant, read and made through one connection. */
export class SqlClaims implements ClaimWriter {
  readonly #sql: Sql;
  readonly #tenant: string;

  constructor(sql: Sql, tenant: string) {
    this.#sql = sql;
    this.#tenant = tenant;
  }

  async claimOf(space: string, key: string): Promise<Claim | undefined> {
    const text = 'select key, holder, at, body::text as body from claim where tenant = $1 and space = $2 and key = $3';
    const [row] = await this.#sql.query<Row>(text, [this.#tenant, space, key]);
    return row && claimIn(row);
  }

  async holderOf(space: string, key: string): Promise<string | undefined> {
    return (await this.claimOf(space, key))?.holder;
  }

  async holders(space: string): Promise<Map<string, string>> {
    const text = 'select key, holder from claim where tenant = $1 and space = $2 order by key';
    const rows = await this.#sql.query<Row>(text, [this.#tenant, space]);
    return new Map(rows.map(({ key, holder }) => [key, holder]));
  }

  async claim(space: string, key: string, holder: string, { at, body }: ClaimNote = {}): Promise<string> {
    // The update changes nothing: it waits for whoever is at the row, and reads what they leave.
    const text = `insert into claim (tenant, space, key, holder, at, body) values ($1, $2, $3, $4, $5, $6::text::jsonb)
      on conflict (tenant, space, key) do update set holder = claim.holder
      returning holder`;
    const left = body === undefined ? null : JSON.stringify(body);
    const [row] = await this.#sql.query<Row>(text, [this.#tenant, space, key, holder, at ?? null, left]);
    if (!row) throw new Error(`The claim on ${space} ${key} was not written.`);
    return row.holder;
  }

  async release(space: string, key: string): Promise<boolean> {
    const text = 'delete from claim where tenant = $1 and space = $2 and key = $3 returning key';
    return (await this.#sql.query(text, [this.#tenant, space, key])).length > 0;
  }

  async expire(space: string, before: string): Promise<number> {
    const text = `with gone as (delete from claim where tenant = $1 and space = $2 and at < $3 returning key)
      select count(*)::int as gone from gone`;
    const [row] = await this.#sql.query<{ gone: number }>(text, [this.#tenant, space, before]);
    return row?.gone ?? 0;
  }

  async hold(name: string): Promise<boolean> {
    const text = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held';
    const [row] = await this.#sql.query<{ held: boolean }>(text, [JSON.stringify([this.#tenant, name])]);
    return row?.held ?? false;
  }
}
