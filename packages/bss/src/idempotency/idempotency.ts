import type { Store, StoreTransaction } from '../store/store.ts';
import { TmfError } from '../surface/tmf-error.ts';

/** A request to make something, and what it said. */
export interface Making {
  store: Store;
  request: Request;
  /** The request's body, read. */
  said: unknown;
  now: Date;
}

/** An answer as it is kept with the key it was given under. */
interface Kept {
  status: number;
  headers: [string, string][];
  body: string;
}

const SPACE = 'idempotency-key';
/** Milliseconds that an answer is kept at least: whoever retries later than that makes another one. */
const KEPT_FOR = 24 * 60 * 60 * 1000;
const KEY = /^[\x20-\x7e]{1,200}$/;

const malformed = () =>
  new TmfError(400, '26', 'Invalid header value', 'An Idempotency-Key has 1 to 200 printable ASCII characters.');
const underWay = () =>
  new TmfError(409, 'underWay', 'Still under way', 'The first request with this Idempotency-Key is not answered yet. Try again in a moment.');
const otherBody = () =>
  new TmfError(422, '2', 'Key used before', 'This Idempotency-Key came with another body before. Send a new key with a new request.');

function keyOf({ headers }: Request): string | undefined {
  const key = headers.get('idempotency-key');
  if (key !== null && !KEY.test(key)) throw malformed();
  return key ?? undefined;
}

async function digestOf(said: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What this process is at work on, by store: there a second request need not wait for the first to learn of it. */
const running = new WeakMap<Store, Set<string>>();

async function alone<T>(store: Store, name: string, work: () => Promise<T>): Promise<T> {
  const names = running.get(store) ?? new Set<string>();
  running.set(store, names);
  if (names.has(name)) throw underWay();
  names.add(name);
  try {
    return await work();
  } finally {
    names.delete(name);
  }
}

const keep = async (answer: Response): Promise<Kept> => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
});

/** The answer already given to this very request, if it was. */
async function answered(tx: StoreTransaction, name: string, digest: string): Promise<Kept | undefined> {
  const first = await tx.claimOf(SPACE, name);
  if (first && first.holder !== digest) throw otherBody();
  return first?.body as Kept | undefined;
}

/**
 * Does what a POST asks for, once for each `Idempotency-Key`: the same request
 * again gets the first answer again, byte for byte, in any process on the same
 * store. The answer is kept in the transaction of the work itself, so that a
 * process killed in between leaves both or neither; a refusal is not kept.
 * Without a key the work is simply done. Throws 400 for a malformed key, 409
 * while the first is under way, 422 when the key came with another body before.
 */
export async function once({ store, request, said, now }: Making, work: (tx: StoreTransaction) => Promise<Response>): Promise<Response> {
  const key = keyOf(request);
  if (key === undefined) return store.transaction(work);
  const name = `${new URL(request.url).pathname} ${key}`;
  const digest = await digestOf(said);
  const { status, headers, body } = await alone(store, name, () =>
    store.transaction(async (tx) => {
      // First the hold, then the look: another process may be done in between.
      const isHeld = await tx.hold(`${SPACE} ${name}`);
      const first = await answered(tx, name, digest);
      if (first) return first;
      if (!isHeld) throw underWay();
      const answer = await keep(await work(tx));
      await tx.claim(SPACE, name, digest, { at: now.toISOString(), body: answer });
      return answer;
    }),
  );
  return new Response(body, { status, headers });
}

/** Forgets the keys that have been kept long enough by now. Answers how many. */
export function forgetKeys(store: Store, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_FOR).toISOString();
  return store.transaction((tx) => tx.expire(SPACE, before));
}
