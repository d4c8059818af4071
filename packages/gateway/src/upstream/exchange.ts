import { traceparentOf } from '../http/trace.ts';
import type { Upstream } from '../options.ts';
import { type Repeatable, unguarded } from './guard.ts';
import { codeOf, problemOf, type UpstreamFault, UpstreamProblem } from './problem.ts';
import { retryAfter } from './retry-after.ts';
import { scopeHeaders, type UpstreamScope } from './scope-headers.ts';
import { type Send, sendByFetch, type Sent, type SentHeaders } from './send.ts';
import { isTidyText } from './tidy.ts';

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
  /** Whose call it is; missing where somebody is yet to be found. */
  scope?: UpstreamScope;
}

export interface Ask {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
  /** Of the body; `application/json` when left out. */
  contentType?: string;
  /** The entity tag of what was read: nothing is changed when it has another by now. */
  ifMatch?: string;
}

export interface Answered {
  status: number;
  headers: SentHeaders;
  /** Parsed JSON; `undefined` when the body is empty. */
  body: unknown;
  /** Nothing in its text is written as only foreign servers write it: see `tidy.ts`. */
  tidy: boolean;
}

/** No answer of a single record or page is honestly larger than this. */
const MOST_BYTES = 8 * 1024 * 1024;

/** One request and its answer, tried again as the upstream's guard allows. */
export function exchange(upstream: Upstream, ask: Ask, within: Within): Promise<Answered> {
  const guard = upstream.guard ?? unguarded;
  const group = ask.method === 'GET' ? 'read' : 'write';
  const deadline = Math.min(performance.now() + guard.patience[group], within.deadline ?? Infinity);
  const attempt = { group, deadline, signal: within.signal, repeatable: repeatable(upstream, ask, within) } as const;
  return guard.run(attempt, () => once(upstream, ask, within, deadline));
}

/** TM Forum knows no idempotency key, so a POST is repeated only when it never left, or the operator says that the server heeds ours. */
function repeatable({ heedsKeys }: Upstream, { method }: Ask, { idempotencyKey }: Within): Repeatable {
  if (method === 'GET') return 'always';
  if (method !== 'POST' || idempotencyKey === undefined) return 'never';
  return heedsKeys ? 'always' : 'unsent';
}

async function once(upstream: Upstream, ask: Ask, within: Within, deadline: number): Promise<Answered> {
  try {
    const { credentials } = upstream;
    if (!credentials) return await sent(upstream, ask, within, deadline, upstream.token && `Bearer ${upstream.token}`);
    const known = await credentials.header();
    try {
      return await sent(upstream, ask, within, deadline, known);
    } catch (error) {
      // A token can be withdrawn before its time. What was refused for it has not been done.
      if (!(error instanceof UpstreamProblem) || error.status !== 401) throw error;
      credentials.refused(known);
      return await sent(upstream, ask, within, deadline, await credentials.header());
    }
  } catch (error) {
    throw problemOf(upstream.name, error);
  }
}

async function sent(upstream: Upstream, ask: Ask, within: Within, deadline: number, authorization: string | undefined): Promise<Answered> {
  const { method, url, body } = ask;
  const headers = headersFor(ask, within);
  if (authorization) headers['authorization'] = authorization;
  if (upstream.scoped && within.scope) Object.assign(headers, scopeHeaders(within.scope));
  const answer = await sendOf(upstream)({
    method,
    url,
    headers,
    deadline,
    most: MOST_BYTES,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(within.signal && { signal: within.signal }),
  });
  return understood(upstream.name, answer);
}

const byFetch = new WeakMap<Upstream, Send>();

function sendOf(upstream: Upstream): Send {
  if (upstream.send) return upstream.send;
  const known = byFetch.get(upstream) ?? sendByFetch((request) => upstream.fetch(request));
  byFetch.set(upstream, known);
  return known;
}

/** All that is ever sent: nothing of the customer's own request is passed on. */
function headersFor({ method, body, contentType, ifMatch }: Ask, { trace, idempotencyKey }: Within): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-request-id': trace };
  const parent = traceparentOf(trace);
  if (parent !== undefined) headers['traceparent'] = parent;
  if (body !== undefined) headers['content-type'] = contentType ?? 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = ifMatch;
  if (method === 'POST' && idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  return headers;
}

function understood(origin: string, { status, headers, text }: Sent): Answered {
  const body = parsed(text);
  if (status >= 200 && status < 300) {
    // Proxies answer 200 with a page in HTML; that is no answer.
    if (body === unreadable) throw new UpstreamProblem('garbage', origin, 'answer is no JSON', { status });
    return { status, headers, body, tidy: isTidyText(text) };
  }
  throw refusal(origin, status, body, retryAfter(headers.get('retry-after')));
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

/** TMF error bodies: `code` is a string in the standard and a number in the field; the page of a proxy has none. */
function refusal(origin: string, status: number, body: unknown, wait: number | undefined): UpstreamProblem {
  const { code, reason } = typeof body === 'object' && body !== null ? (body as { code?: unknown; reason?: unknown }) : {};
  const isBusy = status === 429 || status === 503;
  const facts = { status, ...codeOf(code), ...(isBusy && wait !== undefined && { retryAfter: wait }) };
  return new UpstreamProblem(faultOf(status), origin, typeof reason === 'string' ? reason : `status ${status}`, facts);
}

function faultOf(status: number): UpstreamFault {
  if (status === 404) return 'not-found';
  if (status >= 500 || status === 429) return 'unreachable';
  return status >= 400 ? 'refused' : 'garbage';
}
