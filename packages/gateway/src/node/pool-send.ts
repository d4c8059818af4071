import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { type Send, SendFailure, type Sending, type Sent, type SentHeaders } from '../upstream/send.ts';
import { unwatch, watch, type Watched } from '../upstream/wheel.ts';
import { textOf } from './text-of.ts';

/** The direct way to one server: undici's own events, with no stream, signal or timer made for a call. */
export const poolSend =
  (dispatcher: Dispatcher, origin: string): Send =>
  (call) =>
    new Promise((resolve, reject) => {
      const { url, method, headers, body } = call;
      // Whatever is asked of this server stays on this server.
      if (!url.startsWith(`${origin}/`)) return reject(new SendFailure('no-answer', new TypeError('address of another server'), true));
      if (call.signal?.aborted) return reject(new SendFailure('left', call.signal.reason));
      const exchange = new Exchange(call, resolve, reject);
      dispatcher.dispatch({ path: url.slice(origin.length), method, headers, ...(body !== undefined && { body }) }, exchange);
    });

const NONE: IncomingHttpHeaders = {};

class Exchange implements Dispatcher.DispatchHandler, Watched, SentHeaders {
  readonly deadline: number;
  readonly #call: Sending;
  readonly #resolve: (sent: Sent) => void;
  readonly #reject: (failure: SendFailure) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #failure: SendFailure | undefined;
  #status = 0;
  #headers = NONE;
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(call: Sending, resolve: (sent: Sent) => void, reject: (failure: SendFailure) => void) {
    this.deadline = call.deadline;
    this.#call = call;
    this.#resolve = resolve;
    this.#reject = reject;
    watch(this);
    call.signal?.addEventListener('abort', this.#left);
  }

  late(): void {
    this.#giveUp(new SendFailure('timeout', undefined, this.#controller === undefined));
  }

  get(name: string): string | null {
    const value = this.#headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Given up while it waited for a connection.
    if (this.#failure) controller.abort(this.#failure);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
    if (Number(headers['content-length']) > this.#call.most) this.#giveUp(new SendFailure('too-large'));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#call.most) return this.#giveUp(new SendFailure('too-large'));
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle();
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks, this.#bytes);
    const encoding = this.get('content-encoding');
    const text = textOf(bytes, encoding, this.#call.most);
    if (typeof text === 'string') this.#resolve({ status: this.#status, headers: this, text });
    else text.then((unpacked) => this.#resolve({ status: this.#status, headers: this, text: unpacked }), this.#reject);
  }

  onResponseError(_: unknown, error: Error): void {
    this.#settle();
    this.#reject(this.#failure ?? new SendFailure('no-answer', error, this.#controller === undefined));
  }

  readonly #left = (): void => this.#giveUp(new SendFailure('left', this.#call.signal?.reason));

  #giveUp(failure: SendFailure): void {
    this.#failure ??= failure;
    this.#settle();
    this.#reject(failure);
    this.#controller?.abort(failure);
  }

  #settle(): void {
    unwatch(this);
    this.#call.signal?.removeEventListener('abort', this.#left);
  }
}
