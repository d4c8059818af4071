import { Worker } from 'node:worker_threads';
import type { Documents } from '../options.ts';
import { Refusal } from '../problem.ts';
import { memoryTurns } from '../turns/one-at-a-time.ts';
import { type BillContent, billContent } from './bill-pdf/content.ts';
import type { Done, Job } from './bill-pdf/worker.ts';

export interface BillPrinter extends Documents {
  /** Ends the worker; a later bill starts another. */
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** A bill that takes longer is given up, and the worker with it. */
  mostMilliseconds?: number;
}

/** Bills that may wait for the printer; the longest takes half a second, and nobody waits for more than a page's patience. */
const MOST_WAITING = 16;

const busy = () =>
  new Refusal({ status: 503, code: 'documents-busy', title: 'The bill cannot be printed right now. Try again in a moment.' }, { 'retry-after': '5' });

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(cause: Error): void;
}

/**
 * Prints bills as tagged PDF (PDF/UA-1) with Typst, in a worker thread, so a long bill holds up nobody's request.
 * The worker starts with the first bill and keeps no process alive. It is given one bill at a time, so that the one
 * which takes too long is the only one given up.
 */
export function billPrinter({ mostMilliseconds = 8_000 }: PrinterOptions = {}): BillPrinter {
  let worker: Worker | undefined;
  let jobs = 0;
  const waiting = new Map<number, Waiting>();

  const giveUp = (cause: Error) => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
    worker = undefined;
  };
  const started = () => {
    if (worker) return worker;
    // Sources run as they are; a build has the same file as .js.
    const file = import.meta.url.endsWith('.ts') ? './bill-pdf/worker.ts' : './bill-pdf/worker.js';
    const fresh = new Worker(new URL(file, import.meta.url));
    fresh.unref();
    fresh.on('message', (done: Done) => settle(waiting, done));
    fresh.on('error', (cause: unknown) => fresh === worker && giveUp(cause instanceof Error ? cause : new Error('The printer failed')));
    fresh.on('exit', () => fresh === worker && giveUp(new Error('The printer stopped')));
    worker = fresh;
    return fresh;
  };
  const close = async () => {
    const ending = worker;
    giveUp(new Error('The printer was closed'));
    await ending?.terminate();
  };
  const print = async (content: BillContent): Promise<Uint8Array> => {
    const id = (jobs += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    waiting.set(id, { resolve, reject });
    const patience = setTimeout(() => void close(), mostMilliseconds);
    started().postMessage({ id, content } satisfies Job);
    return promise.finally(() => clearTimeout(patience));
  };
  const turns = memoryTurns();
  let queued = 0;
  return {
    close,
    pdf: async (bill, tenant) => {
      if (queued >= MOST_WAITING) throw busy();
      queued += 1;
      try {
        return await turns.take('print', () => print(billContent(bill, tenant)));
      } finally {
        queued -= 1;
      }
    },
  };
}

function settle(waiting: Map<number, Waiting>, done: Done): void {
  const job = waiting.get(done.id);
  waiting.delete(done.id);
  if ('pdf' in done) job?.resolve(done.pdf);
  else job?.reject(new Error(done.failure));
}
