import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Adapter, AdapterConstructor, AdapterFactory } from 'oidc-provider';
import { Accounts } from './accounts.ts';
import { framesFor } from './frames.ts';
import { skipEmptySignOut } from './logout.ts';
import { Mailbox } from './mailbox.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { mailboxPage } from './pages/register-pages.ts';
import { createProvider } from './provider.ts';
import { Registration } from './registration.ts';
import { securityHeaders } from './headers.ts';
import { SignIn } from './sign-in.ts';
import type { IdpOptions, NodeHandler } from './types.ts';

const STYLES = readFileSync(new URL('../assets/idp.css', import.meta.url));

/** A request as Express would hand it to what is mounted: the path of before is kept beside it. */
type Mounted = IncomingMessage & { originalUrl?: string; baseUrl?: string };

/** The address below the mount, or nothing when it is elsewhere or no address at all. */
function belowMount(address: string, mount: string): URL | undefined {
  const url = URL.parse(address, 'http://mount.invalid');
  if (!url || url.host !== 'mount.invalid') return undefined;
  if (url.pathname !== mount && !url.pathname.startsWith(`${mount}/`)) return undefined;
  url.pathname = url.pathname.slice(mount.length) || '/';
  return url.host === 'mount.invalid' ? url : undefined;
}

/** Adapters come as classes and as functions that make one. */
const adapterOf = (adapter: AdapterConstructor | AdapterFactory, model: string): Adapter =>
  'prototype' in adapter && typeof (adapter.prototype as Partial<Adapter> | undefined)?.upsert === 'function' ? new (adapter as AdapterConstructor)(model) : (adapter as AdapterFactory)(model);

function sendStyles(response: ServerResponse): void {
  response.setHeader('content-type', 'text/css; charset=utf-8');
  response.setHeader('cache-control', 'public, max-age=3600');
  response.end(STYLES);
}

/**
 * The reference OpenID provider: for evaluation and tests, never for customers.
 *
 * Returns a plain Node handler to be given every request whose path is the
 * issuer's or below it. The issuer alone decides host and scheme of every
 * address it hands out, whatever `Host` or forwarding headers say.
 */
export function createIdp(options: IdpOptions): NodeHandler {
  const issuer = new URL(options.issuer);
  const mount = issuer.pathname.replace(/\/$/, '');
  const frames = framesFor(options, mount);
  const adapter = options.adapter ?? memoryAdapter();
  const accounts = new Accounts(options, adapterOf(adapter, 'Account'));
  const mailbox = new Mailbox(adapterOf(adapter, 'Mailbox'), options.letters);
  const registration = new Registration({ accounts, mailbox, asked: adapterOf(adapter, 'Registration'), operator: options.operator ?? 'Faceplate' });
  const provider = createProvider({ ...options, adapter }, mount, frames, accounts);
  provider.use(skipEmptySignOut as Parameters<typeof provider.use>[0]);
  const signIn = new SignIn({ options, provider, frames, mount, accounts, registration });
  const handle = provider.callback();
  const headers = Object.entries(securityHeaders(options));

  async function showMailbox(request: Mounted, response: ServerResponse, address: string): Promise<void> {
    const letters = address === '' ? [] : await mailbox.letters(address);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(mailboxPage(frames(request), address.slice(0, 254), letters));
  }

  async function serve(request: Mounted, response: ServerResponse): Promise<void> {
    const url = belowMount(request.url ?? '/', mount);
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!url) {
      response.writeHead(404).end();
      return;
    }
    request.originalUrl = `${mount}${url.pathname}${url.search}`;
    request.baseUrl = mount;
    request.url = `${url.pathname}${url.search}`;
    request.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1);
    request.headers['x-forwarded-host'] = issuer.host;
    if (url.pathname === '/assets/idp.css') sendStyles(response);
    else if (url.pathname === '/mailbox') await showMailbox(request, response, url.searchParams.get('address') ?? '');
    else if (url.pathname.startsWith('/interaction/')) await signIn.handle(request, response, url);
    else await handle(request, response);
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      options.report?.(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
