import { gatewayOver } from '../gateway.ts';
import type { AuditEntry, Limits, Upstreams } from '../options.ts';
import { apiRoutes } from '../routes.ts';
import { memorySessions } from '../sign-on/memory-sessions.ts';
import { openIdProvider } from '../sign-on/provider.ts';
import { tmfScopeResolver } from '../sign-on/scope.ts';
import { createSeal } from '../sign-on/seal.ts';
import type { SessionStore } from '../sign-on/session-store.ts';
import { readSessions } from '../sign-on/sessions.ts';
import { createSignOn } from '../sign-on/sign-on.ts';
import { TokenKeeper } from '../sign-on/tokens.ts';
import { type GuestBook, memoryGuests } from '../visitor/guest-book.ts';
import { scopeWithGuests } from '../visitor/guest-scope.ts';
import { aTenant, NOW } from './fixtures.ts';
import { anOperator, type Meddle } from './operator.ts';
import { aProvider } from './provider.ts';
import { aVisit } from './visiting.ts';

const PORTAL = 'http://portal.test';

interface Parts {
  meddle?: Meddle;
  store?: SessionStore;
  guests?: GuestBook;
  limits?: Limits;
}

/** The real gateway over the real BSS, with sign-on before a provider of the test's own: visitors come, buy and sign in. */
export async function aShopPortal({ meddle, store = memorySessions(), guests = memoryGuests(), limits }: Parts = {}) {
  const operator = await anOperator();
  const provider = await aProvider();
  const tenant = aTenant({ name: 'Meridian Telecom' });
  const time = { now: NOW };
  const clock = () => time.now;
  const pass = (request: Request) => Promise.resolve(operator.bss.fetch(request));
  const upstreams: Upstreams = () => ({ name: 'Meridian Billing', baseUrl: 'http://bss.internal', fetch: async (request) => (await meddle?.(request, pass)) ?? pass(request) });
  const scope = scopeWithGuests(tmfScopeResolver(upstreams, clock), guests);
  const openId = openIdProvider({ issuer: provider.issuer, clientId: 'portal', clientSecret: 'dev', redirectUri: `${PORTAL}/auth/callback`, fetch: provider.fetch });
  const seal = await createSeal([{ id: 'k1', secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }]);
  const tokens = new TokenKeeper({ store, seal, provider: openId, clock });
  const sessions = readSessions({ tenant, store, scope, clock, tokens });
  const trail: AuditEntry[] = [];
  const audit = { record: (entry: AuditEntry) => Promise.resolve(void trail.push(entry)) };
  const signOn = createSignOn({ tenant, provider: openId, store, sessions, scope, seal, tokens, clock, audit, guests, upstreams });
  const app = gatewayOver(apiRoutes, { tenant, upstreams, sessions, changes: operator.store.changes, clock, signOn, guests, ...(limits && { limits }) });

  /** From the click on "Sign in", in this browser, to the page that goes on; the provider says of the person what the test says. */
  async function signIn(visit: ReturnType<typeof aVisit>, sub: string, { claims = {}, path = '/auth/login?returnTo=/' }: { claims?: object; path?: string } = {}) {
    const begun = await visit.open(path);
    const authorize = new URL(begun.headers.get('location') ?? '');
    provider.state.claims = { ...claims };
    const back = provider.approve(authorize, sub);
    return { authorize, landed: await visit.open(back.pathname + back.search) };
  }
  return { ...operator, app, time, provider, guests, trail, sessions: store, signIn, visit: () => aVisit(app) };
}
