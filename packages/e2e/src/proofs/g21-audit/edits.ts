import type { Trail } from '@faceplate/gateway';
import type { TrailTable } from './trail-table.ts';

/** Repeatable chance: the same seed spoils the same bytes. */
export function chance(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const COLUMNS = ['at', 'trace', 'actor', 'on_behalf_of', 'party', 'action', 'object_kind', 'object_id', 'result', 'code', 'channel', 'reason', 'consent', 'hash', 'seq'];
const HEAD = ['seq', 'hash', 'pruned_seq', 'signature'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:';

interface Place {
  readonly table: 'gateway_audit' | 'gateway_audit_head';
  readonly column: string;
  readonly key: string;
  readonly value: string;
}

/** Every field that holds something, of every record and of the head. */
async function places({ database }: TrailTable): Promise<Place[]> {
  const rows = await database.query<Record<string, string | null>>(`select ctid::text as ctid, ${COLUMNS.map((name) => `${name}::text as ${name}`).join(', ')} from gateway_audit`);
  const heads = await database.query<Record<string, string | null>>(`select ${HEAD.map((name) => `${name}::text as ${name}`).join(', ')} from gateway_audit_head`);
  const of = (table: Place['table'], columns: string[], row: Record<string, string | null>, key: string) =>
    columns.flatMap((column) => (row[column] ? [{ table, column, key, value: row[column] }] : []));
  return [...rows.flatMap((row) => of('gateway_audit', COLUMNS, row, row['seq'] ?? '')), ...heads.flatMap((row) => of('gateway_audit_head', HEAD, row, ''))];
}

function spoiled({ column, value }: Place, dice: (below: number) => number): string {
  const at = dice(value.length);
  const letters = column.endsWith('seq') ? '123456789' : LETTERS;
  let letter = value[at] ?? '';
  while (letter === value[at]) letter = letters[dice(letters.length)] ?? 'x';
  return value.slice(0, at) + letter + value.slice(at + 1);
}

async function write({ database }: TrailTable, { table, column, key }: Place, value: string, at: string): Promise<void> {
  const set = column.endsWith('seq') ? `${column} = $1::text::bigint` : `${column} = $1`;
  const where = table === 'gateway_audit' ? ' where seq = $2::text::bigint' : ' where $2::text is not null';
  await database.query(`update ${table} set ${set}${where}`, [value, column === 'seq' ? at : key]);
}

/** Changes one byte somewhere, looks whether it is seen, and puts it back; `count` times. What was not seen is told. */
export async function oneByteEdits(table: TrailTable, verifier: Pick<Trail, 'verify'>, { count, seed }: { count: number; seed: number }): Promise<string[]> {
  const dice = chance(seed);
  const all = await places(table);
  const missed: string[] = [];
  for (let done = 0; done < count; ) {
    const place = all[dice(all.length)];
    if (!place) return ['there was nothing to spoil'];
    const value = spoiled(place, dice);
    // A place that is taken already: the database itself refuses two of one number.
    if (place.column === 'seq' && all.some((other) => other.column === 'seq' && other.table === place.table && other.value === value)) continue;
    done += 1;
    await write(table, place, value, place.value);
    const { faults } = await verifier.verify();
    await write(table, place, place.value, value);
    if (faults.length === 0) missed.push(`${place.table}.${place.column} of record ${place.key}: ${place.value} to ${value}`);
  }
  return missed;
}
