import { corsHeaders } from '../guard/cors.ts';
import type { DocumentPolicy, Tenant } from '../options.ts';

const HSTS = 'max-age=31536000; includeSubDomains';
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The content security policy of the shell's pages (security.md, section 3): nothing `unsafe-*`, Trusted Types on. */
export function documentPolicy({ scripts = [], forms = [] }: DocumentPolicy = {}): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...forms].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates' fp-shell",
    'report-uri /csp-report',
    'report-to csp',
  ].join('; ');
}

/**
 * The headers every answer gets, set in one pass instead of by stacked
 * middleware. A policy that an answer brought itself stays.
 */
export function headerStamp(tenant: Tenant, policy?: DocumentPolicy): (headers: Headers, path: string, trace: string) => void {
  const page = documentPolicy(policy);
  const secure = tenant.publicUrl.startsWith('https:');
  return (headers, path, trace) => {
    headers.set('x-request-id', trace);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'strict-origin-when-cross-origin');
    // Drop-in modules are fetched by foreign pages; everything else is ours alone.
    const shared = path.startsWith('/embed/');
    headers.set('cross-origin-resource-policy', shared ? 'cross-origin' : 'same-origin');
    if (shared) headers.set('access-control-allow-origin', '*');
    if (secure) headers.set('strict-transport-security', HSTS);
    if (headers.get('content-type')?.startsWith('text/html')) stampPage(headers, page);
    else if (path.startsWith('/api/')) stampApi(headers);
  };
}

/** The same for an answer of the API, as plain data: these are most of all answers, and all alike but for three lines. */
export function apiHeaders(tenant: Tenant): (trace: string, origin: string | undefined) => Record<string, string> {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': API_POLICY,
    'cache-control': 'no-store',
    vary: 'Origin',
    ...(tenant.publicUrl.startsWith('https:') && { 'strict-transport-security': HSTS }),
  };
  return (trace, origin) => ({ 'x-request-id': trace, ...always, ...(origin !== undefined && corsHeaders(origin)) });
}

function stampPage(headers: Headers, policy: string): void {
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
  headers.set('reporting-endpoints', 'csp="/csp-report"');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(self)');
}

function stampApi(headers: Headers): void {
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', API_POLICY);
  headers.set('cache-control', 'no-store');
}
