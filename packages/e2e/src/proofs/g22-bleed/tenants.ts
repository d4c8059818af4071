import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createBss, generateWorld, memoryStore, type Store, type StoredRecord } from '@faceplate/bss';
import { createAudit, createGateway, createGuard, type IdempotencyStore, memoryAuditStore, memoryIdempotency, type SessionReader, tmfScopeResolver, type Upstream } from '@faceplate/gateway';
import { cachedSessions, memorySessions, readSessions, type SessionStore } from '@faceplate/gateway/node';
import { Canaries, type Reader } from './canaries.ts';

/** Makes 67 people with accounts of their own. */
const CUSTOMERS = 66;
/** Older bills only make the search longer. */
const SINCE = '2026-08';
const NOW = new Date('2026-11-21T08:00:00.000Z');
const HOURS = 3_600_000;

/** What all tenants of the process have in common. */
export interface House {
  readonly sessions: SessionStore;
  readonly idempotency: IdempotencyStore;
  readonly dice: () => number;
}

/** A defence that is taken out for a twin. */
export interface Sabotage {
  sessions?(reader: SessionReader): SessionReader;
  fetch?(fetch: Fetch): Fetch;
}

export type Fetch = (request: Request) => Promise<Response>;

export interface User extends Reader {
  readonly sub: string;
  readonly cookie: string;
  readonly portal: Portal;
}

export interface Portal {
  readonly tenant: string;
  readonly url: string;
  readonly canaries: Canaries;
  readonly fetch: Fetch;
  readonly users: User[];
  /** An id of a bill of each user's, once seen. */
  readonly bills: Map<User, string>;
}

export const aHouse = (dice: () => number): House => ({ sessions: memorySessions(), idempotency: memoryIdempotency(), dice });

/** A system that takes its time, each time another, and now and then is away: so that calls overlap and caches serve. */
function upstreamOf(store: Store, dice: () => number): Upstream {
  const bss = createBss({ store, clock: () => NOW, simulate: false });
  const slow: Fetch = async (request) => {
    await wait(dice() * 20);
    if (request.method === 'GET' && dice() < 0.02) return new Response('{}', { status: 503 });
    return bss.fetch(request);
  };
  return { name: 'Billing', baseUrl: 'http://bss.internal', guard: createGuard('Billing'), fetch: slow };
}

function* recent(records: Iterable<StoredRecord>): Generator<StoredRecord> {
  const old = new Set<unknown>();
  for (const record of records) {
    const { id, billDate, bill } = record.body as { id: string; billDate?: string; bill?: { id: string } };
    if (record.resource === 'customerBill' && String(billDate) < SINCE) old.add(id);
    if (!old.has(id) && !old.has(bill?.id)) yield record;
  }
}

/** Which parties have accounts: who signs in here. */
async function people(store: Store, count: number): Promise<string[]> {
  const { rows } = await store.read().list('billingAccount');
  const owners = rows.flatMap(({ body }) => ((body['relatedParty'] ?? []) as { id: string; '@referredType'?: string }[]).filter((party) => party['@referredType'] === 'Individual').map(({ id }) => id));
  return [...new Set(owners)].slice(0, count);
}

/** One tenant's portal in a process it shares with others, and its people signed in. */
export async function aPortal(tenant: string, seed: number, count: number, house: House, sabotage: Sabotage = {}): Promise<Portal> {
  const canaries = new Canaries(tenant);
  const store = memoryStore(canaries.planted(recent(generateWorld({ seed, customers: CUSTOMERS, now: NOW }).records)));
  const url = `http://${tenant}.portal.test`;
  const facts = { name: `Tenant ${tenant}`, zone: 'Europe/Berlin', currency: 'EUR', publicUrl: url, embedOrigins: [] };
  const direct = createBss({ store, clock: () => NOW, simulate: false });
  const scope = tmfScopeResolver(() => ({ name: 'Billing', baseUrl: 'http://bss.internal', fetch: direct.fetch }), () => NOW);
  const clock = () => new Date();
  const reader = cachedSessions(readSessions({ tenant: facts, store: house.sessions, scope, clock }), clock);
  const audit = await createAudit({ store: memoryAuditStore(tenant), keys: [{ id: 'k1', secret: randomBytes(32).toString('base64url') }], clock });
  const upstream = upstreamOf(store, house.dice);
  const app = createGateway({
    tenant: facts,
    upstreams: () => upstream,
    sessions: sabotage.sessions?.(reader) ?? reader,
    changes: store.changes,
    clock,
    idempotency: house.idempotency,
    audit,
    accessLog: audit,
  });
  const plain: Fetch = async (request) => app.fetch(request);
  const portal: Portal = { tenant, url, canaries, fetch: sabotage.fetch?.(plain) ?? plain, users: [], bills: new Map() };
  for (const sub of await people(store, count)) {
    const cookie = randomBytes(32).toString('base64url');
    const subject = await scope.resolve(sub);
    const now = Date.now();
    const times = { scopeAt: now, createdAt: now, seenAt: now, endsAt: now + 8 * HOURS, authenticatedAt: now };
    const idHash = createHash('sha256').update(cookie).digest('base64url');
    await house.sessions.create({ idHash, tenant: facts.name, kind: 'portal', device: 'A proof', issuer: 'idp', sub, tokens: 'sealed', subject, ...times });
    portal.users.push({ tenant, sub, cookie, ids: [...subject.partyIds, ...subject.accountIds], portal });
  }
  return portal;
}

/** As the client calls; `url` and headers may be bent by whoever tries to confuse us. */
export function callOf(user: User, path: string, { method = 'GET', body, headers = {}, portal = user.portal }: { method?: string; body?: object; headers?: Record<string, string>; portal?: Portal } = {}): Promise<Response> {
  return portal.fetch(
    new Request(`${portal.url}${path}`, {
      method,
      headers: { 'x-fp-csrf': '1', cookie: `fp-session=${user.cookie}`, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
}

