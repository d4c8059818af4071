import { createHash, randomBytes } from 'node:crypto';
import { createBss, memoryStore } from '@faceplate/bss';
import { apiRoutes, type Documents, gatewayOver, type OpenSession, type Route, type SessionReader, tmfScopeResolver, type Upstream } from '@faceplate/gateway';
import { type KeptSession, memorySessions, readSessions } from '@faceplate/gateway/node';
import { Canaries, NOW, type Owned } from './canaries.ts';

export interface Actor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parties of whose everything, by who reads the records and not the gateway. */
  readonly full: readonly string[];
  /** Parties of whose bills alone. */
  readonly bills: readonly string[];
}

const BILLS = ['billingAccount', 'customerBill', 'appliedCustomerBillingRate'];
export const sees = ({ full, bills }: Actor) => ({ kind, owners }: Owned): boolean =>
  owners.some((id) => full.includes(id)) || (BILLS.includes(kind) && owners.some((id) => bills.includes(id)));

export interface House {
  readonly canaries: Canaries;
  readonly actors: readonly Actor[];
  /** Top of Bilal's company, and a branch of it with its own admin. */
  readonly company: { top: string; branch: string };
  ask(request: Request): Promise<Response>;
  /** A gateway of another table over the same house. */
  over(routes: readonly Route[]): (request: Request) => Promise<Response>;
}

type Json = Record<string, unknown>;
const idOf = (value: unknown): string => String((value as Json | undefined)?.['id'] ?? '');

/** Everything below an organisation, by what each says of its parent: the gateway goes by what each says of its children. */
function below(canaries: Canaries, top: string): string[] {
  const parents = canaries.all('organization').map((one) => [one.id, idOf((one['organizationParentRelationship'] as Json | undefined)?.['organization'])] as const);
  const found = [top];
  for (const id of found) found.push(...parents.filter(([child, parent]) => parent === id && !found.includes(child)).map(([child]) => child));
  return found;
}

const role = (id: string, name: string, person: string, organization: string) => ({
  resource: 'partyRole',
  body: {
    id,
    '@type': 'PartyRole',
    name,
    status: 'active',
    roleType: { name },
    engagedParty: { id: person, '@referredType': 'Individual' },
    relatedParty: [{ id: organization, role: 'organization', '@referredType': 'Organization' }],
  },
});

const paper: Documents = { pdf: (bill) => Promise.resolve(new TextEncoder().encode(JSON.stringify(bill))) };

/** Everything a person's session of some kind is, once it is looked up. */
type Facts = Partial<KeptSession> & { sub: string };

export interface HouseOptions {
  seed: number;
  customers: number;
  /** An upstream that heeds no filter gives everybody's records: what comes back must be looked at again. */
  heedless: boolean;
}

