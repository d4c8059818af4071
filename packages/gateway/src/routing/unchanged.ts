import { names, tagged } from '../http/etag.ts';
import type { Digest } from '../http/etag.ts';
import { Refusal } from '../problem.ts';
import { readyAnswer } from './answer.ts';
import type { Route } from './route.ts';

/** Routes that change a record they answer with heed `If-Match`, and tell its new mark. */
export const heedsIfMatch = ({ codes }: Route): boolean => codes?.includes('changed-meanwhile') ?? false;

/**
 * Is `now`, written as the route writes it, still what the caller saw? Marks are weak (RFC 9110 would have strong ones
 * here): they stand for the facts, and these are what must not have changed.
 *
 * @throws {Refusal} 412 when not.
 */
export function demandUnchanged(route: Route, ifMatch: string | null, digest: Digest, now: unknown): void {
  if (ifMatch === null || !heedsIfMatch(route)) return;
  const etag = tagged(readyAnswer(route, now), null, digest).headers?.['etag'];
  if (etag !== undefined && names(ifMatch, etag)) return;
  throw new Refusal({ status: 412, code: 'changed-meanwhile', title: 'This has changed since you last saw it.' });
}
