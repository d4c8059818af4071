import { Worker } from 'node:worker_threads';
import type { Documents } from '../options.ts';
import { billPaper } from '../papers/bill-paper.ts';
import type { Paper } from '../papers/paper.ts';
import { receiptPaper } from '../papers/receipt-paper.ts';
import { Refusal } from '../problem.ts';
import { memoryTurns } from '../turns/one-at-a-time.ts';
import type { Done, Job } from './bill-pdf/worker.ts';

export interface BillPrinter extends Documents {
  /** Ends the worker; a later paper starts another. */
  close(): Promise<void>;
}

export interface PrinterOptions {
  /** A paper that takes longer is given up, and the worker with it. */
  mostMilliseconds?: number;
}

/** Two thousand lines are forty pages and two seconds; the screen and the other papers have every one of them. */
const MOST_LINES = 2_000;

/** Papers that may wait for the printer; the longest takes half a second, and nobody waits for more than a page's patience. */
const MOST_WAITING = 16;

const busy = () =>
  new Refusal({ status: 503, code: 'documents-busy', title: 'The paper cannot be printed right now. Try again in a moment.' }, { 'retry-after': '5' });

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(cause: Error): void;
}

/**
 * Prints papers as tagged PDF (PDF/UA-1) with Typst, in a worker thread, so a long bill holds up nobody's request.
 * The worker starts with the first paper and keeps no process alive. It is given one at a time, so that the one
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
  const close = async (cause = new Error('The printer was closed')) => {
    const ending = worker;
    giveUp(cause);
    await ending?.terminate();
  };
  const print = async (paper: Paper): Promise<Uint8Array> => {
    const id = (jobs += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    waiting.set(id, { resolve, reject });
    const patience = setTimeout(() => void close(busy()), mostMilliseconds);
    started().postMessage({ id, paper } satisfies Job);
    return promise.finally(() => clearTimeout(patience));
  };
  const queue = oneByOne(print);
  return {
    close: () => close(),
    pdf: (bill, tenant, locale = 'en', recipient?) => queue(billPaper(bill, tenant, { locale, mostLines: MOST_LINES, recipient })),
    receipt: (payment, tenant, locale) => queue(receiptPaper(payment, tenant, locale)),
    print: queue,
  };
}

/** One after the other; who finds the queue full is told to come again. */
function oneByOne(print: (paper: Paper) => Promise<Uint8Array>): (paper: Paper) => Promise<Uint8Array> {
  const turns = memoryTurns();
  let queued = 0;
  return async (paper) => {
    if (queued >= MOST_WAITING) throw busy();
    queued += 1;
    try {
      return await turns.take('print', () => print(paper));
    } finally {
      queued -= 1;
    }
  };
}

function settle(waiting: Map<number, Waiting>, done: Done): void {
  const job = waiting.get(done.id);
  waiting.delete(done.id);
  if ('pdf' in done) job?.resolve(done.pdf);
  else job?.reject(new Error(done.failure));
}
