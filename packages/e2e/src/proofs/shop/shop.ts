import { type Bss, createBss, generateWorld, memoryStore, type Resource, type Store, type StoredRecord } from '@faceplate/bss';
import { createGateway } from '@faceplate/gateway';

const BSS = 'http://bss.internal';
const PORTAL = 'http://portal.test';
const TOKEN = 'of-the-proof';
const OPENED = new Date('2026-11-21T08:00:00.000Z');
const LATER = '2099-01-01T00:00:00.000Z';

export interface Customer {
  id: string;
  account: string;
  segment: 'consumer' | 'business';
  /** Where a line comes to. */
  home: string;
}

export interface Said<Body> {
  status: number;
  /** As the proof expects it to be; what is judged finds out whether it is. */
  body: Body;
}

/** The gateway over the BSS with the demonstration catalogue, and as many new customers as a proof wants. */
export interface Shop {
  /** Somebody new, who owns nothing yet. */
  customer(segment: Customer['segment']): Promise<Customer>;
  /** A call of the self-service API as that customer. */
  as<Body>(customer: Customer, method: string, path: string, body?: object): Promise<Said<Body>>;
  /** Another system of the operator's, at the BSS: `machine('PATCH', '/tmf-api/…', {…})`. @throws where it is refused. */
  machine<Body = Resource>(method: string, path: string, body?: object): Promise<Body>;
  /** It is then; nothing happens by itself on the way. */
  itIs(moment: string): void;
  /** What the simulator of the BSS would do by now happens. */
  tick(): Promise<void>;
}

/** A house without flats, with a free port on fibre that can be used today. */
function homeIn(records: readonly StoredRecord[]): Resource {
  const lines = (body: Resource) => (body['networkAccess'] ?? []) as { technology: string; freePorts: number; availableFrom?: string }[];
  const isServed = (body: Resource) => lines(body).some(({ technology, freePorts, availableFrom }) => technology === 'fibre' && freePorts > 0 && availableFrom === undefined);
  const found = records.find(({ resource, body }) => resource === 'geographicAddress' && body['geographicSubAddress'] === undefined && isServed(body));
  if (!found) throw new Error('no house in this world can have fibre');
  return found.body;
}

function customerBodies({ id, account, segment }: Customer, home: Resource): StoredRecord[] {
  const name = `Customer ${id}`;
  const party = { id, name, '@referredType': 'Individual' };
  const address = { contactType: 'home', street1: `${String(home['streetName'])} ${String(home['streetNr'])}`, postCode: home['postcode'], city: home['city'], country: 'DE' };
  const body = (resource: string, own: string, more: object): StoredRecord => ({ resource, body: { id: own, href: `/${resource}/${own}`, ...more } });
  return [
    body('individual', id, { givenName: 'Customer', familyName: id, fullName: name, birthDate: '1980-05-05T00:00:00.000Z', status: 'validated', contactMedium: [{ mediumType: 'postalAddress', characteristic: address }] }),
    body('customer', `c-${id}`, { name, status: 'active', engagedParty: party, account: [{ id: account, name }], characteristic: [{ name: 'segment', valueType: 'string', value: segment }] }),
    body('billingAccount', account, { name, accountNumber: `7${id.replace(/\D/g, '').padStart(9, '0')}`, accountType: segment === 'business' ? 'B2B' : 'B2C', state: 'active', paymentStatus: 'paid', relatedParty: [{ ...party, role: 'owner' }], accountBalance: [] }),
  ];
}

const headersOf = (customer: Customer, isRead: boolean) => ({ 'x-fp-csrf': '1', 'x-proof-customer': customer.id, ...(!isRead && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }) });

const subjectOf = ({ id, account }: Customer) => ({ sub: id, name: `Customer ${id}`, persona: 'consumer' as const, partyIds: [id], accountIds: [account], accountNames: { [account]: account } });

function bearing(bss: Bss): (request: Request) => Promise<Response> {
  return (request) => {
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${TOKEN}`);
    return bss.fetch(new Request(request, { headers }));
  };
}

const CATALOGUE = '/tmf-api/productCatalogManagement/';

/** What is told of the catalogue is told again as it was, until somebody changes it: it is asked for with every line of every cart. */
function remembering(fetch: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  const told = new Map<string, { text: string; headers: Headers }>();
  return async (request) => {
    if (!new URL(request.url).pathname.startsWith(CATALOGUE)) return fetch(request);
    if (request.method !== 'GET') told.clear();
    const known = request.method === 'GET' ? told.get(request.url) : undefined;
    if (known) return new Response(known.text, { headers: known.headers });
    const response = await fetch(request);
    if (request.method !== 'GET' || response.status !== 200) return response;
    const answer = { text: await response.text(), headers: response.headers };
    told.set(request.url, answer);
    return new Response(answer.text, { headers: answer.headers });
  };
}

function gatewayBefore({ fetch, store, clock, customers }: { fetch: (request: Request) => Promise<Response>; store: Store; clock: () => Date; customers: ReadonlyMap<string, Customer> }) {
  return createGateway({
    tenant: { name: 'Meridian', zone: 'Europe/Berlin', currency: 'EUR', publicUrl: PORTAL, embedOrigins: [] },
    upstreams: () => ({ name: 'Meridian Billing', baseUrl: BSS, fetch }),
    sessions: {
      read: (request) => {
        const who = customers.get(request.headers.get('x-proof-customer') ?? '');
        return Promise.resolve(who && { subject: subjectOf(who), sessionId: who.id, idleEndsAt: LATER, endsAt: LATER });
      },
    },
    changes: store.changes,
    clock,
  });
}

async function settle(store: Store, nth: number, segment: Customer['segment'], home: Resource): Promise<Customer> {
  const customer: Customer = { id: `cust-${nth}`, account: `acct-${nth}`, segment, home: home.id };
  await store.transaction(async (tx) => {
    for (const { resource, body } of customerBodies(customer, home)) await tx.put(resource, body);
  });
  return customer;
}

/** Opens it with nobody in it. */
export function openShop(): Shop {
  const records = [...generateWorld({ seed: 7, customers: 4, now: OPENED }).records];
  const store = memoryStore(records);
  const home = homeIn(records);
  const customers = new Map<string, Customer>();
  let now = OPENED;
  const clock = () => now;
  const fetch = remembering(bearing(createBss({ store, clock, baseUrl: BSS, token: TOKEN, levers: true, simulate: false })));
  const simulator = createBss({ store, clock, baseUrl: BSS });
  const gateway = gatewayBefore({ fetch, store, clock, customers });
  return {
    customer: async (segment) => {
      const customer = await settle(store, customers.size + 1, segment, home);
      customers.set(customer.id, customer);
      return customer;
    },
    as: async (customer, method, path, body) => {
      const response = await gateway.request(`${PORTAL}/api/v1${path}`, { method, headers: headersOf(customer, method === 'GET'), ...(body && { body: JSON.stringify(body) }) });
      return { status: response.status, body: (await response.json()) as never };
    },
    machine: async (method, path, body) => {
      const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const response = await fetch(new Request(BSS + path, { method, ...(body && { headers: { 'content-type': type }, body: JSON.stringify(body) }) }));
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as never;
    },
    itIs: (moment) => {
      now = new Date(moment);
    },
    tick: () => simulator.tick(),
  };
}
