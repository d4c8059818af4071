import type { Tenant } from '../options.ts';
import { Refusal } from '../problem.ts';

/** The header no form and no foreign page can send without our CORS answer allowing it. */
export const CSRF_HEADER = 'x-fp-csrf';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const refuse = (status: 403 | 415, code: string, title: string) => new Refusal({ status, code, title });

/**
 * Is this call from a page that may call us? Throws the refusal when not.
 *
 * SameSite cookies alone do not stop a sibling subdomain, so three things
 * must hold of every call, reads included: our static header, an `Origin` we
 * know (when sent), and `Sec-Fetch-Site` same-origin (when sent) unless that
 * very Origin is listed for embedding.
 */
export function demandKnownCaller(request: Request, tenant: Tenant): void {
  // A token is shown on purpose; only what a browser adds by itself can be forged with it.
  const bears = /^bearer /i.test(request.headers.get('authorization') ?? '');
  if (!bears && request.headers.get(CSRF_HEADER) !== '1') throw refuse(403, 'csrf-header-missing', 'This call did not come from the portal.');
  demandKnownPage(request.headers, tenant);
  const type = request.headers.get('content-type');
  // A DELETE has no body to give a type; a browser asks before it sends one across origins.
  const typed = !SAFE.has(request.method) && (request.method !== 'DELETE' || type !== null);
  if (typed && !isJson(type)) throw refuse(415, 'not-json', 'Send the request as application/json.');
}

function demandKnownPage(headers: Headers, { embedOrigins, publicUrl }: Tenant): void {
  const origin = headers.get('origin');
  if (origin !== null && embedOrigins.includes(origin)) return;
  const refusal = (code: string) => refuse(403, code, 'This page may not call the portal.');
  if (origin !== null && origin !== new URL(publicUrl).origin) throw refusal('origin-unknown');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw refusal('site-unknown');
}

/** `text/plain` and form types need no preflight; only this one is taken. */
function isJson(contentType: string | null): boolean {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  return type.trim() === 'application/json' && parameters.every((one) => /^\s*charset="?utf-8"?\s*$/.test(one));
}
