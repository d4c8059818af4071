import type { SessionKind, Tenant } from '../options.ts';

type Site = Pick<Tenant, 'publicUrl'>;

/** On https the browser itself holds a `__Host-` cookie to this host, Secure and Path=/; plain http has no such names. */
export const isSecure = ({ publicUrl }: Site): boolean => publicUrl.startsWith('https:');

/** `__Host-Http-`: newer browsers let no script set it either; to older ones it is a `__Host-` cookie like any other. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-Http-fp' : 'fp-session');

/** One jar may hold both, when the foreign page stands on the same site: each kind has a name of its own. */
export const embedCookieName = (secure: boolean): string => (secure ? '__Host-Http-fp-embed' : 'fp-embed');

/** A visitor's, who has not signed in: it never stands for a person. Of a page on another origin it is another. */
export const visitorCookieName = (secure: boolean, isElsewhere: boolean): string => `${secure ? '__Host-Http-' : ''}fp-visit${isElsewhere ? '-embed' : ''}`;

export const attemptCookiePrefix = (secure: boolean): string => (secure ? '__Host-Http-fp-in-' : 'fp-in-');

export function readCookies(request: Request): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of request.headers.get('cookie')?.split(';') ?? []) {
    const split = pair.indexOf('=');
    const name = pair.slice(0, split).trim();
    // The first of a name wins: browsers put the more specific path first.
    if (split > 0 && !cookies.has(name)) cookies.set(name, pair.slice(split + 1).trim());
  }
  return cookies;
}

interface CookieFacts {
  secure: boolean;
  sameSite: 'Strict' | 'Lax' | 'None';
  /** Seconds; 0 removes it. Left out: until the browser closes. */
  maxAge?: number;
}

export const cookie = (name: string, value: string, { secure, sameSite, maxAge }: CookieFacts): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    // Another site's page gets a jar of its own at our host; browsers ask Secure of such a cookie, on loopback too.
    ...(sameSite === 'None' ? ['Secure', 'Partitioned'] : secure ? ['Secure'] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ');

/** The line that gives a browser its session. */
export function sessionCookie(site: Site, kind: SessionKind, id: string, maxAge?: number): string {
  const secure = isSecure(site);
  const facts = { secure, ...(maxAge !== undefined && { maxAge }) };
  if (kind === 'visitor') throw new Error('a visitor has a cookie of another kind');
  if (kind === 'embedded') return cookie(embedCookieName(secure), id, { ...facts, sameSite: 'None' });
  return cookie(sessionCookieName(secure), id, { ...facts, sameSite: 'Strict' });
}

/** The line that gives a browser its visitor's session; on a page of another origin, in that page's jar. */
export function visitorCookie(site: Site, id: string, { origin, maxAge }: { origin?: string | undefined; maxAge: number }): string {
  const secure = isSecure(site);
  return cookie(visitorCookieName(secure, origin !== undefined), id, { secure, sameSite: origin === undefined ? 'Strict' : 'None', maxAge });
}
