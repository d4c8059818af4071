import { gatewayOver } from '../gateway.ts';
import { apiRoutes } from '../routes.ts';
import { memorySessions } from '../sign-on/memory-sessions.ts';
import { randomText, sha256 } from '../sign-on/encoding.ts';
import type { KeptSession } from '../sign-on/session-store.ts';
import { readSessions } from '../sign-on/sessions.ts';
import { tmfScopeResolver } from '../sign-on/scope.ts';
import { aTenant, NOW } from './fixtures.ts';
import { listening } from './listening.ts';
import { anOperator } from './operator.ts';
import { aPaymentDesk } from './payments.ts';

/** The real gateway with real sessions over the real BSS: whose rights change while they are signed in. */
export async function aHouse() {
  const operator = await anOperator();
  const tenant = aTenant({ name: 'Meridian Telecom' });
  const time = { now: NOW };
  const clock = () => time.now;
  const upstreams = () => ({ name: 'Meridian Billing', baseUrl: 'http://bss.internal', fetch: operator.bss.fetch });
  const store = memorySessions();
  const scope = tmfScopeResolver(upstreams, clock);
  const sessions = readSessions({ tenant, store, scope, clock });
  const { desk } = aPaymentDesk({ clock, upstreams });
  const app = gatewayOver(apiRoutes, { tenant, upstreams, sessions, changes: operator.store.changes, clock, payments: desk });

  /** Signs a party id in, with the facts of the session that the test says. */
  async function signIn(sub: string, facts: Partial<KeptSession> = {}) {
    const id = randomText(32);
    const now = time.now.getTime();
    await store.create({
      idHash: await sha256(id), tenant: tenant.name, kind: 'portal', device: 'A test', issuer: 'idp', sub, tokens: 'sealed',
      subject: await scope.resolve(sub), scopeAt: now, createdAt: now, seenAt: now, endsAt: now + 36_000_000, authenticatedAt: now, acr: 'urn:faceplate:fresh', ...facts,
    });
    return visitor(app, id);
  }
  return { ...operator, app, time, sessions: store, signIn };
}

export interface Told<Body> {
  status: number;
  /** As the test expects it to be; the assertions find out whether it is. */
  body: Body;
}

function visitor(app: ReturnType<typeof gatewayOver>, first: string) {
  let id = first;
  const call = async <Body = Record<string, never>>(path: string, { body, method = body === undefined ? 'GET' : 'POST' }: { method?: string; body?: unknown } = {}): Promise<Told<Body>> => {
    const response = await app.request(`http://portal.test/api/v1${path}`, {
      method,
      headers: { 'x-fp-csrf': '1', cookie: `fp-session=${id}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const [line] = response.headers.getSetCookie();
    id = /^fp-session=([^;]*)/.exec(line ?? '')?.[1] ?? id;
    const text = await response.text();
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body };
  };
  const events = async () => listening(await app.request('http://portal.test/api/v1/events', { headers: { 'x-fp-csrf': '1', cookie: `fp-session=${id}` } }));
  return Object.assign(call, { cookie: () => id, events });
}
