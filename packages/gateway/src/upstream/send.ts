import { unwatch, watch, type Watched } from './wheel.ts';

/** One request to an upstream, with nothing in it that the gateway did not write itself. */
export interface Sending {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Ends the call when the customer leaves. */
  signal?: AbortSignal;
  /** When the whole answer must be there, on the clock of `performance.now()`. */
  deadline: number;
  /** Bytes of the answer, as sent and as unpacked, before it is given up. */
  most: number;
}

export interface SentHeaders {
  get(name: string): string | null;
}

export interface Sent {
  status: number;
  headers: SentHeaders;
  text: string;
}

/**
 * Carries a request to one server and brings the whole answer back; follows no redirect.
 *
 * @throws {SendFailure} when there is no whole answer in time.
 */
export type Send = (call: Sending) => Promise<Sent>;

/** `code` is the system's word for it (`ECONNREFUSED`, `CERT_HAS_EXPIRED`), where it has one. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  readonly kind: 'timeout' | 'left' | 'busy' | 'too-large' | 'unreadable' | 'no-token' | 'no-answer';
  readonly code: string | undefined;
  /** Nothing of the request had gone out. */
  readonly unsent: boolean;

  constructor(kind: SendFailure['kind'], cause?: unknown, unsent = false) {
    super(kind, { cause });
    this.kind = kind;
    this.unsent = unsent;
    const code = (cause as { code?: unknown } | undefined)?.code;
    this.code = typeof code === 'string' ? code : undefined;
  }
}

export const failureOf = (error: unknown): SendFailure => (error instanceof SendFailure ? error : new SendFailure('no-answer', error));

/** The direct way for an upstream that has only `fetch`: an app in this process, or a test. */
export const sendByFetch =
  (fetch: (request: Request) => Promise<Response>): Send =>
  (call) =>
    new Promise((resolve, reject) => {
      const { method, url, headers, body, signal, deadline, most } = call;
      const stop = new AbortController();
      // An app in this process need not heed the signal, so the wait ends here as well.
      const end = (failure: SendFailure) => {
        settle();
        reject(failure);
        stop.abort(failure);
      };
      const left = () => end(new SendFailure('left', signal?.reason));
      const patience: Watched = { deadline, late: () => end(new SendFailure('timeout')) };
      const settle = () => {
        unwatch(patience);
        signal?.removeEventListener('abort', left);
      };
      if (signal?.aborted) return left();
      watch(patience);
      signal?.addEventListener('abort', left);
      // A redirect could lead our credentials to another host.
      const request = new Request(url, { method, headers, signal: stop.signal, redirect: 'manual', ...(body !== undefined && { body }) });
      fetch(request)
        .then(async (response) => ({ status: response.status, headers: response.headers, text: await readText(response, most, stop.signal) }))
        .then(resolve, (error: unknown) => reject(failureOf(error)))
        .finally(settle);
    });

async function readText(response: Response, most: number, stopped: AbortSignal): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    stopped.throwIfAborted();
    bytes += chunk.byteLength;
    if (bytes > most) throw new SendFailure('too-large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
