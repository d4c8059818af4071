import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** Milliseconds between the end of a request and the next of the same worker. */
const PAUSE = 15;
const READS = ['/bills', '/orders', '/products', '/tickets', '/session'];

export interface Loaded {
  readonly asked: number;
  /** Refused as too much: never begun. */
  readonly limited: number;
  /** What went wrong of what was asked, in words. */
  readonly failures: readonly string[];
  /** Titles of the tickets that were acknowledged. */
  readonly acknowledged: readonly string[];
}

export interface Asking {
  url: string;
  cookie: string;
  /** A product that a ticket may be about. */
  productId: string;
  /** Tells this run's tickets from others'. */
  run: string;
}

/**
 * Somebody who asks one thing after the other until told to stop, and takes nothing for granted: no request is repeated, so
 * whatever is cut off counts. `keep` asks over one connection as browsers do; otherwise each request has its own.
 */
export async function worker(asking: Asking, keep: boolean, over: AbortSignal): Promise<Loaded> {
  const agent = new Agent({ connections: 1, pipelining: 1 });
  const loaded = { asked: 0, limited: 0, failures: [] as string[], acknowledged: [] as string[] };
  while (!over.aborted) {
    loaded.asked += 1;
    // Every sixth is a write.
    const what = loaded.asked % 6 === 0 ? ticket(asking) : { method: 'GET' as const, path: READS[loaded.asked % READS.length] ?? '' };
    await ask(asking, what, { agent, keep }).then(
      (status) => note(loaded, what, status),
      (error: Error & { code?: string }) => loaded.failures.push(`${what.method} ${what.path}: ${error.code ?? error.message}`),
    );
    await wait(PAUSE);
  }
  await agent.close();
  return loaded;
}

interface Wish {
  method: 'GET' | 'POST';
  path: string;
  body?: { title: string; [field: string]: string };
}

const ticket = ({ productId, run }: Asking): Wish => ({
  method: 'POST',
  path: '/tickets',
  body: { productId, kind: 'request', severity: 'minor', title: `${run} ${randomUUID()}`, description: 'While restarting.' },
});

async function ask({ url, cookie }: Asking, { method, path, body }: Wish, { agent, keep }: { agent: Agent; keep: boolean }): Promise<number> {
  const { statusCode, body: answer } = await request(`${url}/api/v1${path}`, {
    method,
    dispatcher: agent,
    reset: !keep,
    headers: { cookie, 'x-fp-csrf': '1', ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  await answer.dump();
  return statusCode;
}

function note(loaded: { limited: number; failures: string[]; acknowledged: string[] }, { method, path, body }: Wish, status: number): void {
  if (status === 429) loaded.limited += 1;
  else if (status >= 300) loaded.failures.push(`${method} ${path}: ${status}`);
  else if (body) loaded.acknowledged.push(body.title);
}