/** The real gateway and sessions over the real BSS, and ten kinds of people. */
export async function openHouse({ seed, customers, heedless }: HouseOptions): Promise<House> {
  const canaries = new Canaries(seed, customers);
  const { ada = '', bilal = '', chiara = '', daniel = '' } = canaries.signIns;
  const adminOf = (sub: string) => canaries.all('partyRole').find((one) => one['name'] === 'admin' && idOf(one['engagedParty']) === sub);
  const top = idOf((adminOf(bilal)?.['relatedParty'] as Json[] | undefined)?.find(({ role: as }) => as === 'organization'));
  const branch = below(canaries, top)[1] ?? top;
  const people = canaries.all('individual').map(({ id }) => id).filter((id) => !canaries.all('partyRole').some((one) => idOf(one['engagedParty']) === id && one['name'] !== 'member'));
  const [member = '', viewer = '', manager = '', grantee = '', former = ''] = people.filter((id) => ![ada, bilal, chiara, daniel].includes(id));
  const payer = idOf(canaries.all('partyRole').find((one) => one['name'] === 'payer' && idOf(one['engagedParty']) !== ada)?.['engagedParty']);
  const added = [role('g1viewerrole', 'viewer', viewer, branch), role('g1adminrole0', 'admin', manager, branch), role('g1formerrole', 'admin', former, top)];
  const store = memoryStore([...canaries.records, ...added] as never);
  const bss = createBss({ store, clock: () => NOW, baseUrl: 'http://bss.internal' });
  const upstream: Upstream = { name: 'Meridian', baseUrl: 'http://bss.internal', fetch: (request) => bss.fetch(heedless ? unfiltered(request) : request) };
  const upstreams = () => upstream;
  const honest = () => ({ ...upstream, fetch: bss.fetch });

  const kept = memorySessions();
  const tenant = { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: 'http://portal.test', embedOrigins: ['https://host.test'] };
  const scope = tmfScopeResolver(honest, () => NOW);
  const reader = readSessions({ tenant, store: kept, scope, clock: () => NOW });
  const sessions: SessionReader = { read: (request, options) => overdue(reader.read(request, options), request), ended: (listen) => reader.ended(listen), rotate: (...all) => reader.rotate(...all), stale: (sub) => reader.stale(sub) };
  const over = (routes: readonly Route[]) => {
    const app = gatewayOver(routes, { tenant, upstreams, sessions, changes: store.changes, clock: () => NOW, documents: paper });
    return async (request: Request) => app.fetch(request);
  };
  const ask = over(apiRoutes);

  const signedIn = async ({ sub, ...facts }: Facts): Promise<string> => {
    const id = randomBytes(32).toString('base64url');
    const now = NOW.getTime();
    const session = { idHash: createHash('sha256').update(id).digest('base64url'), tenant: tenant.name, kind: 'portal' as const, device: '', issuer: 'idp', sub, tokens: 'sealed', subject: await scope.resolve(sub), scopeAt: now, createdAt: now, seenAt: now, endsAt: now + 36_000_000, authenticatedAt: now, acr: 'urn:faceplate:fresh', ...facts };
    await kept.create(session);
    return `fp-session=${id}`;
  };
  const call = (cookie: string, method: string, path: string, body?: unknown) => ask(requestOf({ method, path, headers: { cookie }, ...(body !== undefined && { body }) }));
  const as = (name: string, cookie: string, full: readonly string[], bills: readonly string[] = [], headers: Record<string, string> = {}): Actor => ({ name, headers: { cookie, ...headers }, full, bills });

  const adas = await signedIn({ sub: ada });
  const until = new Date(NOW.getTime() + 3_600_000).toISOString();
  const give = async (to: string) => ((await (await call(adas, 'POST', '/grants', { to: mailOf(canaries, to), scope: ['bills'], until })).json()) as { id: string }).id;
  const given = await give(grantee);
  const hasGrant = await signedIn({ sub: grantee });
  const gone = await give(former);
  const revoked = await signedIn({ sub: former });
  await call(adas, 'DELETE', `/grants/${gone}`);
  await bss.fetch(new Request('http://bss.internal/tmf-api/partyRoleManagement/v4/partyRole/g1formerrole', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status: 'terminated' }) }));
  await kept.stale(former);
  if (!given || !gone) throw new Error('No grant could be given.');
  const agent = await signedIn({ sub: daniel });
  const begun = await call(await signedIn({ sub: daniel }), 'POST', '/acting', { customer: mailOf(canaries, ada), reason: 'A call', consent: 'customer-present' });
  const acting = /fp-session=[^;]+/.exec(begun.headers.get('set-cookie') ?? '')?.[0] ?? '';
  if (begun.status !== 201) throw new Error(`Daniel cannot act for Ada: ${await begun.text()}`);

  const actors = [
    as('anonymous', '', []),
    as('consumer', adas, [ada]),
    as('household member', await signedIn({ sub: member }), [member]),
    as('payer', await signedIn({ sub: payer }), [payer]),
    as('organisation viewer', await signedIn({ sub: viewer }), [viewer], below(canaries, branch)),
    as('organisation admin', await signedIn({ sub: bilal }), [bilal, ...below(canaries, top)]),
    as('branch admin', await signedIn({ sub: manager }), [manager, ...below(canaries, branch)]),
    as('granted bills', hasGrant, [grantee], [ada]),
    as('dealer', await signedIn({ sub: chiara }), [chiara, ...tiesOf(canaries, chiara)]),
    as('agent', agent, [daniel]),
    as('agent acting for a customer', acting, [ada]),
    as('revoked', revoked, [former]),
    as('other tenant', await signedIn({ sub: ada, tenant: 'Koral' }), []),
    as('stale proof', await signedIn({ sub: ada, authenticatedAt: NOW.getTime() - 3_600_000 }), [ada]),
    as('embedded', (await signedIn({ sub: ada, kind: 'embedded', origin: 'https://host.test' })).replace('fp-session', 'fp-embed'), [ada], [], { origin: 'https://host.test' }),
    as('embedded agent', (await signedIn({ sub: daniel, kind: 'embedded', origin: 'https://host.test' })).replace('fp-session', 'fp-embed'), [], [], { origin: 'https://host.test' }),
    as('agent acting too long', acting, [], [], { 'x-proof-acting-over': '1' }),
    as('overdue', await signedIn({ sub: ada }), [], [], { 'x-proof-overdue': '1' }),
  ];
  return { canaries, actors, company: { top, branch }, ask, over };
}

/** A reader that forgot to look at the clock: the policy must. */
async function overdue(reading: Promise<OpenSession | undefined>, request: Request): Promise<OpenSession | undefined> {
  const session = await reading;
  const over = new Date(NOW.getTime() - 1).toISOString();
  if (session?.acting && request.headers.has('x-proof-acting-over')) return { ...session, acting: { ...session.acting, endsAt: over } };
  return session && request.headers.has('x-proof-overdue') ? { ...session, endsAt: over } : session;
}

function tiesOf(canaries: Canaries, sub: string): string[] {
  const roles = canaries.all('partyRole').filter((one) => idOf(one['engagedParty']) === sub && ['admin', 'dealer'].includes(String(one['name'])));
  return roles.flatMap((one) => (one['relatedParty'] as Json[]).filter(({ role: as }) => as === 'organization').flatMap(({ id }) => below(canaries, String(id))));
}

function mailOf(canaries: Canaries, sub: string): string {
  const person = canaries.all('individual').find(({ id }) => id === sub);
  const media = (person?.['contactMedium'] ?? []) as { characteristic?: { emailAddress?: string } }[];
  return media.map(({ characteristic }) => characteristic?.emailAddress ?? '').find(Boolean) ?? sub;
}

function unfiltered(request: Request): Request {
  const url = new URL(request.url);
  if (request.method !== 'GET') return request;
  const kept = [...url.searchParams].filter(([name]) => ['offset', 'limit'].includes(name));
  url.search = new URLSearchParams(kept).toString();
  return new Request(url, request);
}

export interface Asking {
  method: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  key?: string;
}

export const requestOf = ({ method, path, headers = {}, body, key = crypto.randomUUID() }: Asking): Request =>
  new Request(`http://portal.test/api/v1${path}`, {
    method,
    headers: { 'x-fp-csrf': '1', ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': key }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
