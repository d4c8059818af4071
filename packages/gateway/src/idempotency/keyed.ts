import { Refusal } from '../problem.ts';
import type { Ready } from '../routing/ready.ts';
import { refusalOf } from '../routing/failure.ts';
import type { IdempotencyKey, IdempotencyStore, KeptAnswer } from './store.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The caller's key. Its lack is refused: a POST that cannot be told from its own repeat may act twice. */
export function demandKey(request: Request): string {
  const key = request.headers.get('idempotency-key');
  if (key !== null && UUID.test(key)) return key.toLowerCase();
  throw new Refusal({
    status: 400,
    code: 'idempotency-key-missing',
    title: 'Send an Idempotency-Key header with a UUID of your own.',
  });
}

export async function fingerprintOf(...parts: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Keyed {
  store: IdempotencyStore;
  key: IdempotencyKey;
  fingerprint: string;
  now: Date;
  trace: string;
}

/** Refusals of the moment, not of the wish: who then signs in, proves who they are, looks again or waits may come with the same key. */
const PASSING = new Set([401, 403, 408, 412, 425, 429]);

/**
 * Does `work` once per key. A repeat gets the first answer's very bytes;
 * refusals that would come again (4xx) are kept too, failures (5xx) and those
 * that pass never, so that trying again can succeed.
 */
export async function once({ store, key, fingerprint, now, trace }: Keyed, work: () => Promise<Ready>): Promise<Ready> {
  const claim = await store.begin(key, fingerprint, now);
  if (claim.step === 'finished') return { ...claim.answer, headers: { 'idempotency-replayed': 'true' } };
  if (claim.step === 'in-progress') throw new Refusal({ status: 409, code: 'in-progress', title: 'This is still being done.' }, { 'retry-after': '1' });
  if (claim.step === 'other-body') {
    throw new Refusal({ status: 422, code: 'key-reused', title: 'That Idempotency-Key was used for something else.' });
  }
  const answer = await outcome(store, key, trace, work);
  await store.finish(key, answer);
  return answer;
}

async function outcome(store: IdempotencyStore, key: IdempotencyKey, trace: string, work: () => Promise<Ready>): Promise<KeptAnswer> {
  try {
    const { status, contentType, body } = await work();
    return { status, contentType, body: typeof body === 'string' ? body : new TextDecoder().decode(body) };
  } catch (error) {
    const { problem } = refusalOf(error);
    if (problem.status >= 500 || PASSING.has(problem.status)) {
      await store.abandon(key);
      throw error;
    }
    return { status: problem.status, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', ...problem, trace }) };
  }
}
