import { isPublicAddress, literalIn } from './address.ts';

export interface CallbackRules {
  /** Looks a host name up. Without it only literal public addresses can be judged, so names are refused. */
  resolve?: (host: string) => Promise<readonly string[]>;
  /** Lets callbacks reach private addresses and plain http: for tests and closed networks. */
  allowPrivate?: boolean;
}

/** Where a callback leads. */
export interface Target {
  url: URL;
  /** The addresses that were judged, where the host is a name: whoever connects to others has judged nothing. */
  addresses?: readonly string[];
}

/** Characters of the longest callback taken. */
const LONGEST = 2000;

function parsed(callback: string): URL | undefined {
  const url = callback.length > LONGEST ? null : URL.parse(callback);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

/** The addresses of a host, if all of them are public: one private address is enough to refuse it. */
async function publicAddresses(host: string, { resolve }: CallbackRules): Promise<readonly string[] | undefined> {
  const addresses = (await resolve?.(host).catch(() => [])) ?? [];
  return addresses.length > 0 && addresses.every(isPublicAddress) ? addresses : undefined;
}

/**
 * Where the callback leads, or undefined where it must not be called. Asked at
 * subscription and again before deliveries, as a name may change its mind.
 */
export async function allowedCallback(callback: string, rules: CallbackRules): Promise<Target | undefined> {
  const url = parsed(callback);
  if (!url || rules.allowPrivate) return url && { url };
  if (url.protocol !== 'https:') return undefined;
  const literal = literalIn(url.hostname);
  if (literal !== undefined) return isPublicAddress(literal) ? { url } : undefined;
  const addresses = await publicAddresses(url.hostname, rules);
  return addresses && { url, addresses };
}
