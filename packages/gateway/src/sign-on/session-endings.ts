import type { Sql } from '../sql.ts';
import { News } from './news.ts';

/** The channel on which processes wake each other. */
export const CHANNEL = 'gateway_session';

/** A transaction that began first may be seen last: what is this young is looked at again. */
const AGAIN = "interval '30 seconds'";

/**
 * Sessions that ended, read from the table that every process writes: a
 * notification only says "look", so that none is lost with a connection.
 */
export class SessionEndings {
  readonly news = new News<string>();
  readonly #sql: Sql;
  #cursor = '0';
  #told = new Set<string>();
  #looking: Promise<void> = Promise.resolve();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** From here on; what ended before concerns nobody who listens now. */
  async begin(): Promise<void> {
    const rows = await this.#read();
    const [newest] = await this.#sql.query<{ seq: string }>('select coalesce(max(seq), 0)::text as seq from gateway_session_end');
    this.#told = new Set(rows.map(({ seq }) => seq));
    this.#cursor = newest?.seq ?? '0';
  }

  /** One look at a time; a failed one is made up for by the next. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#tell()).catch(() => undefined);
    return this.#looking;
  }

  #read(): Promise<{ seq: string; id_hash: string }[]> {
    const text = `select seq::text as seq, id_hash from gateway_session_end where seq > $1::text::bigint or at > now() - ${AGAIN} order by gateway_session_end.seq`;
    return this.#sql.query(text, [this.#cursor]);
  }

  async #tell(): Promise<void> {
    const rows = await this.#read();
    const fresh = rows.filter(({ seq }) => !this.#told.has(seq));
    this.#told = new Set(rows.map(({ seq }) => seq));
    this.#cursor = rows.at(-1)?.seq ?? this.#cursor;
    for (const { id_hash } of fresh) this.news.tell(id_hash);
  }
}
