import type { TmfApi, Upstream } from '../options.ts';
import { basePaths } from './bases.ts';
import { type Answered, exchange, type Within } from './exchange.ts';
import { UpstreamProblem } from './problem.ts';
import type { SentHeaders } from './send.ts';
import type { TmfBody, TmfClient, TmfList, TmfQuery } from './types.ts';

/** Rows asked for at once. Servers may give fewer. */
const PAGE = 500;
const MOST_ROWS = 1_000;
const MOST_PAGES = 40;

const isObject = (value: unknown): value is TmfBody => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Speaks TMF v4 to one API of an upstream, as real servers have it rather than as the specification does. */
export function tmfClient(api: TmfApi, upstream: Upstream, within: Within): TmfClient {
  const base = upstream.baseUrl.replace(/\/$/, '') + (upstream.basePath ?? basePaths[api]);
  const record = (answer: Answered): TmfBody => {
    if (isObject(answer.body)) return answer.body;
    throw new UpstreamProblem('garbage', upstream.name, 'answer is no object', { status: answer.status });
  };
  const at = (resource: string, id: string) => `${base}/${resource}/${segment(id, upstream.name)}`;
  return {
    origin: upstream.name,
    list: (resource, query = {}, { limit = MOST_ROWS } = {}) =>
      readPages((page) => exchange(upstream, { method: 'GET', url: `${base}/${resource}?${search(query, page)}` }, within), limit, upstream.name),
    get: async (resource, id) => record(await exchange(upstream, { method: 'GET', url: at(resource, id) }, within)),
    post: async (resource, body) => record(await exchange(upstream, { method: 'POST', url: `${base}/${resource}`, body }, within)),
    patch: async (resource, id, body) => record(await exchange(upstream, { method: 'PATCH', url: at(resource, id), body }, within)),
    delete: async (resource, id) => {
      await exchange(upstream, { method: 'DELETE', url: at(resource, id) }, within);
    },
  };
}

/** An id as one path segment. `.` and `..` would climb out of the collection; nothing has such an id. */
function segment(id: string, origin: string): string {
  if (id === '' || id === '.' || id === '..') throw new UpstreamProblem('not-found', origin, 'no such id');
  return encodeURIComponent(id);
}

interface Page {
  offset: number;
  limit: number;
}

function search(query: TmfQuery, { offset, limit }: Page): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  parameters.set('offset', String(offset));
  parameters.set('limit', String(limit));
  return parameters.toString();
}

/**
 * Reads on until the server's total, an empty page, or `limit`. `Link` headers
 * are malformed in the field and never used; totals may be missing.
 */
async function readPages(ask: (page: Page) => Promise<Answered>, limit: number, origin: string): Promise<TmfList> {
  const rows: unknown[] = [];
  let total: number | undefined;
  let ended = false;
  for (let page = 0; page < MOST_PAGES && rows.length < limit && !ended; page += 1) {
    const wanted = Math.min(PAGE, limit - rows.length);
    const answer = await ask({ offset: rows.length, limit: wanted });
    const got = rowsOf(answer, origin);
    total = totalOf(answer.headers) ?? total;
    // A server that ignores `offset` gives the same page for ever.
    ended = got.length === 0 || sameRow(got[0], rows[0]);
    if (!ended) rows.push(...got);
    ended ||= total !== undefined && rows.length >= total;
  }
  return listOf(rows, limit, total, ended);
}

/** What was read, no more than `limit` of it; `ended` says that the server had no more, where it gives no total. */
function listOf(rows: readonly unknown[], limit: number, total: number | undefined, ended: boolean): TmfList {
  const kept = rows.slice(0, limit);
  const items = kept.filter(isObject);
  const partial = total === undefined ? !ended : rows.length < total;
  return { items, unreadable: kept.length - items.length, total: Math.max(total ?? 0, rows.length), partial };
}

function rowsOf(answer: Answered, origin: string): unknown[] {
  if (Array.isArray(answer.body)) return answer.body;
  throw new UpstreamProblem('garbage', origin, 'answer is no list', { status: answer.status });
}

function totalOf(headers: SentHeaders): number | undefined {
  const text = headers.get('x-total-count');
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const sameRow = (one: unknown, other: unknown): boolean =>
  isObject(one) && isObject(other) && one['id'] !== undefined && one['id'] === other['id'];
