import { type Database, openDatabase } from '@faceplate/bss/node';
import { type AuditKey, createAudit, sqlAuditStore, type Trail } from '@faceplate/gateway';

/** A record as it rests in the database. */
export interface Kept {
  readonly seq: number;
  readonly at: string;
  readonly trace: string;
  readonly actor: string;
  readonly on_behalf_of: string | null;
  readonly party: string;
  readonly action: string;
  readonly object_kind: string | null;
  readonly object_id: string | null;
  readonly result: string;
  readonly code: string | null;
}

/** The trail of a product that runs on a Postgres, looked at from outside: as an auditor would, and as an intruder. */
export class TrailTable implements AsyncDisposable {
  readonly database: Database;

  private constructor(database: Database) {
    this.database = database;
  }

  static async open(databaseUrl: string): Promise<TrailTable> {
    return new TrailTable(await openDatabase({ databaseUrl }));
  }

  async last(): Promise<number> {
    const [row] = await this.database.query<{ seq: string | null }>('select max(seq)::text as seq from gateway_audit');
    return Number(row?.seq ?? 0);
  }

  async after(seq: number): Promise<Kept[]> {
    const rows = await this.database.query<Omit<Kept, 'seq'> & { seq: string }>('select * from gateway_audit where seq > $1::text::bigint order by seq', [String(seq)]);
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** The verifier, with the key the product keeps for itself. */
  async verifier(): Promise<Trail> {
    const [row] = await this.database.query<{ value: string }>(`select value::text as value from launcher_kept where name = 'audit-key'`);
    const key = JSON.parse(row?.value ?? 'null') as AuditKey;
    return createAudit({ store: await sqlAuditStore(this.database), keys: [key], clock: () => new Date() });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database.close();
  }
}
