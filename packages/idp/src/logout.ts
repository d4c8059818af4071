import type { Client, KoaContextWithOIDC } from 'oidc-provider';
import type { Frames } from './frames.ts';
import { signOutPage } from './pages/pages.ts';

/** The library's client can do this; its published types leave it out. */
type LogoutClient = Client & { backchannelLogout(sub: string, sid: string | undefined): Promise<void> };

/** Whether the ID token of the request was issued to the very person who is signed in here. */
function provenBy(ctx: KoaContextWithOIDC): boolean {
  const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: unknown } } | undefined;
  return hint?.payload?.sub !== undefined && hint.payload.sub === ctx.oidc.session?.accountId;
}

async function tell(ctx: KoaContextWithOIDC, clientId: string): Promise<void> {
  const { provider, session } = ctx.oidc;
  const client = (await provider.Client.find(clientId)) as LogoutClient | undefined;
  if (client?.backchannelLogoutUri === undefined || session?.accountId === undefined) return;
  try {
    await client.backchannelLogout(session.accountId, session.sidFor(clientId));
  } catch (error) {
    // A portal that cannot be told must not keep the person signed in here.
    provider.emit('backchannel.error', ctx, error, client, session.accountId, session.sidFor(clientId) ?? '');
  }
}

async function revoke(ctx: KoaContextWithOIDC, grantId: string): Promise<void> {
  const { Grant, AccessToken, RefreshToken, AuthorizationCode } = ctx.oidc.provider;
  await Promise.all([
    Grant.adapter.destroy(grantId),
    ...[AccessToken, RefreshToken, AuthorizationCode].map((token) => token.adapter.revokeByGrantId(grantId)),
  ]);
}

/** Ends the session, tells every portal it was used at, and revokes what was granted in it. */
export async function endSession(ctx: KoaContextWithOIDC): Promise<void> {
  const { session, provider } = ctx.oidc;
  if (!session) return;
  const authorizations = Object.entries(session.authorizations ?? {});
  await Promise.all(authorizations.map(([clientId]) => tell(ctx, clientId)));
  await Promise.all(authorizations.flatMap(([, { grantId }]) => (grantId === undefined ? [] : [revoke(ctx, grantId)])));
  await session.destroy();
  ctx.cookies.set(provider.cookieName('session'), null, { path: new URL(provider.issuer).pathname });
}

/** Where the person goes after signing out. The library has checked the address against the client's list. */
function afterSignOut(ctx: KoaContextWithOIDC): string {
  const { post_logout_redirect_uri: address, state } = ctx.oidc.params ?? {};
  if (typeof address !== 'string') return ctx.oidc.urlFor('end_session_success');
  const url = new URL(address);
  if (typeof state === 'string') url.searchParams.set('state', state);
  return url.href;
}

/**
 * OpenID's RP-initiated logout. The specification wants the person asked
 * unless the request proves itself; an ID token of the same person does.
 */
export async function signOut(ctx: KoaContextWithOIDC, form: string, frames: Frames): Promise<void> {
  if (!provenBy(ctx)) {
    ctx.body = signOutPage(frames(ctx.req, ctx.oidc.params?.['ui_locales']), form);
    return;
  }
  await endSession(ctx);
  ctx.status = 303;
  ctx.redirect(afterSignOut(ctx));
}

/** Nobody is signed in any more: nothing to confirm, so the library's self-submitting page is skipped. */
export async function skipEmptySignOut(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  const { oidc } = ctx as Partial<KoaContextWithOIDC>;
  if (oidc?.route !== 'end_session' || ctx.status !== 200 || oidc.session?.accountId !== undefined) return;
  ctx.body = '';
  ctx.status = 303;
  ctx.redirect(afterSignOut(ctx));
}
