import type { Sql } from './database.ts';
import { type Balance, type LedgerEntry, type LedgerWriter, refuseUnbalanced, type StoredPosting } from '../ledger/ledger.ts';

/** Amounts travel as text: a driver would make numbers of them. */
interface Row {
  entry: string;
  at: string;
  text: string;
  ref: string | null;
  account: string;
  currency: string;
  amount: string;
}

const postingIn = ({ ref, amount, ...row }: Row): StoredPosting => ({ ...row, amount: BigInt(amount), ...(ref !== null && { ref }) });

/** `%`, `_` and `\` of a name mean themselves. */
const beginning = (prefix: string) => `${prefix.replace(/[\\%_]/g, '\\$&')}%`;

/** The ledger of one tenant, read and added to through one connection. */
export class SqlLedger implements LedgerWriter {
  readonly #sql: Sql;
  readonly #tenant: string;

  constructor(sql: Sql, tenant: string) {
    this.#sql = sql;
    this.#tenant = tenant;
  }

  async balanceOf(account: string, currency: string): Promise<bigint> {
    const text = `select coalesce(sum(amount), 0)::text as amount from posting
      where tenant = $1 and account = $2 and currency = $3`;
    const [row] = await this.#sql.query<{ amount: string }>(text, [this.#tenant, account, currency]);
    return BigInt(row?.amount ?? 0);
  }

  async postingsOf(account: string): Promise<StoredPosting[]> {
    const text = `select entry, at, text, ref, account, currency, amount::text as amount from posting
      where tenant = $1 and account = $2 order by seq`;
    return (await this.#sql.query<Row>(text, [this.#tenant, account])).map(postingIn);
  }

  async balances(prefix: string): Promise<Balance[]> {
    const text = `select account, currency, sum(amount)::text as amount from posting
      where tenant = $1 and account like $2 group by account, currency order by account, currency`;
    const rows = await this.#sql.query<Pick<Row, 'account' | 'currency' | 'amount'>>(text, [this.#tenant, beginning(prefix)]);
    return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
  }

  async post(entry: LedgerEntry): Promise<void> {
    refuseUnbalanced(entry);
    const { id, at, text, ref, postings } = entry;
    const sql = `insert into posting (tenant, entry, line, at, text, ref, account, currency, amount)
      select $1, $2, place, $3, $4, $5, account, currency, amount
      from unnest($6::text[], $7::text[], $8::bigint[]) with ordinality as given (account, currency, amount, place)
      order by place`;
    const accounts = postings.map(({ account }) => account);
    const currencies = postings.map(({ currency }) => currency);
    const amounts = postings.map(({ amount }) => String(amount));
    await this.#sql.query(sql, [this.#tenant, id, at, text, ref ?? null, accounts, currencies, amounts]);
  }
}
