import type { Problem } from '@faceplate/contracts';
import { gatewayOver } from '../gateway.ts';
import type { ChangeSource, GatewayOptions, OpenSession, Seller, SessionReader, StoredChange, Subject, Tenant, Upstream } from '../options.ts';
import type { Route } from '../routing/route.ts';
import { aPaymentDesk } from './payments.ts';

export const NOW = new Date('2026-11-21T08:00:00.000Z');

export const aTenant = (facts: Partial<Tenant> = {}): Tenant => ({
  name: 'Meridian',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  publicUrl: 'http://portal.test',
  embedOrigins: ['https://host.example'],
  ...facts,
});

/** An operator whose electronic invoices keep all rules. */
export const aSeller = (facts: Partial<Seller> = {}): Seller => ({
  name: 'Meridian Telecom GmbH',
  legalId: 'HRB 4711',
  vatId: 'DE123456788',
  address: { street: 'Lindenallee 1', city: 'Berlin', postCode: '10115', country: 'DE' },
  electronic: { scheme: '9930', value: 'DE123456788' },
  contact: { name: 'Billing', phone: '+49 30 5550100', email: 'billing@meridian.example' },
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
  ...facts,
});

export const aSubject = (facts: Partial<Subject> = {}): Subject => ({
  sub: 'anna',
  name: 'Anna Adler',
  persona: 'consumer',
  partyIds: ['anna'],
  accountIds: ['acc1'],
  accountNames: { acc1: 'Home' },
  ...facts,
});

export const aSession = (facts: Partial<OpenSession> = {}): OpenSession => ({
  subject: aSubject(),
  idleEndsAt: '2026-11-21T08:30:00.000Z',
  endsAt: '2026-11-21T18:00:00.000Z',
  sessionId: 'session-1',
  ...facts,
});

export const signedIn = (session: OpenSession | undefined): SessionReader => ({ read: () => Promise.resolve(session) });

/** A source of changes that a test adds to by hand. */
export function changesOf(...initial: StoredChange[]) {
  const changes = [...initial];
  const wakes = new Set<() => void>();
  const source: ChangeSource = {
    after: (seq, limit) => Promise.resolve(changes.filter((change) => change.seq > seq).slice(0, limit)),
    latest: () => Promise.resolve(changes.at(-1)?.seq ?? 0),
    subscribe: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
  };
  return {
    source,
    listeners: () => wakes.size,
    add: (...more: StoredChange[]) => {
      changes.push(...more);
      for (const wake of wakes) wake();
    },
  };
}

export const aChange = (seq: number, facts: Partial<StoredChange> = {}): StoredChange => ({
  seq,
  eventId: `event-${seq}`,
  eventTime: NOW.toISOString(),
  eventType: 'ProductOrderStateChangeEvent',
  resource: 'productOrder',
  id: `order-${seq}`,
  partyIds: ['anna'],
  ...facts,
});

/** An upstream that answers as the test says, and keeps what it was asked. */
export function anUpstream(answer: (request: Request) => Response | Promise<Response>) {
  const asked: Request[] = [];
  const upstream: Upstream = {
    name: 'Meridian Billing',
    baseUrl: 'http://bss.internal',
    token: 'service-token',
    fetch: async (request) => {
      asked.push(request.clone());
      return answer(request);
    },
  };
  return { upstream, asked };
}

export function aGateway(routes: readonly Route[], facts: Partial<GatewayOptions> = {}) {
  const { upstream } = anUpstream(() => new Response('[]'));
  const app = gatewayOver(routes, {
    tenant: aTenant(),
    upstreams: () => upstream,
    sessions: signedIn(aSession()),
    changes: changesOf().source,
    clock: () => NOW,
    payments: aPaymentDesk({ clock: () => NOW, upstreams: () => upstream }).desk,
    ...facts,
  });
  /** A call as our client makes it. */
  const call = (path: string, init: { method?: string; headers?: Record<string, string>; body?: unknown } = {}) => {
    const { method = 'GET', headers = {}, body } = init;
    const posted = method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {};
    return app.request(`http://portal.test/api/v1${path}`, {
      method,
      headers: { 'x-fp-csrf': '1', ...(body !== undefined && { 'content-type': 'application/json' }), ...posted, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  };
  return { app, call };
}

/** A body as the test expects it to be; the assertions find out whether it is. */
export const bodyOf = async <Body = Problem>(response: Response): Promise<Body> => (await response.json()) as Body;
