import type { EventEmitter } from 'node:events';
import { type Configuration, type KoaContextWithOIDC, Provider, interactionPolicy } from 'oidc-provider';
import type { Accounts } from './accounts.ts';
import { cookieKey } from './keys.ts';
import { signOut } from './logout.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { messagePage } from './pages/pages.ts';
import type { Frames } from './frames.ts';
import type { IdpClient, IdpOptions } from './types.ts';

/** Every password typed here is this, at that moment; how long ago it was is in `auth_time`. */
export const FRESH = 'urn:faceplate:fresh';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds. */
const LIFETIMES = {
  AccessToken: 10 * MINUTE,
  AuthorizationCode: MINUTE,
  // As long as a portal's session may last, and a little more.
  Grant: 12 * HOUR,
  IdToken: 10 * MINUTE,
  Interaction: 15 * MINUTE,
  RefreshToken: 12 * HOUR,
  Session: HOUR,
};

function clientMetadata(client: IdpClient) {
  return {
    client_id: client.clientId,
    ...(client.jwks
      ? { token_endpoint_auth_method: 'private_key_jwt' as const, jwks: client.jwks }
      : { token_endpoint_auth_method: 'client_secret_basic' as const, client_secret: client.clientSecret ?? '' }),
    redirect_uris: client.redirectUris,
    post_logout_redirect_uris: client.postLogoutRedirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    // Step-up at the gateway needs to know how long ago the password was typed.
    require_auth_time: true,
    ...(client.backchannelLogoutUri !== undefined && {
      backchannel_logout_uri: client.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
  };
}

/** Grants whatever a client asks for: all clients here are the operator's own. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider, params } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known !== undefined && (await provider.Grant.find(known))) ||
    new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(typeof params?.['scope'] === 'string' ? params['scope'] : 'openid');
  grant.addOIDCClaims([...ctx.oidc.requestParamClaims]);
  await grant.save();
  return grant;
}

/** Sign-in stays a prompt; consent may be asked for but is answered already. */
function policy() {
  const prompts = interactionPolicy.base();
  prompts.get('consent')?.checks.clear();
  // Initiating User Registration via OpenID Connect 1.0: before any sign-in is asked for.
  prompts.add(new interactionPolicy.Prompt({ name: 'create', requestable: true }), 0);
  return prompts;
}

/**
 * The library refuses to call special-use addresses, which is right for
 * addresses a client may choose. Ours are registered by the operator and
 * usually on loopback; anything else stays unreachable.
 */
function registeredOnly(options: IdpOptions): typeof globalThis.fetch {
  const registered = new Set(options.clients.map((client) => client.backchannelLogoutUri));
  const send = options.fetch ?? globalThis.fetch;
  return (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!registered.has(url)) return Promise.reject(new Error(`Not a registered address: ${url}`));
    const { dispatcher: _guard, ...rest } = (init ?? {}) as RequestInit & { dispatcher?: unknown };
    return send(url, rest);
  };
}

function features(frames: Frames): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => signOut(ctx, form, frames),
      postLogoutSuccessSource: (ctx) => {
        const frame = frames(ctx.req);
        ctx.body = messagePage(frame, frame.language.words.signedOutTitle, frame.language.words.signedOutText);
      },
    },
  };
}

/** The library's error page would tell more of what went wrong than a customer needs. */
function showError(frames: Frames): Configuration['renderError'] {
  return (ctx, out) => {
    const frame = frames(ctx.req);
    const { failedTitle, failedText } = frame.language.words;
    ctx.type = 'html';
    ctx.body = messagePage(frame, failedTitle, failedText, out.error);
  };
}

function settings(options: IdpOptions, mount: string, frames: Frames, accounts: Accounts): Configuration {
  return {
    adapter: options.adapter ?? memoryAdapter(),
    clients: options.clients.map(clientMetadata),
    jwks: options.keys,
    findAccount: accounts.find,
    discovery: { prompt_values_supported: ['none', 'login', 'consent', 'create'] },
    loadExistingGrant: grantAll,
    interactions: { policy: policy(), url: (_ctx, interaction) => `${mount}/interaction/${interaction.uid}` },
    claims: {
      openid: ['sub'],
      acr: null,
      profile: ['name', 'preferred_username', 'persona', 'updated_at'],
      email: ['email', 'email_verified'],
    },
    // The gateway shows a name at once: in the ID token it costs no second call.
    conformIdTokenClaims: false,
    acrValues: [FRESH],
    pkce: { required: () => true },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    cookies: {
      keys: [cookieKey(options.keys)],
      names: { session: 'fp-idp-session', interaction: 'fp-idp-interaction', resume: 'fp-idp-resume' },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: mount === '' ? '/' : mount },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    ttl: LIFETIMES,
    // The portal renews its access tokens; signing out here revokes them, an idle page here does not.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    rotateRefreshToken: true,
    clientBasedCORS: () => false,
    fetch: registeredOnly(options),
    features: features(frames),
    renderError: showError(frames),
  };
}

export function createProvider(options: IdpOptions, mount: string, frames: Frames, accounts: Accounts): Provider {
  const provider = new Provider(options.issuer, settings(options, mount, frames, accounts));
  // The handler overwrites the forwarded headers with the issuer's own host, so they may be believed.
  provider.proxy = true;
  const report = options.report ?? (() => {});
  // Koa's own event, which prints to the console when nobody listens; the provider's types do not know it.
  (provider as EventEmitter).on('error', report);
  provider.on('server_error', (_ctx, error) => report(error));
  provider.on('backchannel.error', (_ctx, error) => report(error));
  return provider;
}
