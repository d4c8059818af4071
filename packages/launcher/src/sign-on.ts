import { randomBytes } from 'node:crypto';
import type { Database } from '@faceplate/bss/node';
import { type AuditTrail, type GatewayOptions, type GuestBook, type Tenant, type Upstreams, scopeWithGuests, tmfScopeResolver } from '@faceplate/gateway';
import { type SealKey, type SessionStore, type Sessions, TokenKeeper, bearerReader, createSeal, createSignOn, openIdProvider, readSessions, sqlGuests, sqlSessions } from '@faceplate/gateway/node';
import type { Kept } from './data/kept.ts';
import type { Identity } from './identity.ts';
import type { ProductLog } from './log.ts';

interface Needs {
  tenant: Tenant;
  upstreams: Upstreams;
  database: Database;
  kept: Kept;
  identity: Identity;
  audit: AuditTrail;
  log: ProductLog;
  /** The ring that seals tokens; without it one key that is kept beside them. */
  keys?: readonly SealKey[] | undefined;
}

export interface SignOn {
  store: SessionStore;
  sessions: Sessions;
  /** Whose the parties of guests are. */
  guests: GuestBook;
  /** Mounted at `/auth`. */
  signOn: NonNullable<GatewayOptions['signOn']>;
}

const clock = () => new Date();

const newKey = (): SealKey => ({ id: 'k1', secret: randomBytes(32).toString('base64url') });

/** Sign-on with everything it needs: sessions in the product's database, the provider, the key ring. */
export async function openSignOn({ tenant, upstreams, database, kept, identity, audit, log, keys }: Needs): Promise<SignOn> {
  const guests = await sqlGuests(database);
  const scope = scopeWithGuests(tmfScopeResolver(upstreams), guests);
  const store = await sqlSessions(database);
  const { door: _door, connect: _connect, ...facts } = identity;
  const provider = openIdProvider({ ...facts, redirectUri: `${tenant.publicUrl}/auth/callback` });
  const seal = await createSeal(keys ?? [await kept.keep('gateway-key', newKey)]);
  const tokens = new TokenKeeper({
    store,
    seal,
    provider,
    clock,
    onRefused: ({ sub, party = sub }) => {
      const record = { at: clock().toISOString(), trace: crypto.randomUUID(), actor: party, party, action: 'session.refresh-refused', result: 'refused' } as const;
      audit.record(record).catch(() => log.facts('error', { event: 'audit-lost', reason: record.action }));
    },
  });
  const bearer = bearerReader({ provider, scope, clock });
  const sessions = readSessions({ tenant, store, scope, clock, tokens, bearer });
  const signOn = createSignOn({ tenant, provider, store, sessions, scope, seal, tokens, clock, audit, guests, upstreams, log: log.facts });
  return { store, sessions, guests, signOn };
}
