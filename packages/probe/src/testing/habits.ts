import { scopeIdsOf, textAt } from '../look/value.ts';
import { isRow, type Row } from '../wire/answer.ts';

/** A question at one collection of a rude server. */
export interface Question {
  readonly resource: string;
  /** Absent for the collection itself. */
  readonly id?: string;
  readonly query: URLSearchParams;
  readonly method: string;
  readonly stranger: boolean;
}

/** How a collection answers. */
export type Habit = (question: Question) => Response | Promise<Response>;

const json = (body: unknown, init: ResponseInit = {}): Response => Response.json(body, init);
export const page = (status: number): Response => new Response('<!doctype html><html><body>Sorry</body></html>', { status, headers: { 'content-type': 'text/html' } });
/** The v4 family: a number for a code. */
export const notFound = (): Response => json({ code: 60, reason: 'Not found', message: 'No such thing' }, { status: 404 });
export const refusal = (status: number): Response => json({ code: 24, reason: 'Invalid' }, { status });

const PAGING = new Set(['limit', 'offset', 'fields', 'sort']);

function matches(row: Row, name: string, text: string): boolean {
  if (!isRow(row)) return true;
  const values = text.split(',');
  const found = name === 'id' || name.endsWith('.id') ? scopeIdsOf(row, name.replace('.partyOrPartyRole', '')) : [textAt(row, name) ?? ''];
  return found.some((one) => values.includes(one));
}

interface Manners {
  /** Filters that are heeded; all when left out. */
  readonly filters?: (name: string) => boolean;
  readonly paging?: boolean;
  readonly totals?: boolean;
  readonly partial?: 200 | 206;
  readonly mostLimit?: number;
  /** What is left out of `Allow`. */
  readonly allow?: string;
  readonly missing?: () => Response;
  readonly wrap?: (rows: Row[]) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const chosen = (rows: readonly Row[], query: URLSearchParams, filters: (name: string) => boolean): Row[] =>
  rows.filter((row) => [...query].every(([name, text]) => PAGING.has(name) || !filters(name) || matches(row, name, text)));

const numberIn = (query: URLSearchParams, name: string, fallback: number): number => Number(query.get(name) ?? fallback);

function listed(found: Row[], query: URLSearchParams, { paging = true, totals = true, partial = 200, wrap, headers }: Manners): Response {
  const offset = numberIn(query, 'offset', 0);
  const part = paging ? found.slice(offset, offset + numberIn(query, 'limit', 100)) : found.slice(0, 20);
  const status = part.length < found.length ? partial : 200;
  const link = '<http://x?offset=0?limit=1>; rel="self';
  return json(wrap?.(part) ?? part, { status, headers: { link, ...(totals && { 'x-total-count': String(found.length) }), ...headers } });
}

/** A collection over these rows with these manners; the rest is as TM Forum says. */
export function collection(rows: readonly Row[], manners: Manners = {}): Habit {
  const { filters = () => true, mostLimit = Infinity, allow, missing = notFound } = manners;
  return ({ id, query, method }) => {
    if (method === 'OPTIONS') return allow === undefined ? notFound() : new Response(null, { status: 204, headers: { allow: id === undefined ? allow : 'GET, PATCH' } });
    if (id !== undefined) {
      const row = rows.find((one) => isRow(one) && one['id'] === id);
      return row ? json(row) : missing();
    }
    if (Number(query.get('limit')) > mostLimit) return refusal(400);
    return listed(chosen(rows, query, filters), query, manners);
  };
}
