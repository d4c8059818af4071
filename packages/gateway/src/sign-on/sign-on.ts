import { type Context, Hono } from 'hono';
import { readBody } from '../guard/body.ts';
import { demandKnownCaller } from '../guard/guard.ts';
import type { GatewayEnv, Log, SessionReader, Tenant } from '../options.ts';
import { failureResponse } from '../routing/failure.ts';
import { sessionAnswer } from '../session/session.routes.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import { type Attempts, attempts } from './attempt.ts';
import { cookie, isSecure, readCookies, sessionCookieName } from './cookies.ts';
import { randomText, sha256 } from './encoding.ts';
import { bouncePage, problemPage } from './pages.ts';
import type { Identity, Provider } from './provider.ts';
import { safeReturnTo } from './return-to.ts';
import type { ScopeResolver } from './scope.ts';
import type { Seal } from './seal.ts';
import type { SessionStore } from './session-store.ts';
import { LONGEST } from './sessions.ts';

export interface SignOnOptions {
  tenant: Tenant;
  provider: Provider;
  store: SessionStore;
  sessions: SessionReader;
  scope: ScopeResolver;
  seal: Seal;
  clock: () => Date;
  log?: Log;
}

type At = Context<GatewayEnv>;

/**
 * OpenID Connect sign-on, mounted at `/auth`. Tokens stay here; the browser holds a random id. Signing out sends the ID
 * token through the browser once, as OpenID wants it: it proves to the provider whose session is to end.
 */
export function createSignOn(options: SignOnOptions): Hono<GatewayEnv> {
  const desk = new SignOnDesk(options);
  return new Hono<GatewayEnv>()
    .get('/login', (c) => desk.login(c))
    .get('/callback', (c) => desk.callback(c))
    .get('/logout', (c) => desk.logout(c))
    .post('/logout', (c) => desk.logout(c))
    .get('/session', (c) => desk.session(c))
    .post('/backchannel-logout', (c) => desk.backchannelLogout(c));
}

class SignOnDesk {
  readonly #options: SignOnOptions;
  readonly #attempts: Attempts;
  readonly #secure: boolean;
  readonly #cookieName: string;

  constructor(options: SignOnOptions) {
    this.#options = options;
    this.#secure = isSecure(options.tenant);
    this.#cookieName = sessionCookieName(this.#secure);
    this.#attempts = attempts(options.seal, options.clock, this.#secure);
  }

  async login(c: At): Promise<Response> {
    const { tenant, provider } = this.#options;
    const request = c.req.raw;
    const replaces = await this.#idHash(request);
    const facts = { returnTo: safeReturnTo(c.req.query('returnTo'), tenant.publicUrl), ...(replaces !== undefined && { replaces }) };
    const { attempt, cookies } = await this.#attempts.begin(request, facts);
    try {
      return redirect(await provider.begin(attempt), cookies);
    } catch {
      this.#warn(c, 'provider-unreachable');
      return problemPage(503, 'The sign-in service cannot be reached right now. Try again in a moment.');
    }
  }

  async callback(c: At): Promise<Response> {
    const { tenant, provider } = this.#options;
    const taken = await this.#attempts.take(c.req.raw, c.req.query('state') ?? '');
    if (!taken) {
      this.#warn(c, 'attempt-unknown');
      return problemPage(400, 'This sign-in took too long, or was begun in another browser.');
    }
    // Behind a proxy the request's own URL is not the one the provider was told.
    const answer = new URL(`${tenant.publicUrl}/auth/callback${new URL(c.req.url).search}`);
    let identity: Identity;
    try {
      identity = await provider.finish(answer, taken.attempt);
    } catch {
      this.#warn(c, 'answer-refused');
      return problemPage(400, 'The sign-in service did not confirm this sign-in.', taken.cookies);
    }
    return this.#open(c, identity, taken);
  }

