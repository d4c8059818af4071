import { createHash, randomBytes } from 'node:crypto';
import { createBss, memoryStore } from '@faceplate/bss';
import { apiRoutes, type Documents, gatewayOver, type OpenSession, type SessionReader, memoryPayments, memoryReports, PaymentDesk, ReportDesk, referenceProvider, tmfScopeResolver, type Upstream } from '@faceplate/gateway';
import { type KeptSession, memorySessions, readSessions } from '@faceplate/gateway/node';
import { createPsp, memoryPsp } from '@faceplate/psp';
import { type Canaries, NOW } from './canaries.ts';

const BSS = 'http://bss.internal';
const SELLER = { name: 'Meridian Telecom GmbH', legalId: 'HRB 1', vatId: 'DE999999999', address: { street: 'Beispielallee 1', city: 'Berlin', postCode: '10115', country: 'DE' } };
const TENANT = { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: 'http://portal.test', embedOrigins: ['https://host.test'], seller: SELLER, consolidation: true };

const PAY = { url: 'http://pay.test', secret: 'merchant-of-a-proof', webhookSecret: 'news-of-a-proof' };

const paper: Documents = {
  print: (printed) => Promise.resolve(new TextEncoder().encode(JSON.stringify(printed))),
  receipt: (payment) => Promise.resolve(new TextEncoder().encode(JSON.stringify(payment))), pdf: (bill) => Promise.resolve(new TextEncoder().encode(JSON.stringify(bill))) };

export interface Running {
  ask(request: Request): Promise<Response>;
  /** Begins a session, as sign-on does; answers with its `Cookie` line. */
  signIn(sub: string, facts?: Partial<KeptSession>): Promise<string>;
  /** Somebody's rights have changed behind the gateway's back. */
  changed(sub: string): Promise<void>;
  /** As another system of the operator's. */
  patch(path: string, body: object): Promise<void>;
}

export interface Kept {
  records: readonly object[];
  reports: Canaries['reports'];
  heedless: boolean;
}

/** The real gateway and sessions over the real BSS; `heedless` makes the BSS give everybody's records whatever is asked. */
export function runGateway({ records, reports, heedless }: Kept): Running {
  const store = memoryStore(records as never);
  const bss = createBss({ store, clock: () => NOW, baseUrl: BSS });
  const upstream: Upstream = { name: 'Meridian', baseUrl: BSS, fetch: bss.fetch };
  const scope = tmfScopeResolver(() => upstream, () => NOW);
  const kept = memorySessions();
  const reader = readSessions({ tenant: TENANT, store: kept, scope, clock: () => NOW });
  const sessions: SessionReader = {
    read: (request, options) => forgetful(reader.read(request, options), request),
    ended: (listen) => reader.ended(listen),
    rotate: (...all) => reader.rotate(...all),
    stale: (sub) => reader.stale(sub),
    visitors: reader.visitors,
  };
  const asked: Upstream = heedless ? { ...upstream, fetch: (request) => bss.fetch(unfiltered(request)) } : upstream;
  const app = gatewayOver(apiRoutes, { tenant: TENANT, upstreams: () => asked, sessions, changes: store.changes, clock: () => NOW, documents: paper, payments: desk(), reports: reportsOf(reports) });
  function desk(): PaymentDesk {
    const psp = createPsp({ store: memoryPsp(), clock: () => NOW, publicUrl: PAY.url, secret: PAY.secret, merchant: TENANT.name, desk: { url: TENANT.publicUrl, secret: PAY.webhookSecret }, post: async () => new Response() });
    return new PaymentDesk({ provider: referenceProvider({ ...PAY, fetch: psp.fetch }), store: memoryPayments(), upstreams: () => asked, clock: () => NOW });
  }
  return {
    ask: async (request) => app.fetch(request),
    signIn: async (sub, facts = {}) => {
      const id = randomBytes(32).toString('base64url');
      const now = NOW.getTime();
      const idHash = createHash('sha256').update(id).digest('base64url');
      const times = { scopeAt: now, createdAt: now, seenAt: now, endsAt: now + 36_000_000, authenticatedAt: now };
      const subject = await scope.resolve(sub);
      await kept.create({ idHash, tenant: TENANT.name, kind: 'portal', device: '', issuer: 'idp', sub, tokens: 'sealed', subject, acr: 'urn:faceplate:fresh', ...times, ...facts });
      return `${facts.kind === 'embedded' ? 'fp-embed' : 'fp-session'}=${id}`;
    },
    changed: (sub) => kept.stale(sub),
    patch: async (path, body) => {
      const request = new Request(`${BSS}/tmf-api/${path}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const response = await bss.fetch(request);
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    },
  };
}

/** Everybody's, each on a shelf of their own. */
function reportsOf(reports: Canaries['reports']): ReportDesk {
  const store = memoryReports();
  for (const { person, body } of reports) void store.write({ tenant: TENANT.publicUrl, person }, { version: 1, reports: [body] });
  return new ReportDesk({ store, clock: () => NOW });
}

/** A reader that forgot to look at the clock: the policy must. */
async function forgetful(reading: Promise<OpenSession | undefined>, { headers }: Request): Promise<OpenSession | undefined> {
  const session = await reading;
  const over = new Date(NOW.getTime() - 1).toISOString();
  if (session?.acting && headers.has('x-proof-acting-over')) return { ...session, acting: { ...session.acting, endsAt: over } };
  return session && headers.has('x-proof-overdue') ? { ...session, endsAt: over } : session;
}

function unfiltered(request: Request): Request {
  const url = new URL(request.url);
  if (request.method !== 'GET') return request;
  url.search = new URLSearchParams([...url.searchParams].filter(([name]) => ['offset', 'limit'].includes(name))).toString();
  return new Request(url, request);
}
