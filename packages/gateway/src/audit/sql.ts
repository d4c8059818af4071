import type { Sql } from '../sql.ts';
import { type AuditRow, FIELDS } from './record.ts';
import type { AuditStore, Head } from './store.ts';

// Text in the order of its bytes, and no column that is worked out from another: all that rests here is under the hash.
const TABLES = [
  `create table if not exists gateway_audit (
    tenant text collate "C" not null,
    seq bigint not null,
    ${FIELDS.map((field) => `${field} text collate "C"`).join(',\n    ')},
    hash text collate "C" not null,
    primary key (tenant, seq)
  )`,
  'create index if not exists gateway_audit_hash on gateway_audit (tenant, hash)',
  'create index if not exists gateway_audit_party on gateway_audit (tenant, party, seq)',
  'create index if not exists gateway_audit_actor on gateway_audit (tenant, actor, seq)',
  'create index if not exists gateway_audit_behalf on gateway_audit (tenant, on_behalf_of, seq) where on_behalf_of is not null',
  `create table if not exists gateway_audit_head (
    tenant text collate "C" primary key,
    seq bigint not null,
    hash text collate "C" not null,
    pruned_seq bigint not null,
    pruned_hash text collate "C" not null,
    signature text collate "C" not null
  )`,
];

const MOVE = `update gateway_audit_head set seq = $3::text::bigint, hash = $4, pruned_seq = $5::text::bigint, pruned_hash = $6, signature = $7
  where tenant = $1 and signature = $2 returning tenant`;
const BEGIN = `insert into gateway_audit_head (tenant, seq, hash, pruned_seq, pruned_hash, signature)
  select $1, $3::text::bigint, $4, $5::text::bigint, $6, $7 where $2::text is null on conflict do nothing returning tenant`;

const NAMES = ['seq', ...FIELDS, 'hash'];
const SHAPE = NAMES.map((name) => `${name} ${name === 'seq' ? 'bigint' : 'text'}`).join(', ');
// The head's row is the lock: of several processes one moves it, and the others find it moved.
const append = (move: string) => `with moved as (${move}) insert into gateway_audit (tenant, ${NAMES.join(', ')})
  select moved.tenant, ${NAMES.map((name) => `added.${name}`).join(', ')} from moved, jsonb_to_recordset($8::text::jsonb) as added(${SHAPE})`;
const PRUNE = `with moved as (${MOVE}), gone as (delete from gateway_audit using moved where gateway_audit.tenant = moved.tenant and gateway_audit.seq <= $5::text::bigint)
  select tenant from moved`;
const COLUMNS = NAMES.map((name) => (name === 'seq' ? 'seq::text as seq' : name)).join(', ');

type Kept = Omit<AuditRow, 'seq'> & { seq: string };
const rowsOf = (kept: readonly Kept[]): AuditRow[] => kept.map((row) => ({ ...row, seq: Number(row.seq) }));

const moving = (tenant: string, known: Head | undefined, next: Head) =>
  [tenant, known?.signature ?? null, String(next.seq), next.hash, String(next.prunedSeq), next.prunedHash, next.signature] as const;

/** A trail in a database that several processes share. Makes its tables first. Nothing in here ever updates a record. */
export async function sqlAuditStore(sql: Sql, tenant = 'default'): Promise<AuditStore> {
  for (const table of TABLES) await sql.query(table);
  const isAt = async ({ signature }: Head) => (await sql.query('select 1 from gateway_audit_head where tenant = $1 and signature = $2', [tenant, signature])).length > 0;
  return {
    tenant,
    head: () => headOf(sql, tenant),
    append: async (known, next, rows) => {
      const text = `${append(known ? MOVE : BEGIN)} returning seq`;
      const added = await sql.query(text, [...moving(tenant, known, next), JSON.stringify(rows)]);
      return rows.length > 0 ? added.length > 0 : isAt(next);
    },
    prune: async (known, next) => (await sql.query(PRUNE, moving(tenant, known, next))).length > 0,
    rows: async (after, limit) =>
      rowsOf(await sql.query<Kept>(`select ${COLUMNS} from gateway_audit where tenant = $1 and seq > $2::text::bigint order by gateway_audit.seq limit $3`, [tenant, String(after), limit])),
    firstSince: async (at) => {
      const [first] = await sql.query<{ seq: string | null }>('select min(seq)::text as seq from gateway_audit where tenant = $1 and at >= $2', [tenant, at]);
      return first?.seq == null ? undefined : Number(first.seq);
    },
    about: (ids, page) => about(sql, tenant, ids, page),
  };
}

async function headOf(sql: Sql, tenant: string): Promise<Head | undefined> {
  const text = 'select seq::text as seq, hash, pruned_seq::text as "prunedSeq", pruned_hash as "prunedHash", signature from gateway_audit_head where tenant = $1';
  const [row] = await sql.query<Record<keyof Head, string>>(text, [tenant]);
  return row && { ...row, seq: Number(row.seq), prunedSeq: Number(row.prunedSeq) };
}

/** Each id by its index, and of each no more than a page: a list of many ids reads no more than it shows. */
async function about(sql: Sql, tenant: string, ids: readonly string[], { before, limit }: { before?: string; limit: number }): Promise<AuditRow[] | undefined> {
  const end = before === undefined ? null : await placeOf(sql, tenant, before);
  if (end === undefined) return undefined;
  const found = (column: string) => `(select * from gateway_audit where tenant = $1 and ${column} in (select jsonb_array_elements_text($2::text::jsonb))
    and ($3::text is null or seq < $3::text::bigint) order by gateway_audit.seq desc limit $4)`;
  const text = `select ${COLUMNS} from (${['party', 'actor', 'on_behalf_of'].map(found).join(' union ')}) as found order by found.seq desc limit $4`;
  return rowsOf(await sql.query<Kept>(text, [tenant, JSON.stringify(ids), end, limit]));
}

async function placeOf(sql: Sql, tenant: string, hash: string): Promise<string | undefined> {
  const [row] = await sql.query<{ seq: string }>('select seq::text as seq from gateway_audit where tenant = $1 and hash = $2', [tenant, hash]);
  return row?.seq;
}
