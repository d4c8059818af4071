import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../options.ts';
import type { Metrics } from './metrics.ts';

/** What becomes known of a request on its way: written by the gateway, read when the answer is out. */
export interface Seen {
  /** The route's pattern. */
  route?: string;
  trace?: string;
}

/** Beneath these paths no route of ours is named, and no id becomes a label. */
const AREAS = new Set(['/api', '/auth', '/embed', '/hub', '/idp', '/tmf-api']);
const SIGN_ON = new Set(['/auth/login', '/auth/callback', '/auth/logout', '/auth/session', '/auth/embed', '/auth/backchannel-logout']);

/** An answer slower than this is always told of. */
const SLOW_MS = 1_000;
/** Of answers that are neither slow nor ours to mend, one in so many: the rest stands in the metrics and, of acts, in the audit. */
const SAMPLE = 20;

/** The pattern of a path no route answered for. */
export function areaOf(url: string): string {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  if (SIGN_ON.has(path)) return path;
  if (path === '/api/v1/events') return '/events';
  const slash = path.indexOf('/', 1);
  const area = slash < 0 ? path : path.slice(0, slash);
  return AREAS.has(area) ? area : 'other';
}

export type Watch = (request: IncomingMessage, response: ServerResponse, seen: Seen) => void;

/** Follows each answer to its end: once for the metrics, and for some a line of the log. Never a path, a query or a body. */
export function createWatch(metrics: Metrics | undefined, log: Log | undefined): Watch {
  let nth = 0;
  return (request, response, seen) => {
    const began = performance.now();
    response.once('close', () => {
      const milliseconds = performance.now() - began;
      const route = seen.route ?? areaOf(request.url ?? '');
      const { statusCode: status } = response;
      metrics?.observe(route, request.method, status, milliseconds / 1000);
      const telling = status >= 500 || (milliseconds > SLOW_MS && route !== '/events');
      if (log && (telling || (nth = (nth + 1) % SAMPLE) === 0)) tell(log, request, { route, status, milliseconds, seen });
    });
  };
}

const METHOD = /^[A-Z]{3,10}$/;

function tell(log: Log, { method = '' }: IncomingMessage, { route, status, milliseconds, seen: { trace } }: { route: string; status: number; milliseconds: number; seen: Seen }): void {
  log('info', { event: 'answered', method: METHOD.test(method) ? method : 'other', route, status, milliseconds: Math.round(milliseconds), ...(trace !== undefined && { trace }) });
}
