import type { Ready } from '../routing/ready.ts';

/** Text → a short mark of it. Node hands in its own hash, which is quicker for long answers. */
export type Digest = (text: string) => string;

/** 53 bits of a text, by two interleaved multiply-xor rounds: tells answers apart, and proves nothing. */
export const quickDigest: Digest = (text) => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
};

export const tagOf = (text: string, digest: Digest): string => `W/"${digest(text)}"`;

/**
 * The answer with its entity tag, or 304 without a body when the caller has it already (RFC 9110, 8.8.3 and 13.1.2).
 * Weak: the same facts may one day be written with other bytes.
 */
export function tagged(ready: Ready, ifNoneMatch: string | null, digest: Digest): Ready {
  if (ready.status !== 200 || typeof ready.body !== 'string' || ready.contentType !== 'application/json') return ready;
  const etag = tagOf(ready.body, digest);
  const headers = { ...ready.headers, etag };
  return isKnown(ifNoneMatch, etag) ? { status: 304, contentType: '', body: '', headers } : { ...ready, headers };
}

const isKnown = (ifNoneMatch: string | null, etag: string): boolean => ifNoneMatch !== null && names(ifNoneMatch, etag);

/** Does an `If-Match` or `If-None-Match` name this tag? Compared weakly. */
export const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2));
