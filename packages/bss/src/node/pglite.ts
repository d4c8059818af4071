import { extname } from 'node:path';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer } from './pglite-worker.ts';

/** What a Postgres server says to a client it lets in without asking: AuthenticationOk, ReadyForQuery (idle). */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);
const TERMINATE = 0x58;

interface Waiting {
  resolve: (bytes: Uint8Array) => void;
  reject: (cause: Error) => void;
}

/**
 * PGlite in a thread of its own, since every query blocks the thread it runs
 * in. Bytes of the Postgres protocol go in and come out, so the `pg` driver
 * speaks to it as it does to a server: one driver, one way of reading values.
 */
export class PgliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  /** Why nothing will be answered any more. */
  #ended: Error | undefined;

  /** Without a folder everything is in memory. */
  constructor(folder?: string) {
    const file = new URL(`./pglite-worker${extname(import.meta.url)}`, import.meta.url);
    this.#worker = new Worker(file, { workerData: { folder }, execArgv: [] });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer));
    this.#worker.on('error', (cause) => this.#failAll(cause));
    this.#worker.on('exit', () => this.#failAll(this.#ended ?? new Error('The PGlite thread has ended.')));
  }

  #settle(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('bytes' in answer) waiting?.resolve(answer.bytes);
    else waiting?.reject(new Error(answer.error));
  }

  #failAll(cause: unknown): void {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #ask(bytes?: Uint8Array): Promise<Uint8Array> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage({ id, bytes });
    });
  }

  send(bytes: Uint8Array): Promise<Uint8Array> {
    return this.#ask(bytes);
  }

  /** Writes everything down and ends the thread. */
  async close(): Promise<void> {
    await this.#ask();
    await this.#worker.terminate();
  }
}

/** A connection as `pg` wants one, leading to the thread. */
export class PgliteStream extends Duplex {
  readonly #thread: PgliteThread;
  #welcomed = false;

  constructor(thread: PgliteThread) {
    super();
    this.#thread = thread;
  }

  /** Called by `pg` instead of opening a socket. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  // A socket has these; here is nothing to delay, keep alive or wait for.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (cause?: Error | null) => void): void {
    void this.#relay(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (cause?: Error | null) => void): void {
    void this.#relay(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  async #relay(bytes: Buffer, done: (cause?: Error | null) => void): Promise<void> {
    try {
      await this.#exchange(bytes);
    } catch (cause) {
      done(cause as Error);
      return;
    }
    done();
  }

  async #exchange(bytes: Buffer): Promise<void> {
    // The first bytes are the greeting, which PGlite has no use for.
    if (!this.#welcomed) {
      this.#welcomed = true;
      this.push(WELCOME);
    } else if (bytes[0] === TERMINATE) this.push(null);
    else this.push(Buffer.from(await this.#thread.send(bytes)));
  }
}
