import type { Upstream } from '../options.ts';
import { UpstreamProblem } from './problem.ts';

/** What bounds an exchange and ties it to the customer's call. */
export interface Within {
  signal: AbortSignal;
  /** Sent as `x-request-id`, so both logs can be laid side by side. */
  trace: string;
  /** Sent with POSTs: a server that heeds it acts once, though we ask twice. */
  idempotencyKey?: string;
}

export interface Ask {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
}

export interface Answered {
  status: number;
  headers: Headers;
  /** Parsed JSON; `undefined` when the body is empty. */
  body: unknown;
}

/** Reads answer in 2.5 s or not at all; orders and other writes get 8 s. */
const PATIENCE = { read: 2_500, write: 8_000 } as const;
/** No answer of a single record or page is honestly larger than this. */
const MOST_BYTES = 8 * 1024 * 1024;

/** One request and its answer. A GET that met a dead or failing server is asked once more. */
export async function exchange(upstream: Upstream, ask: Ask, within: Within): Promise<Answered> {
  try {
    return await once(upstream, ask, within);
  } catch (error) {
    if (ask.method !== 'GET' || !worthASecondTry(error, within.signal)) throw error;
    return once(upstream, ask, within);
  }
}

function worthASecondTry(error: unknown, signal: AbortSignal): boolean {
  if (!(error instanceof UpstreamProblem) || error.fault !== 'unreachable' || signal.aborted) return false;
  // A slow server has used up the patience there is, and a busy one asked for less.
  return error.code !== 'timeout' && error.status !== 429;
}

async function once(upstream: Upstream, ask: Ask, within: Within): Promise<Answered> {
  const patience = AbortSignal.timeout(ask.method === 'GET' ? PATIENCE.read : PATIENCE.write);
  const signal = AbortSignal.any([within.signal, patience]);
  try {
    // An app in this process need not heed the signal, so the wait ends here as well.
    const response = await orAbort(upstream.fetch(requestFor(upstream, ask, within, signal)), signal);
    const text = await orAbort(readText(response, upstream.name), signal);
    return understood(upstream.name, response, text);
  } catch (error) {
    if (error instanceof UpstreamProblem) throw error;
    const code = patience.aborted ? { code: 'timeout' } : {};
    throw new UpstreamProblem('unreachable', upstream.name, 'no answer', { cause: error, ...code });
  }
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function requestFor(upstream: Upstream, { method, url, body }: Ask, within: Within, signal: AbortSignal): Request {
  const headers = new Headers({ accept: 'application/json', 'x-request-id': within.trace });
  if (upstream.token !== undefined) headers.set('authorization', `Bearer ${upstream.token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (method === 'POST' && within.idempotencyKey !== undefined) headers.set('idempotency-key', within.idempotencyKey);
  // A redirect could lead our credentials to another host.
  return new Request(url, { method, headers, signal, redirect: 'manual', ...(body !== undefined && { body: JSON.stringify(body) }) });
}

async function readText(response: Response, origin: string): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new UpstreamProblem('garbage', origin, 'answer too large', { status: response.status });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function understood(origin: string, response: Response, text: string): Answered {
  const body = parsed(text);
  const { status, headers } = response;
  if (response.ok) {
    // Proxies answer 200 with a page in HTML; that is no answer.
    if (body === unreadable) throw new UpstreamProblem('garbage', origin, 'answer is no JSON', { status });
    return { status, headers, body };
  }
  throw refusal(origin, status, body);
}

const unreadable = Symbol('unreadable');

function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return unreadable;
  }
}

const CODE = /^[\w.-]{1,32}$/;

/** TMF error bodies: `code` is a string in the standard and a number in the field; the page of a proxy has none. */
function refusal(origin: string, status: number, body: unknown): UpstreamProblem {
  const { code, reason } = typeof body === 'object' && body !== null ? (body as { code?: unknown; reason?: unknown }) : {};
  const fault = status === 404 ? 'not-found' : status >= 500 || status === 429 ? 'unreachable' : status >= 400 ? 'refused' : 'garbage';
  return new UpstreamProblem(fault, origin, typeof reason === 'string' ? reason : `status ${status}`, { status, ...codeOf(code) });
}

function codeOf(code: unknown): { code?: string } {
  const isCode = (typeof code === 'string' || typeof code === 'number') && CODE.test(String(code));
  return isCode ? { code: String(code) } : {};
}
