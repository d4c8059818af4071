import type { TmfApi, Upstream } from '../options.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { type Answered, type Ask, exchange, type Within } from './exchange.ts';
import { mergedClient } from './merged/merged.ts';
import { type Page, type Read, readPages } from './pages.ts';
import { UpstreamProblem } from './problem.ts';
import { revOf, withRev } from './rev.ts';
import { isObject, type TmfBody, type TmfClient, type TmfList, type TmfQuery } from './types.ts';

const MOST_ROWS = 1_000;

/** Speaks to one API of an upstream in its own generation, as real servers have it rather than as the specification does. */
export function tmfClient(api: TmfApi, upstream: Upstream, within: Within): TmfClient {
  if (upstream.merge) return mergedClient(api, upstream.name, upstream.merge, within, tmfClient);
  const wire = wireTo(api, upstream, within);
  return {
    origin: upstream.name,
    list: (resource, query = {}, { limit = MOST_ROWS, offset = 0 } = {}) => listOf(wire, resource, query, { limit, offset }),
    get: (resource, id) => recordOf(wire, resource, id),
    post: (resource, body) => post(wire, resource, body),
    patch: (resource, id, body, seen) => patch(wire, { resource, id, body, ifMatch: revOf(seen) }),
    delete: async (resource, id) => {
      await wire.ask({ method: 'DELETE', url: wire.at(resource, id) });
    },
  };
}

interface Wire {
  origin: string;
  dialect: Dialect;
  /** Address of a collection, or of a record in it. */
  at(resource: string, id?: string): string;
  ask(what: Ask): Promise<Answered>;
}

function wireTo(api: TmfApi, upstream: Upstream, within: Within): Wire {
  const dialect = dialectOf(api, upstream.version);
  const base = upstream.baseUrl.replace(/\/$/, '') + (upstream.basePath ?? dialect.basePath);
  return {
    origin: upstream.name,
    dialect,
    at: (resource, id) => `${base}/${dialect.resource(resource)}${id === undefined ? '' : `/${segment(id, upstream.name)}`}`,
    ask: (what) => exchange(upstream, what, within),
  };
}

/** An id as one path segment. `.` and `..` would climb out of the collection, half a character cannot be written; nothing has such an id. */
function segment(id: string, origin: string): string {
  if (id === '' || id === '.' || id === '..' || !id.isWellFormed()) throw new UpstreamProblem('not-found', origin, 'no such id');
  return encodeURIComponent(id);
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

/** A collection. A server that does not know a filter or `sort` by the name its generation has for it is asked in other words. */
async function listOf(wire: Wire, resource: string, query: TmfQuery, window: Page): Promise<TmfList> {
  const { dialect, origin, at, ask } = wire;
  const read = (words: TmfQuery): Promise<Read> =>
    readPages((page) => ask({ method: 'GET', url: `${at(resource)}?${search(words, page)}` }), window, origin);
  const first = dialect.query(resource, query);
  const { sort } = first;
  const unsorted = withoutSort(first);
  const others = [...(sort === undefined ? [] : [unsorted]), ...(isSame(unsorted, query) ? [] : [withoutSort(query)])];
  const found = await inWords([first, ...others], read);
  // Servers that take `sort` for an attribute find nothing that has it; those that counted have looked properly.
  const doubtful = sort !== undefined && found.items.length === 0 && found.unreadable === 0 && !found.told;
  const { items, total, unreadable, partial, tidy } = doubtful ? await read(unsorted) : found;
  return { items: items.map((row) => dialect.heard(resource, row, tidy)), total, unreadable, partial };
}

const withoutSort = (query: TmfQuery): TmfQuery => Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'sort'));
const isSame = (words: TmfQuery, query: TmfQuery): boolean => Object.keys(withoutSort(query)).every((name) => Object.hasOwn(words, name));

/** The first words that the server does not call a bad request. */
async function inWords([first, ...others]: readonly TmfQuery[], read: (words: TmfQuery) => Promise<Read>): Promise<Read> {
  try {
    return await read(first ?? {});
  } catch (error) {
    const isStrange = error instanceof UpstreamProblem && error.fault === 'refused' && error.status === 400;
    if (!isStrange || others.length === 0) throw error;
    return inWords(others, read);
  }
}

async function recordOf({ dialect, origin, at, ask }: Wire, resource: string, id: string): Promise<TmfBody> {
  const { body, status, headers, tidy } = await ask({ method: 'GET', url: at(resource, id) });
  if (isObject(body)) return withRev(dialect.heard(resource, body, tidy), headers);
  throw new UpstreamProblem('garbage', origin, 'answer is no object', { status });
}

/** 201 with the record is the rule; 200, 202 with a monitor, and nothing but a `Location` are met as well. */
async function post(wire: Wire, resource: string, body: TmfBody): Promise<TmfBody> {
  const { dialect, origin, at, ask } = wire;
  const answer = await ask({ method: 'POST', url: at(resource), body: dialect.said(resource, body) });
  const one: unknown = Array.isArray(answer.body) ? (answer.body as unknown[])[0] : answer.body;
  if (isObject(one) && !isMonitor(one)) return dialect.heard(resource, one, answer.tidy);
  if (answer.body !== undefined && !isObject(one)) throw new UpstreamProblem('garbage', origin, 'answer is no object', { status: answer.status });
  const id = idIn(answer.headers.get('location'));
  if (id !== undefined && answer.status !== 202) return recordOf(wire, resource, id);
  return madeLater(wire, resource, body, answer.status);
}

/** The last segment of a `Location`. */
function idIn(location: string | null): string | undefined {
  const id = /\/([^/?#]+)\/?$/.exec(location ?? '')?.[1];
  try {
    return id && decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** v5's "accepted, ask later". */
const isMonitor = (body: TmfBody): boolean => body['@type'] === 'Monitor' || (body['sourceHref'] !== undefined && body['state'] !== undefined);

/** What a server has accepted may be there already; otherwise whoever asks again with the same key will find it. */
async function madeLater(wire: Wire, resource: string, { externalId }: TmfBody, status: number): Promise<TmfBody> {
  const { items } = typeof externalId === 'string' ? await listOf(wire, resource, { externalId }, { limit: 10, offset: 0 }) : { items: [] };
  const made = items.find((one) => one['externalId'] === externalId);
  if (made) return made;
  throw new UpstreamProblem('unreachable', wire.origin, 'accepted, not made yet', { status, code: 'pending' });
}

/** A merge patch. Some servers answer with nothing (204), or later (202): then the record is read again. */
async function patch(wire: Wire, { resource, id, body, ifMatch }: { resource: string; id: string; body: TmfBody; ifMatch: string | undefined }): Promise<TmfBody> {
  const { dialect, at, ask } = wire;
  const send = (contentType: string) =>
    ask({ method: 'PATCH', url: at(resource, id), body: dialect.said(resource, body), contentType, ...(ifMatch !== undefined && { ifMatch }) });
  const { body: changed, tidy } = await send(dialect.patchType).catch((error: unknown) => {
    // Refused for its type alone, nothing has been done.
    if (error instanceof UpstreamProblem && error.status === 415 && dialect.patchType !== 'application/json') return send('application/json');
    throw error;
  });
  return isObject(changed) && !isMonitor(changed) ? dialect.heard(resource, changed, tidy) : recordOf(wire, resource, id);
}