  async #open(c: At, identity: Identity, { attempt, cookies }: NonNullable<Awaited<ReturnType<Attempts['take']>>>): Promise<Response> {
    const { store, log } = this.#options;
    try {
      const sessionCookie = await this.#newSession(identity);
      // A new id at every sign-in; the old one is worth nothing from here on.
      if (attempt.replaces !== undefined) await store.end(attempt.replaces);
      log?.('info', { event: 'signed-in', trace: c.var.trace });
      return bouncePage(attempt.returnTo, [...cookies, sessionCookie]);
    } catch (error) {
      if (!(error instanceof UpstreamProblem)) throw error;
      this.#warn(c, `scope ${error.fault}`);
      if (error.fault === 'not-found') return problemPage(403, 'There is no customer record for this sign-in.', cookies);
      return problemPage(503, 'Your customer record cannot be read right now. Try again in a moment.', cookies);
    }
  }

  async #newSession({ issuer, sub, sid, idToken }: Identity): Promise<string> {
    const { store, scope, seal, clock } = this.#options;
    const subject = await scope.resolve(sub);
    const id = randomText(32);
    const idHash = await sha256(id);
    const now = clock().getTime();
    const tokens = await seal.seal(JSON.stringify({ idToken }), idHash);
    const times = { scopeAt: now, createdAt: now, seenAt: now, endsAt: now + LONGEST };
    await store.create({ idHash, issuer, sub, ...(sid !== undefined && { sid }), tokens, subject, ...times });
    return cookie(this.#cookieName, id, { secure: this.#secure, sameSite: 'Strict' });
  }

  /** Ends the session here and at the provider. Only our own pages, or the person's own hand, may ask. */
  async logout(c: At): Promise<Response> {
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    if (site !== 'same-origin' && site !== 'none') return redirect(new URL(this.#options.tenant.publicUrl), []);
    const { store, clock } = this.#options;
    const idHash = await this.#idHash(c.req.raw);
    const session = idHash === undefined ? undefined : await store.read(idHash);
    if (idHash !== undefined) await store.end(idHash);
    const gone = cookie(this.#cookieName, '', { secure: this.#secure, sameSite: 'Strict', maxAge: 0 });
    const response = redirect(await this.#afterLogout(session?.tokens, idHash), [gone]);
    // Not "cookies": that would take the provider's as well, before it could end its session.
    response.headers.set('clear-site-data', '"cache", "storage"');
    if (session) this.#options.log?.('info', { event: 'signed-out', trace: c.var.trace, milliseconds: clock().getTime() - session.createdAt });
    return response;
  }

  async #afterLogout(sealed: string | undefined, idHash: string | undefined): Promise<URL> {
    const { provider, seal, tenant } = this.#options;
    const home = new URL('/', tenant.publicUrl);
    const opened = sealed === undefined || idHash === undefined ? undefined : await seal.open(sealed, idHash);
    if (opened === undefined) return home;
    const { idToken } = JSON.parse(opened) as { idToken: string };
    // A provider that is away must not keep anybody signed in here.
    return (await provider.endSession(idToken, home.href).catch(() => undefined)) ?? home;
  }

  async session(c: At): Promise<Response> {
    try {
      demandKnownCaller(c.req.raw, this.#options.tenant);
      const session = await this.#options.sessions.read(c.req.raw, { touch: false });
      return c.json(session ? sessionAnswer(session) : { signedIn: false }, 200, { 'cache-control': 'no-store' });
    } catch (error) {
      return failureResponse(error, c.var.trace, this.#options.log, '/auth/session');
    }
  }

  async backchannelLogout(c: At): Promise<Response> {
    const { provider, store, clock, log } = this.#options;
    const answer = (status: 200 | 400) =>
      c.json(status === 200 ? {} : { error: 'invalid_request' }, status, { 'cache-control': 'no-store' });
    try {
      const form = new URLSearchParams(await readBody(c.req.raw, 32 * 1024));
      const { jti, ...whose } = await provider.readLogout(form.get('logout_token') ?? '');
      if (!(await store.firstSight(jti, clock().getTime() + LONGEST))) return answer(400);
      await store.endAll(whose);
      log?.('info', { event: 'signed-out-by-provider', trace: c.var.trace });
      return answer(200);
    } catch {
      this.#warn(c, 'logout-token-refused');
      return answer(400);
    }
  }

  async #idHash(request: Request): Promise<string | undefined> {
    const id = readCookies(request).get(this.#cookieName);
    return id === undefined ? undefined : sha256(id);
  }

  #warn(c: At, reason: string): void {
    this.#options.log?.('warn', { event: 'sign-on', trace: c.var.trace, reason });
  }
}

function redirect(to: URL, cookies: readonly string[]): Response {
  const headers = new Headers({ location: to.href, 'cache-control': 'no-store' });
  for (const one of cookies) headers.append('set-cookie', one);
  return new Response(null, { status: 302, headers });
}
