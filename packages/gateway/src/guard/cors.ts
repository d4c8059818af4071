import { CSRF_HEADER } from './guard.ts';

const ALLOWED_HEADERS = ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'last-event-id', 'x-fp-passive', CSRF_HEADER].join(', ');

/** The origin to answer to, when it is exactly one of those listed for embedding. */
export function listedOrigin(request: Request, embedOrigins: readonly string[]): string | undefined {
  const origin = request.headers.get('origin');
  return origin !== null && embedOrigins.includes(origin) ? origin : undefined;
}

/** Lets the listed page read the answer, with the session's cookie. */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'etag, x-request-id, retry-after, ratelimit, idempotency-replayed',
});

export function allowOrigin(headers: Headers, origin: string | undefined): void {
  headers.append('vary', 'Origin');
  if (origin !== undefined) for (const [name, value] of Object.entries(corsHeaders(origin))) headers.set(name, value);
}

/** Answers a browser's question before the call. A page that is not listed gets no permission, and no reason. */
export function preflight(origin: string | undefined, methods: readonly string[]): Response {
  const headers = new Headers({ vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers' });
  if (origin !== undefined) {
    headers.set('access-control-allow-methods', methods.join(', '));
    headers.set('access-control-allow-headers', ALLOWED_HEADERS);
    headers.set('access-control-max-age', '600');
  }
  return new Response(null, { status: 204, headers });
}
