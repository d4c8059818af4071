import { randomUUID } from 'node:crypto';
import type { Answer, Visitor } from '../../product/visitor.ts';
import type { Act } from './acts.ts';

interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** A call as the portal's own page sends it, before anything is forged. */
export function honest({ method, path, body }: Act, own: string): Request {
  const posted: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
  return {
    method,
    path: `/api/v1${path}`,
    headers: { 'x-fp-csrf': '1', 'content-type': 'application/json', origin: own, 'sec-fetch-site': 'same-origin', ...posted },
    ...(method !== 'DELETE' && { body: JSON.stringify(body ?? {}) }),
  };
}

type Forgery = (request: Request, own: URL) => Request;

const dressed = (headers: Record<string, string>): Forgery => (request) => ({ ...request, headers: { ...request.headers, ...headers } });
const without = (...names: readonly string[]): Forgery => (request) => ({ ...request, headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !names.includes(name))) });
const sibling = (own: URL) => `${own.protocol}//evil.${own.hostname}${own.port ? `:${own.port}` : ''}`;
const form = 'application/x-www-form-urlencoded';

/** Fourteen ways in which a page that is not the portal comes to us with a customer's cookie (security.md, section 2: CSRF). */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'without our header': without('x-fp-csrf'),
  'another value of our header': dressed({ 'x-fp-csrf': 'true' }),
  'our header in the query instead': (request) => without('x-fp-csrf')({ ...request, path: `${request.path}?x-fp-csrf=1` }, new URL('http://x')),
  'from a sibling of ours': (request, own) => dressed({ origin: sibling(own), 'sec-fetch-site': 'same-site' })(request, own),
  'from a foreign origin': dressed({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
  'from the origin null': dressed({ origin: 'null' }),
  'from our host on another port': (request, own) => dressed({ origin: `${own.protocol}//${own.hostname}:1` })(request, own),
  'Sec-Fetch-Site: cross-site alone': (request, own) => without('origin')(dressed({ 'sec-fetch-site': 'cross-site' })(request, own), own),
  'Sec-Fetch-Site: same-site alone': (request, own) => without('origin')(dressed({ 'sec-fetch-site': 'same-site' })(request, own), own),
  'as text/plain': dressed({ 'content-type': 'text/plain' }),
  'as a form': (request) => ({ ...request, headers: { ...request.headers, 'content-type': form }, ...(request.method !== 'DELETE' && { body: 'a=b' }) }),
  'as multipart': dressed({ 'content-type': 'multipart/form-data; boundary=x' }),
  'as text that names JSON beside it': dressed({ 'content-type': 'text/plain; application/json' }),
  'as a form that overrides the method': ({ method, path, headers }) => ({
    method: 'POST',
    path: `${path}?_method=${method}`,
    headers: { 'content-type': form, 'x-http-method-override': method, cookie: headers['cookie'] ?? '', 'idempotency-key': randomUUID() },
    body: `_method=${method}`,
  }),
};

const REFUSED = new Set(['csrf-header-missing', 'origin-unknown', 'site-unknown', 'not-json', 'method-not-allowed']);

export const codeOf = ({ text }: Answer): string => (text.startsWith('{') ? ((JSON.parse(text) as { code?: string }).code ?? '') : '');

/** Was it turned away as a forgery, before anything of it was looked at? */
export const turnedAway = (answer: Answer): boolean => answer.status >= 400 && REFUSED.has(codeOf(answer));

/** Sends a request with the visitor's cookies, exactly as it stands. */
export const send = (visitor: Visitor, { method, path, headers, body }: Request): Promise<Answer> => {
  const { cookie: _, ...rest } = headers;
  return visitor.open(path, { method, headers: rest, ...(body !== undefined && { body }) });
};
