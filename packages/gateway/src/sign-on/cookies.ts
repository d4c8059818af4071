import type { Tenant } from '../options.ts';

/** On https the browser itself holds a `__Host-` cookie to this host, Secure and Path=/; plain http has no such names. */
export const isSecure = ({ publicUrl }: Pick<Tenant, 'publicUrl'>): boolean => publicUrl.startsWith('https:');
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-fp' : 'fp-session');
export const attemptCookiePrefix = (secure: boolean): string => (secure ? '__Host-fp-in-' : 'fp-in-');

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
  sameSite: 'Strict' | 'Lax';
  /** Seconds; 0 removes it. Left out: until the browser closes. */
  maxAge?: number;
}

export const cookie = (name: string, value: string, { secure, sameSite, maxAge }: CookieFacts): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(secure ? ['Secure'] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ');
