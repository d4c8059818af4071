import type { RequestListener } from 'node:http';
import type { SignIn } from '@faceplate/bss';
import { type Upstreams } from '@faceplate/gateway';
import { createIdp, createKeys, publicKeys } from '@faceplate/idp';
import type { Config } from './config/config.ts';
import type { IdentityProviderConfig } from './config/identity-provider.ts';
import type { IdpMemory } from './data/idp-adapter.ts';
import type { Kept } from './data/kept.ts';
import { lettersTo } from './letters.ts';
import type { ProductLog } from './log.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Who signs people in: the operator's own provider, or the reference one of ours. */
export interface Identity extends IdentityProviderConfig {
  /** What goes before the front door; nothing for the operator's own. */
  door: { idp?: RequestListener };
  /** How the gateway reaches it, when not by its address. */
  fetch?: (url: string, options: object) => Promise<Response>;
  /** Hands over the gateway, which the reference provider tells of sign-outs. */
  connect(gateway: Fetch): void;
}

interface Needs {
  config: Config;
  /** The origin browsers use. */
  url: string;
  /** The origin this process listens on. */
  own: string;
  kept: Kept;
  memory: IdpMemory;
  signIns: readonly SignIn[];
  upstreams: Upstreams;
  log: ProductLog;
}

const CLIENT_ID = 'faceplate-portal';

/**
 * Calls to our own public origin stay on this machine: behind a proxy that
 * address may lead nowhere from here.
 */
function stayHome(url: string, own: string): NonNullable<Identity['fetch']> {
  return (address, options) => {
    const asked = new URL(address);
    const target = asked.origin === url ? new URL(asked.pathname + asked.search, own) : asked;
    return fetch(target, options);
  };
}

async function reference({ config, url, own, kept, memory, signIns, upstreams, log }: Needs): Promise<Identity> {
  const issuer = `${url}/idp`;
  const keys = await kept.keep('idp-keys', createKeys);
  // As an operator's portal should: by a key that never leaves, not by a secret both sides know.
  const ours = await kept.keep('idp-client-keys', createKeys);
  const [clientKey] = ours.keys;
  let gateway: Fetch | undefined;
  const idp = createIdp({
    issuer,
    keys,
    adapter: memory.adapter,
    people: signIns,
    operator: config.tenant.name,
    letters: (address) => lettersTo(upstreams, address),
    report: log.failure,
    clients: [
      {
        clientId: CLIENT_ID,
        jwks: publicKeys(ours),
        redirectUris: [`${url}/auth/callback`],
        postLogoutRedirectUris: [`${url}/`],
        backchannelLogoutUri: `${url}/auth/backchannel-logout`,
      },
    ],
    fetch: async (address, init) => gateway?.(new Request(address, init)) ?? new Response(null, { status: 503 }),
  });
  return {
    issuer,
    clientId: CLIENT_ID,
    clientKey: clientKey as NonNullable<Identity['clientKey']>,
    door: { idp },
    fetch: stayHome(url, own),
    connect: (app) => {
      gateway = app;
    },
  };
}

export async function openIdentity(needs: Needs): Promise<Identity> {
  const { identityProvider } = needs.config;
  return identityProvider ? { ...identityProvider, door: {}, connect: () => {} } : reference(needs);
}
