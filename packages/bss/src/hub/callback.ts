import { isPublicAddress, literalIn } from './address.ts';

export interface CallbackRules {
  /** Looks a host name up. Without it only literal public addresses can be judged, so names are refused. */
  resolve?: (host: string) => Promise<readonly string[]>;
  /** Lets callbacks reach private addresses and plain http: for tests and closed networks. */
  allowPrivate?: boolean;
}

function parsed(callback: string): URL | undefined {
  const url = URL.parse(callback);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

async function reachesOnlyPublic(host: string, { resolve }: CallbackRules): Promise<boolean> {
  const literal = literalIn(host);
  if (literal !== undefined) return isPublicAddress(literal);
  const addresses = (await resolve?.(host).catch(() => [])) ?? [];
  return addresses.length > 0 && addresses.every(isPublicAddress);
}

/**
 * The callback as a URL, or undefined where it must not be called. Asked at
 * subscription and again before every delivery, as a name may change its mind;
 * between this look-up and fetch's own a hostile name server still could.
 */
export async function allowedCallback(callback: string, rules: CallbackRules): Promise<URL | undefined> {
  const url = parsed(callback);
  if (!url || rules.allowPrivate) return url;
  return url.protocol === 'https:' && (await reachesOnlyPublic(url.hostname, rules)) ? url : undefined;
}
