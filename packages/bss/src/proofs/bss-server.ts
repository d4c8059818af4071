import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createBss } from '../bss.ts';
import { openDatabase } from '../node/database.ts';
import { postPinned } from '../node/post-pinned.ts';
import { sqlStore } from '../node/sql-store.ts';
import { generateWorld } from '../world/world.ts';

/**
 * A BSS in a process of its own, for proofs that kill it or wear it out. Told by `BSS_*` in the environment;
 * says `{ port }` to its parent when it answers, and its memory in bytes when asked (`node --expose-gc`).
 */
const { DATABASE_URL, BSS_DATA, BSS_TENANT = 'default', BSS_TICK, BSS_CUSTOMERS, BSS_FAST_HUB, BSS_STILL } = process.env;

const database = await openDatabase({ ...(DATABASE_URL && { databaseUrl: DATABASE_URL }), ...(BSS_DATA && { dataFolder: BSS_DATA }) });
const store = await sqlStore(database, { tenant: BSS_TENANT });
if (BSS_CUSTOMERS) {
  await store.load(generateWorld({ seed: 1, customers: Number(BSS_CUSTOMERS), now: new Date() }).records);
}

let faults = 0;
const report = (cause: unknown): void => {
  faults += 1;
  for (const one of cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause]) {
    process.stderr.write(`fault: ${one instanceof Error ? (one.stack ?? one.message) : String(one)}\n`);
  }
};

const bss = createBss({
  store,
  clock: () => new Date(),
  report,
  simulate: !BSS_STILL,
  // Subscribers of a proof live on loopback.
  hub: { allowPrivate: true, post: postPinned, ...(BSS_FAST_HUB && { timeout: Number(BSS_FAST_HUB) }) },
});
const server = createServer((request, response) => void listener(request, response));
const listener = getRequestListener((request) => bss.fetch(request), { overrideGlobalObjects: false });
let busy = false;

/** One round at a time, as the launcher has it: a slow one is not joined by the next. */
async function tick(): Promise<void> {
  if (busy) return;
  busy = true;
  await bss.tick().catch(report);
  busy = false;
}

const ticking = BSS_TICK ? setInterval(() => void tick(), Number(BSS_TICK)) : undefined;

function memory() {
  const collect = (globalThis as { gc?: () => void }).gc;
  // Twice: what finalisers let go of in the first pass is only freed in the second.
  collect?.();
  collect?.();
  const { rss, heapUsed, arrayBuffers, external } = process.memoryUsage();
  return { rss, heapUsed, arrayBuffers, external, faults };
}

async function stop(): Promise<never> {
  clearInterval(ticking);
  server.closeAllConnections();
  server.close();
  await bss.close();
  await store.close();
  await database.close();
  process.exit(0);
}

process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ memory: memory() });
});
process.once('disconnect', () => void stop());
process.once('SIGTERM', () => void stop());

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
