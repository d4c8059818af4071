/** The one thing asked of a database; PGlite, Postgres and a transaction of either all give it. */
export interface Sql {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>;
}
