import type { Sql } from '../sql.ts';
import { News } from './news.ts';

/** The channel on which processes wake each other. */
export const CHANNEL = 'gateway_session';

/** A transaction that began first may be seen last: what is this young is looked at again. */
const AGAIN = "interval '30 seconds'";

interface Row {
  seq: string;
  /** A session's, or of `stale` a person's. */
  id_hash: string;
  kind: string;
}

/**
 * Sessions that ended and people whose rights changed, read from the table
 * that every process writes: a notification only says "look", so that nothing
 * is lost with a connection.
 */
export class SessionEndings {
  readonly ended = new News<string>();
  readonly stale = new News<string>();
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

  #read(): Promise<Row[]> {
    const text = `select seq::text as seq, id_hash, kind from gateway_session_end where seq > $1::text::bigint or at > now() - ${AGAIN} order by gateway_session_end.seq`;
    return this.#sql.query(text, [this.#cursor]);
  }

  async #tell(): Promise<void> {
    const rows = await this.#read();
    const fresh = rows.filter(({ seq }) => !this.#told.has(seq));
    this.#told = new Set(rows.map(({ seq }) => seq));
    this.#cursor = rows.at(-1)?.seq ?? this.#cursor;
    for (const { id_hash, kind } of fresh) (kind === 'stale' ? this.stale : this.ended).tell(id_hash);
  }
}
