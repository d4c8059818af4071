import type { AuditEntry, AuditRecord } from '../options.ts';

/** What a record's hash covers, in this order; each a column of the table. `null` where an entry says nothing. */
export const FIELDS = [
  'at', 'trace', 'actor', 'on_behalf_of', 'party', 'action', 'object_kind', 'object_id', 'result', 'code', 'channel', 'reason', 'consent',
] as const;

/** A record as it rests: text alone, so that every byte of it is a byte that was hashed. */
export type AuditRow = Record<(typeof FIELDS)[number], string | null> & { seq: number; hash: string };

/** The bytes a hash is made of: place, predecessor and contents, with no two rows alike in writing. */
export const canonical = (tenant: string, previous: string, row: Omit<AuditRow, 'hash'>): string =>
  JSON.stringify([tenant, row.seq, previous, ...FIELDS.map((field) => row[field])]);

export const rowOf = (entry: AuditEntry, seq: number): Omit<AuditRow, 'hash'> => ({
  seq,
  at: entry.at,
  trace: entry.trace,
  actor: entry.actor,
  on_behalf_of: entry.onBehalfOf ?? null,
  party: entry.party,
  action: entry.action,
  object_kind: entry.object?.kind ?? null,
  object_id: entry.object?.id ?? null,
  result: entry.result,
  code: entry.code ?? null,
  channel: entry.channel ?? null,
  reason: entry.reason ?? null,
  consent: entry.consent ?? null,
});

const given = <Key extends string>(key: Key, value: string | null): Partial<Record<Key, string>> =>
  value === null ? {} : ({ [key]: value } as Record<Key, string>);

export const recordOf = (row: AuditRow): AuditRecord => ({
  seq: row.seq,
  hash: row.hash,
  at: row.at ?? '',
  trace: row.trace ?? '',
  actor: row.actor ?? '',
  ...given('onBehalfOf', row.on_behalf_of),
  party: row.party ?? '',
  action: row.action ?? '',
  ...(row.object_kind !== null && { object: { kind: row.object_kind, id: row.object_id ?? '' } }),
  result: row.result as AuditRecord['result'],
  ...given('code', row.code),
  ...(row.channel !== null && { channel: row.channel as NonNullable<AuditRecord['channel']> }),
  ...given('reason', row.reason),
  ...given('consent', row.consent),
});
