import { gatewayOver } from '../gateway.ts';
import type { AuditEntry, LogEntry, Subject } from '../options.ts';
import { route } from '../routing/route.ts';
import { sessionRoutes } from '../session/session.routes.ts';
import { bearerReader } from '../sign-on/bearer.ts';
import { memorySessions } from '../sign-on/memory-sessions.ts';
import { openIdProvider, type ProviderConfig } from '../sign-on/provider.ts';
import { createSeal } from '../sign-on/seal.ts';
import type { SessionStore } from '../sign-on/session-store.ts';
import { readSessions } from '../sign-on/sessions.ts';
import { createSignOn } from '../sign-on/sign-on.ts';
import { TokenKeeper } from '../sign-on/tokens.ts';
import { aSubject, aTenant, anUpstream, changesOf, NOW } from './fixtures.ts';
import { aProvider } from './provider.ts';

const secret = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Something a person does. */
const deed = route({
  method: 'GET',
  path: '/deed',
  summary: 'Counts as activity.',
  policy: { action: 'session.read' },
  handle: () => Promise.resolve(),
});

/** The gateway with sign-on before a provider of the test's own, and a browser's cookie jar. */
export async function aPortal(publicUrl = 'http://portal.test', store: SessionStore = memorySessions(), facts: Partial<ProviderConfig> = {}) {
  const provider = await aProvider();
  const tenant = aTenant({ publicUrl });
  const time = { now: NOW };
  const clock = () => time.now;
  const log: LogEntry[] = [];
  const kept: AuditEntry[] = [];
  const audit = { record: (entry: AuditEntry) => Promise.resolve(void kept.push(entry)) };
  const scope = { resolve: (sub: string): Promise<Subject> => Promise.resolve(aSubject({ sub, partyIds: [sub] })) };
  const openId = openIdProvider({
    issuer: provider.issuer,
    clientId: 'portal',
    clientSecret: 'dev',
    redirectUri: `${publicUrl}/auth/callback`,
    audience: 'https://portal.test/api',
    fetch: provider.fetch,
    ...facts,
  });
  const resolver = { resolve: (sub: string) => scope.resolve(sub) };
  const seal = await createSeal([{ id: 'k1', secret }]);
  const tokens = new TokenKeeper({ store, seal, provider: openId, clock });
  const bearer = bearerReader({ provider: openId, scope: resolver, clock });
  const sessions = readSessions({ tenant, store, scope: resolver, clock, tokens, bearer });
  const signOn = createSignOn({ tenant, provider: openId, store, sessions, scope: resolver, seal, tokens, clock, audit, log: (_, entry) => void log.push(entry) });
  const { upstream } = anUpstream(() => new Response('[]'));
  const app = gatewayOver([...sessionRoutes, deed], { tenant, upstreams: () => upstream, sessions, changes: changesOf().source, clock, signOn });
  return { app, provider, store, scope, time, log, kept, publicUrl, sessions, tokens, browser: () => aBrowser(app, publicUrl) };
}

export type Portal = Awaited<ReturnType<typeof aPortal>>;

/** From the first click to the page that goes on. */
export async function signIn(portal: Portal, sub = 'anna', returnTo = '/') {
  const browser = portal.browser();
  const authorize = await browser.begin(returnTo);
  const landed = await browser.open(portal.provider.approve(authorize, sub).href);
  return { browser, landed };
}

/** Keeps cookies as a browser would, as far as these tests look: by name, gone at `Max-Age=0`. */
function aBrowser(app: { request: (url: string, init?: RequestInit) => Response | Promise<Response> }, publicUrl: string) {
  const jar = new Map<string, string>();
  const open = async (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Response> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(new URL(path, publicUrl).href, { ...init, headers: { 'x-fp-csrf': '1', cookie: cookies, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const begin = async (returnTo = '/') => new URL((await open(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`)).headers.get('location') ?? '');
  return { jar, open, begin, session: async () => (await (await open('/auth/session')).json()) as { signedIn: boolean; person?: { id: string } } };
}
