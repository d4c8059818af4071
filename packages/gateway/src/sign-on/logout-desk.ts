import type { Context } from 'hono';
import { readBody } from '../guard/body.ts';
import type { GatewayEnv } from '../options.ts';
import { redirect } from './answers.ts';
import { isSecure, readCookies, sessionCookie, sessionCookieName } from './cookies.ts';
import { sha256 } from './encoding.ts';
import type { KeptSession } from './session-store.ts';
import { LONGEST } from './sessions.ts';
import { note, type SignOnOptions } from './sign-on-options.ts';

type At = Context<GatewayEnv>;

/** Ends sessions: because the person wants it, or because the provider says so. */
export class LogoutDesk {
  readonly #options: SignOnOptions;
  readonly #cookieName: string;

  constructor(options: SignOnOptions) {
    this.#options = options;
    this.#cookieName = sessionCookieName(isSecure(options.tenant));
  }

  /** Ends the session here and at the provider. Only our own pages, or the person's own hand, may ask. */
  async logout(c: At): Promise<Response> {
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const { store, tenant } = this.#options;
    if (site !== 'same-origin' && site !== 'none') return redirect(new URL(tenant.publicUrl), []);
    const id = readCookies(c.req.raw).get(this.#cookieName);
    const session = id === undefined ? undefined : await store.read(await sha256(id));
    if (session) await store.end(session.idHash);
    const response = redirect(await this.#afterLogout(session), [sessionCookie(tenant, 'portal', '', 0)]);
    // Not "cookies": that would take the provider's as well, before it could end its session.
    response.headers.set('clear-site-data', '"cache", "storage"');
    if (session) await this.#signedOut(c, session);
    return response;
  }

  async #signedOut(c: At, { createdAt, sub, party = sub }: KeptSession): Promise<void> {
    const { log, clock } = this.#options;
    log?.('info', { event: 'signed-out', trace: c.var.trace, milliseconds: clock().getTime() - createdAt });
    await note(this.#options, c.var.trace, { action: 'session.ended', actor: party, result: 'done', channel: 'portal' });
  }

  async #afterLogout(session: KeptSession | undefined): Promise<URL> {
    const { provider, tokens, tenant } = this.#options;
    const home = new URL('/', tenant.publicUrl);
    const opened = session && (await tokens.open(session));
    if (!opened) return home;
    // A provider that is away must not keep anybody signed in here.
    return (await provider.endSession(opened.idToken, home.href).catch(() => undefined)) ?? home;
  }

  async backchannelLogout(c: At): Promise<Response> {
    const { provider, store, clock, log } = this.#options;
    const answer = (status: 200 | 400) => c.json(status === 200 ? {} : { error: 'invalid_request' }, status, { 'cache-control': 'no-store' });
    try {
      const form = new URLSearchParams(await readBody(c.req.raw, 32 * 1024));
      const { jti, ...whose } = await provider.readLogout(form.get('logout_token') ?? '');
      // Noted and done in one step: a notice that could not be carried out may come again.
      const ended = await store.endOnce(`${whose.issuer} ${jti}`, clock().getTime() + LONGEST, whose);
      if (ended === undefined) throw new Error('seen before');
      log?.('info', { event: 'signed-out-by-provider', trace: c.var.trace });
      await note(this.#options, c.var.trace, { action: 'session.ended-by-provider', result: 'done', ...(whose.sub !== undefined && { actor: whose.sub }) });
      return answer(200);
    } catch {
      log?.('warn', { event: 'sign-on', trace: c.var.trace, reason: 'logout-token-refused' });
      await note(this.#options, c.var.trace, { action: 'session.logout-refused', result: 'refused' });
      return answer(400);
    }
  }
}
