import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the main thread sends: a number to answer under, and bytes of the Postgres protocol (none: close). */
export interface WorkerRequest {
  id: number;
  bytes?: Uint8Array;
}

export type WorkerAnswer = { id: number; bytes: Uint8Array } | { id: number; error: string };

async function answer(db: PGlite, { id, bytes }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    if (bytes) return { id, bytes: await db.execProtocolRaw(bytes) };
    await db.close();
    return { id, bytes: new Uint8Array() };
  } catch (cause) {
    return { id, error: String(cause) };
  }
}

const { folder } = workerData as { folder?: string };
const db = folder === undefined ? new PGlite() : new PGlite(folder);
let queue: Promise<unknown> = db.waitReady;

function send(message: WorkerAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}

// In order: the bytes of one request mean nothing without those before it.
parentPort?.on('message', (request: WorkerRequest) => {
  queue = queue.then(
    async () => send(await answer(db, request)),
    (cause: unknown) => send({ id: request.id, error: `PGlite did not start: ${String(cause)}` }),
  );
});
