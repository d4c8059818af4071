import type { SessionKind } from '../options.ts';
import type { KeptSession } from './session-store.ts';

const text = (column: string) => `${column}::text as ${column}`;

/** What `select` and `returning` name. */
export const COLUMNS = [
  'id_hash, tenant, kind, origin, device, issuer, sub, party, sid, acr, tokens',
  ...['authenticated_at', 'access_ends_at', 'acting', 'guest', 'subject', 'scope_at', 'created_at', 'seen_at', 'ends_at'].map(text),
].join(', ');

type Always = 'id_hash' | 'tenant' | 'kind' | 'device' | 'issuer' | 'sub' | 'tokens' | 'subject' | 'scope_at' | 'created_at' | 'seen_at' | 'ends_at';
type Sometimes = 'origin' | 'party' | 'sid' | 'acr' | 'authenticated_at' | 'access_ends_at' | 'acting' | 'guest';
export type Row = Record<Always, string> & Record<Sometimes, string | null>;

const INSERT: readonly (readonly [column: string, cast: string, value: (session: KeptSession) => string | number | undefined])[] = [
  ['id_hash', '', ({ idHash }) => idHash],
  ['tenant', '', ({ tenant }) => tenant],
  ['kind', '', ({ kind }) => kind],
  ['origin', '', ({ origin }) => origin],
  ['device', '', ({ device }) => device],
  ['issuer', '', ({ issuer }) => issuer],
  ['sub', '', ({ sub }) => sub],
  ['party', '', ({ party }) => party],
  ['sid', '', ({ sid }) => sid],
  ['acr', '', ({ acr }) => acr],
  ['tokens', '', ({ tokens }) => tokens],
  ['authenticated_at', '::text::bigint', ({ authenticatedAt }) => authenticatedAt],
  ['access_ends_at', '::text::bigint', ({ accessEndsAt }) => accessEndsAt],
  ['acting', '::text::jsonb', ({ acting }) => acting && JSON.stringify(acting)],
  ['guest', '::text::jsonb', ({ guest }) => guest && JSON.stringify(guest)],
  ['subject', '::text::jsonb', ({ subject }) => JSON.stringify(subject)],
  ['scope_at', '::text::bigint', ({ scopeAt }) => scopeAt],
  ['created_at', '::text::bigint', ({ createdAt }) => createdAt],
  ['seen_at', '::text::bigint', ({ seenAt }) => seenAt],
  ['ends_at', '::text::bigint', ({ endsAt }) => endsAt],
];

export const INSERT_TEXT = `insert into gateway_session (${INSERT.map(([column]) => column).join(', ')})
  values (${INSERT.map(([, cast], at) => `$${at + 1}${cast}`).join(', ')})`;

export const insertValues = (session: KeptSession): (string | null)[] =>
  INSERT.map(([, , value]) => value(session)).map((value) => (value === undefined ? null : String(value)));

/** The facts that are there; a null column is a fact that is not. */
function said<T extends object>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)) as never;
}

const time = (value: string | null) => (value === null ? undefined : Number(value));

export const sessionOf = (row: Row): KeptSession => ({
  idHash: row.id_hash,
  tenant: row.tenant,
  kind: row.kind as SessionKind,
  device: row.device,
  issuer: row.issuer,
  sub: row.sub,
  tokens: row.tokens,
  ...said({
    origin: row.origin,
    party: row.party,
    sid: row.sid,
    acr: row.acr,
    authenticatedAt: time(row.authenticated_at),
    accessEndsAt: time(row.access_ends_at),
    guest: row.guest === null ? null : (JSON.parse(row.guest) as NonNullable<KeptSession['guest']>),
    acting: row.acting === null ? null : (JSON.parse(row.acting) as NonNullable<KeptSession['acting']>),
  }),
  subject: JSON.parse(row.subject) as KeptSession['subject'],
  scopeAt: Number(row.scope_at),
  createdAt: Number(row.created_at),
  seenAt: Number(row.seen_at),
  endsAt: Number(row.ends_at),
});
