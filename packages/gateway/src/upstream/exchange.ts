import type { Upstream } from '../options.ts';
import { UpstreamProblem } from './problem.ts';
import { type Send, sendByFetch, SendFailure, type Sent, type SentHeaders } from './send.ts';

/** What bounds an exchange and ties it to the customer's call. */
export interface Within {
  /** Ends when the customer leaves. */
  signal?: AbortSignal;
  /** When the customer's whole call must be over, on the clock of `performance.now()`. */
  deadline?: number;
  /** Sent as `x-request-id`, so both logs can be laid side by side. */
  trace: string;
  /** Sent with POSTs: a server that heeds it acts once, though we ask twice. */
  idempotencyKey?: string;
}

export interface Ask {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
  /** Of the body; `application/json` when left out. */
  contentType?: string;
}

export interface Answered {
  status: number;
  headers: SentHeaders;
  /** Parsed JSON; `undefined` when the body is empty. */
  body: unknown;
}

/** Reads answer in 2.5 s or not at all; orders and other writes get 8 s. */
const PATIENCE = { read: 2_500, write: 8_000 } as const;
/** No answer of a single record or page is honestly larger than this. */
const MOST_BYTES = 8 * 1024 * 1024;

/** One request and its answer. A GET that met a dead or failing server is asked once more. */
export async function exchange(upstream: Upstream, ask: Ask, within: Within): Promise<Answered> {
  const deadline = Math.min(performance.now() + (ask.method === 'GET' ? PATIENCE.read : PATIENCE.write), within.deadline ?? Infinity);
  try {
    return await once(upstream, ask, within, deadline);
  } catch (error) {
    if (ask.method !== 'GET' || !worthASecondTry(error, within.signal)) throw error;
    return once(upstream, ask, within, deadline);
  }
}

function worthASecondTry(error: unknown, signal: AbortSignal | undefined): boolean {
  if (!(error instanceof UpstreamProblem) || error.fault !== 'unreachable' || signal?.aborted) return false;
  // A slow server has used up the patience there is, and a busy one asked for less.
  return error.code !== 'timeout' && error.status !== 429;
}

async function once(upstream: Upstream, ask: Ask, within: Within, deadline: number): Promise<Answered> {
  const { method, url, body } = ask;
  const sent = await sendOf(upstream)({
    method,
    url,
    headers: headersFor(upstream, ask, within),
    deadline,
    most: MOST_BYTES,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(within.signal && { signal: within.signal }),
  }).catch((error: unknown) => {
    throw problemOf(upstream.name, error);
  });
  return understood(upstream.name, sent);
}

const byFetch = new WeakMap<Upstream, Send>();

function sendOf(upstream: Upstream): Send {
  if (upstream.send) return upstream.send;
  const known = byFetch.get(upstream) ?? sendByFetch((request) => upstream.fetch(request));
  byFetch.set(upstream, known);
  return known;
}

/** All that is ever sent: nothing of the customer's own request is passed on. */
function headersFor(upstream: Upstream, { method, body, contentType }: Ask, { trace, idempotencyKey }: Within): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-request-id': trace };
  if (upstream.token !== undefined) headers['authorization'] = `Bearer ${upstream.token}`;
  if (body !== undefined) headers['content-type'] = contentType ?? 'application/json';
  if (method === 'POST' && idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  return headers;
}

function problemOf(origin: string, error: unknown): UpstreamProblem {
  const { kind, code } = error instanceof SendFailure ? error : { kind: undefined, code: undefined };
  if (kind === 'too-large' || kind === 'unreadable') return new UpstreamProblem('garbage', origin, `answer ${kind}`, { cause: error, code: kind });
  const named = kind === 'timeout' ? kind : code;
  return new UpstreamProblem('unreachable', origin, 'no answer', { cause: error, ...codeOf(named) });
}

function understood(origin: string, { status, headers, text }: Sent): Answered {
  const body = parsed(text);
  if (status >= 200 && status < 300) {
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

const CODE = /^[\w.-]{1,40}$/;

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
