import { Hono } from 'hono';
import { etagOf, json, linksOf, listStatus, names, shown } from './answer.ts';
import { readObject } from './body.ts';
import { fieldsIn, listRequest } from './query.ts';
import { notFound, TmfError } from './tmf-error.ts';
import type { Definition, Operation } from '../definitions/definition.ts';
import { patched } from '../rules/change.ts';
import { created } from '../rules/create.ts';
import { remove, save } from '../store/save.ts';
import type { Clock, Condition, Store, Stored } from '../store/store.ts';

/** What the routes of one resource need. */
export interface Surface {
  store: Store;
  clock: Clock;
  /** Origin before every `href`; the request's own when absent. */
  baseUrl?: string;
  partialStatus?: 200 | 206;
}

const CREATE_TYPES = ['application/json'];
const PATCH_TYPES = ['application/json', 'application/merge-patch+json'];

const originOf = ({ baseUrl }: Surface, request: Request): string =>
  baseUrl?.replace(/\/$/, '') ?? new URL(request.url).origin;

/** No store is asked about an id that none could hold. */
const idOf = (id: string): string => {
  if (id.includes('\0') || !id.isWellFormed()) throw notFound();
  return id;
};

const present = (stored: Stored | undefined): Stored => {
  if (!stored) throw notFound();
  return stored;
};

/** Stored hrefs hold no origin, so a filter on the one a caller has seen is a filter on the id in it. */
function withoutOrigin(definition: Definition, origin: string, condition: Condition): Condition {
  if (condition.path.join('.') !== 'href' || condition.operator !== 'eq') return condition;
  const prefix = `${origin}${definition.path}/`;
  const ids = condition.values.filter((value) => value.startsWith(prefix)).map((value) => value.slice(prefix.length));
  return { path: ['id'], operator: 'eq', values: ids };
}

async function list(surface: Surface, definition: Definition, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const origin = originOf(surface, request);
  const asked = listRequest(url.searchParams);
  const where = (asked.where ?? []).map((condition) => withoutOrigin(definition, origin, condition));
  const page = await surface.store.read().list(definition.resource, { ...asked, where });
  const body = page.rows.map((row) => shown(definition, origin, row.body, asked.fields));
  return json(body, listStatus(page, surface.partialStatus ?? 200), {
    'x-total-count': String(page.total),
    'x-result-count': String(body.length),
    link: linksOf(new URL(`${origin}${url.pathname}${url.search}`), asked, page.total),
  });
}

async function get(surface: Surface, definition: Definition, request: Request, id: string): Promise<Response> {
  const stored = present(await surface.store.read().get(definition.resource, id));
  const etag = etagOf(stored);
  if (names(request.headers.get('if-none-match'), stored)) {
    return new Response(null, { status: 304, headers: { etag } });
  }
  const fields = fieldsIn(new URL(request.url).searchParams);
  return json(shown(definition, originOf(surface, request), stored.body, fields), 200, { etag });
}

async function create(surface: Surface, definition: Definition, request: Request): Promise<Response> {
  const said = await readObject(request, CREATE_TYPES);
  const now = surface.clock();
  const stored = await surface.store.transaction((tx) =>
    save(tx, definition.resource, created(definition, said, now), now),
  );
  const body = shown(definition, originOf(surface, request), stored.body);
  return json(body, 201, { location: body.href ?? '', etag: etagOf(stored) });
}

function refuseStale(request: Request, stored: Stored): void {
  const ifMatch = request.headers.get('if-match');
  if (ifMatch !== null && !names(ifMatch, stored)) {
    throw new TmfError(412, 'changedMeanwhile', 'Precondition failed', 'The resource has changed since it was read.');
  }
}

async function patch(surface: Surface, definition: Definition, request: Request, id: string): Promise<Response> {
  const said = await readObject(request, PATCH_TYPES);
  const origin = originOf(surface, request);
  const now = surface.clock();
  const stored = await surface.store.transaction(async (tx) => {
    const before = present(await tx.get(definition.resource, id));
    refuseStale(request, before);
    // The href a caller has read carries an origin; sent back as it was, it is no change.
    if (said['href'] === `${origin}${definition.path}/${id}`) said['href'] = before.body.href;
    const after = patched(definition, before.body, said, now);
    return after === before.body ? before : save(tx, definition.resource, after, now);
  });
  return json(shown(definition, origin, stored.body), 200, { etag: etagOf(stored) });
}

async function erase(surface: Surface, definition: Definition, request: Request, id: string): Promise<Response> {
  await surface.store.transaction(async (tx) => {
    refuseStale(request, present(await tx.get(definition.resource, id)));
    await remove(tx, definition.resource, id, surface.clock());
  });
  return new Response(null, { status: 204 });
}

function notAllowed(operations: readonly Operation[], methods: Partial<Record<Operation, string>>): Response {
  const allow = operations.flatMap((operation) => methods[operation] ?? []).join(', ');
  const error = new TmfError(405, '61', 'Method not allowed', `Allowed here: ${allow}.`);
  return error.toResponse({ allow });
}

/** The routes of one resource, as far as its definition allows them; every other method answers 405. */
export function resourceRoutes(surface: Surface, definition: Definition): Hono {
  const { path, operations } = definition;
  const app = new Hono();
  const allows = (operation: Operation) => operations.includes(operation);
  if (allows('list')) app.get(path, (c) => list(surface, definition, c.req.raw));
  if (allows('create')) app.post(path, (c) => create(surface, definition, c.req.raw));
  app.all(path, () => notAllowed(operations, { list: 'GET, HEAD', create: 'POST' }));

  const one = `${path}/:id` as const;
  if (allows('get')) app.get(one, (c) => get(surface, definition, c.req.raw, idOf(c.req.param('id'))));
  if (allows('patch')) app.patch(one, (c) => patch(surface, definition, c.req.raw, idOf(c.req.param('id'))));
  if (allows('delete')) app.delete(one, (c) => erase(surface, definition, c.req.raw, idOf(c.req.param('id'))));
  app.all(one, () => notAllowed(operations, { get: 'GET, HEAD', patch: 'PATCH', delete: 'DELETE' }));
  return app;
}
