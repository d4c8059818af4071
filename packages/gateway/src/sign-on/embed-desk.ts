import type { Context } from 'hono';
import { parseJson, readBody } from '../guard/body.ts';
import { allowOrigin, listedOrigin, preflight } from '../guard/cors.ts';
import { demandKnownCaller } from '../guard/guard.ts';
import type { GatewayEnv } from '../options.ts';
import { signInFirst } from '../policy/refusal.ts';
import { failureResponse } from '../routing/failure.ts';
import { sessionCookie } from './cookies.ts';
import { readEmbedAsked, redeem } from './hand-over.ts';
import { openNewSession } from './new-session.ts';
import { problemPage } from './pages.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { note, type SignOnOptions } from './sign-on-options.ts';

type At = Context<GatewayEnv>;

/** Most bytes of an exchange; a code and a verifier are far shorter. */
const MOST_BYTES = 4 * 1024;

/** Hands a sign-in made here, first-party, over to a page on another site: browsers give that page no cookie of ours. */
export class EmbedDesk {
  readonly #options: SignOnOptions;
  readonly #signIn: SignInDesk;

  constructor(options: SignOnOptions, signIn: SignInDesk) {
    this.#options = options;
    this.#signIn = signIn;
  }

  /** The visitor of such a page comes here to sign in; a page that is not listed gets no code. */
  begin(c: At): Promise<Response> {
    const asked = readEmbedAsked((name) => c.req.query(name), this.#options.tenant.embedOrigins);
    if (!asked) return Promise.resolve(problemPage(400, 'The page you came from may not show the portal.'));
    return this.#signIn.begin(c, { returnTo: '/', embed: asked });
  }

  preflight(c: At): Response {
    const origin = this.#origin(c);
    const response = preflight(origin, ['POST', 'DELETE']);
    allowOrigin(response.headers, origin);
    return response;
  }

  /** The page turns its code into a session of its own: in a jar of its own, shorter, and good for that origin alone. */
  exchange(c: At): Promise<Response> {
    return this.#answered(c, (origin) => this.#exchanged(c, origin));
  }

  async #answered(c: At, work: (origin: string | undefined) => Promise<Response>): Promise<Response> {
    const origin = this.#origin(c);
    const response = await work(origin).catch((error: unknown) => failureResponse(error, c.var.trace, this.#options.log, '/auth/embed'));
    allowOrigin(response.headers, origin);
    response.headers.set('cache-control', 'no-store');
    return response;
  }

  async #exchanged(c: At, origin: string | undefined): Promise<Response> {
    demandKnownCaller(c.req.raw, this.#options.tenant);
    const identity = origin === undefined ? undefined : await redeem(this.#options, origin, parseJson(await readBody(c.req.raw, MOST_BYTES)));
    if (origin === undefined || !identity) {
      await note(this.#options, c.var.trace, { action: 'session.hand-over-refused', result: 'refused', channel: 'embedded' });
      throw signInFirst();
    }
    const { cookie } = await openNewSession(this.#options, { identity, request: c.req.raw, kind: 'embedded', origin });
    await note(this.#options, c.var.trace, { action: 'session.embedded', actor: identity.party ?? identity.sub, result: 'done', channel: 'embedded' });
    return new Response(null, { status: 204, headers: { 'set-cookie': cookie } });
  }

  /** Signs out of that page's session, and of no other. */
  leave(c: At): Promise<Response> {
    return this.#answered(c, async () => {
      const { sessions, store, tenant } = this.#options;
      demandKnownCaller(c.req.raw, tenant);
      const session = await sessions.read(c.req.raw, { touch: false });
      if (session?.kind === 'embedded') {
        await store.end(session.sessionId);
        await note(this.#options, c.var.trace, { action: 'session.ended', actor: session.subject.sub, result: 'done', channel: 'embedded' });
      }
      return new Response(null, { status: 204, headers: { 'set-cookie': sessionCookie(tenant, 'embedded', '', 0) } });
    });
  }

  #origin(c: At): string | undefined {
    return listedOrigin(c.req.raw, this.#options.tenant.embedOrigins);
  }
}
