/** The one thing asked of a database; PGlite, Postgres and a transaction of either all give it. */
export interface Sql {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** A database that passes news on between the processes that share it. */
export interface ListeningSql extends Sql {
  /** Calls `wake` after each `pg_notify` on the channel, and after a lost connection came back; the answer ends it. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
}
