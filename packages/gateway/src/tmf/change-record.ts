import { revOf } from '../upstream/rev.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody, TmfClient } from '../upstream/types.ts';

/** How often somebody else may come between our reading and our writing. */
const MOST_TRIES = 6;

interface Change {
  resource: string;
  id: string;
  read: () => Promise<TmfBody>;
  /** The patch for what was read; nothing when it is as it should be already. */
  patch: (body: TmfBody) => TmfBody | undefined | Promise<TmfBody | undefined>;
}

/**
 * Reads a record, and writes what follows from it unless somebody else wrote in between: then it is read again. That needs
 * a server that gives entity tags and heeds `If-Match`; with any other the turns that our own processes take must do.
 */
export async function changeRecord(client: TmfClient, { resource, id, read, patch }: Change): Promise<TmfBody> {
  let stale: string | undefined;
  for (let tries = 1; ; tries += 1) {
    const seen = await read();
    const change = await patch(seen);
    if (!change) return seen;
    // A server that calls stale what it has just given compares weak tags strongly: it cannot help us.
    const heeded = revOf(seen) === stale ? undefined : seen;
    try {
      return await client.patch(resource, id, change, heeded);
    } catch (error) {
      if (!(error instanceof UpstreamProblem) || error.status !== 412 || tries === MOST_TRIES) throw error;
      stale = revOf(seen);
    }
  }
}
