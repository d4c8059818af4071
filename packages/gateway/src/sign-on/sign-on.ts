import { type Context, Hono } from 'hono';
import { demandKnownCaller } from '../guard/guard.ts';
import type { GatewayEnv } from '../options.ts';
import { failureResponse } from '../routing/failure.ts';
import { sessionAnswer } from '../session/session.routes.ts';
import { isVisitor } from '../visitor/visitor.ts';
import { EmbedDesk } from './embed-desk.ts';
import { LogoutDesk } from './logout-desk.ts';
import { SignInDesk } from './sign-in-desk.ts';
import type { SignOnOptions } from './sign-on-options.ts';

export type { SignOnOptions } from './sign-on-options.ts';

/**
 * OpenID Connect sign-on, mounted at `/auth`. Tokens stay here; the browser holds a random id. Signing out sends the ID
 * token through the browser once, as OpenID wants it: it proves to the provider whose session is to end.
 */
export function createSignOn(options: SignOnOptions): Hono<GatewayEnv> {
  const signIn = new SignInDesk(options);
  const signOut = new LogoutDesk(options);
  const embed = new EmbedDesk(options, signIn);
  return new Hono<GatewayEnv>()
    .get('/login', (c) => signIn.login(c))
    .get('/callback', (c) => signIn.callback(c))
    .get('/logout', (c) => signOut.logout(c))
    .post('/logout', (c) => signOut.logout(c))
    .get('/session', (c) => sessionPeek(options, c))
    .post('/backchannel-logout', (c) => signOut.backchannelLogout(c))
    .get('/embed', (c) => embed.begin(c))
    .options('/embed', (c) => embed.preflight(c))
    .post('/embed', (c) => embed.exchange(c))
    .delete('/embed', (c) => embed.leave(c));
}

/** Who is signed in, without counting as activity. */
async function sessionPeek({ tenant, sessions, log }: SignOnOptions, c: Context<GatewayEnv>): Promise<Response> {
  try {
    demandKnownCaller(c.req.raw, tenant);
    const session = await sessions.read(c.req.raw, { touch: false });
    return c.json(session && !isVisitor(session) ? sessionAnswer(session) : { signedIn: false }, 200, { 'cache-control': 'no-store' });
  } catch (error) {
    return failureResponse(error, c.var.trace, log, '/auth/session');
  }
}
