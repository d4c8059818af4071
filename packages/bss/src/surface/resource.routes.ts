import { etagOf, json, linksOf, listStatus, names, selected } from './answer.ts';
import { isObject, type JsonObject, keepable, mediaTypeOf, readJson, readObject } from './body.ts';
import { jsonPatched } from './json-patch.ts';
import type { Lens } from './lens.ts';
import { mergePatch } from './merge-patch.ts';
import { fieldsIn, listRequest } from './query.ts';
import { invalidBody, missingField, notFound, TmfError } from './tmf-error.ts';
import type { Operation } from '../definitions/definition.ts';
import { once } from '../idempotency/idempotency.ts';
import type { Act } from '../nouns/noun.ts';
import { nounOf } from '../nouns/nouns.ts';
import { changed } from '../rules/change.ts';
import { created, refuseMisfit } from '../rules/create.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { remove, save } from '../store/save.ts';
import type { Clock, Condition, Resource, Store, Stored, StoreReader } from '../store/store.ts';

/** What the routes of all resources need. */
export interface Surface {
  store: Store;
  clock: Clock;
  /** Origin before every `href`; the request's own when absent. */
  baseUrl?: string;
  partialStatus?: 200 | 206;
}

/** A request that has found its resource. */
export interface Call {
  surface: Surface;
  lens: Lens;
  request: Request;
  /** Id of the resource around it, where it is inside one. */
  outer?: string;
}

const CREATE_TYPES = ['application/json'];
const MERGE_TYPES = ['application/json', 'application/merge-patch+json'];
const JSON_PATCH = 'application/json-patch+json';

const originOf = ({ surface: { baseUrl }, request }: Call): string =>
  baseUrl?.replace(/\/$/, '') ?? new URL(request.url).origin;

const present = (stored: Stored | undefined): Stored => {
  if (!stored) throw notFound();
  return stored;
};

/** The condition that keeps a call inside the outer resource it names. */
function inside({ lens: { definition }, outer }: Call): Condition[] {
  if (!definition.under || outer === undefined) return [];
  return [{ path: definition.under.attribute.split('.'), operator: 'eq', values: [outer] }];
}

/** A path's step as it was before it was written into a path; as it is when it was never one. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** Inside another resource, a body names it, at however deep a path. */
function within({ lens: { definition }, outer }: Call, body: Resource): Resource {
  if (!definition.under || outer === undefined) return body;
  const place = definition.under.attribute.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), outer);
  return mergePatch(body, place as JsonObject) as Resource;
}

/** Stored hrefs hold no origin, so a filter on the one a caller has seen is a filter on the id in it. */
function stored(call: Call, origin: string, { path, operator, values }: Condition): Condition {
  const { lens } = call;
  if (path.join('.') !== 'href' || operator !== 'eq') return { path: lens.path(path), operator, values: lens.values(path, values) };
  const ids = values.flatMap((href) => {
    const id = decoded(href.slice(href.lastIndexOf('/') + 1));
    return href === `${origin}${lens.hrefOf(within(call, { id }))}` ? [id] : [];
  });
  return { path: ['id'], operator: 'eq', values: ids };
}

/** Rows of one answer that have to be made: each costs several questions to the store. */
const MOST_COMPOSED = 20;

const sourceOf = ({ definition: { resource, from } }: Lens): string => from ?? resource;

/** A stored document as the caller sees it. */
async function seen({ surface, lens }: Call, origin: string, reader: StoreReader, { body }: Stored): Promise<Resource> {
  const made = await nounOf(lens.definition.resource)?.composed?.(reader, body, surface.clock());
  return lens.show(origin, made ?? body);
}

async function list(call: Call): Promise<Response> {
  const { surface, lens, request } = call;
  const url = new URL(request.url);
  const origin = originOf(call);
  const asked = listRequest(url.searchParams);
  const where = [...(asked.where ?? []).map((condition) => stored(call, origin, condition)), ...inside(call)];
  const sort = (asked.sort ?? []).map((key) => ({ ...key, path: lens.path(key.path) }));
  const limit = lens.definition.from === undefined ? asked.limit : Math.min(asked.limit, MOST_COMPOSED);
  const reader = surface.store.read();
  const page = await reader.list(sourceOf(lens), { ...asked, limit, where, sort });
  const rows = await Promise.all(page.rows.map((row) => seen(call, origin, reader, row)));
  const body = rows.map((row) => selected(row, asked.fields));
  return json(body, listStatus(page, surface.partialStatus ?? 200), {
    'x-total-count': String(page.total),
    'x-result-count': String(body.length),
    link: linksOf(new URL(`${origin}${url.pathname}${url.search}`), { ...asked, limit }, page.total),
  });
}

/** Reads one, if it is where the call says it is. */
async function found(call: Call, reader: StoreReader, id: string): Promise<Stored> {
  const one = present(await reader.get(sourceOf(call.lens), id));
  if (call.outer !== undefined && !call.lens.hrefOf(one.body).includes(`/${encodeURIComponent(call.outer)}/`)) throw notFound();
  return one;
}

async function get(call: Call, id: string): Promise<Response> {
  const reader = call.surface.store.read();
  const one = await found(call, reader, id);
  const fields = fieldsIn(new URL(call.request.url).searchParams);
  const shown = async () => selected(await seen(call, originOf(call), reader, one), fields);
  // What is made of many documents has no revision of its own.
  if (call.lens.definition.from !== undefined) return json(await shown());
  const etag = etagOf(one);
  const known = names(call.request.headers.get('if-none-match'), one);
  return known ? new Response(null, { status: 304, headers: { etag } }) : json(await shown(), 200, { etag });
}

/** There is nothing new inside what does not exist. */
async function placed(call: Call, { tx }: Act, body: Resource): Promise<Resource> {
  const { under } = call.lens.definition;
  if (under && call.outer !== undefined) present(await tx.get(under.resource, call.outer));
  return within(call, body);
}

/** Stores a new resource with all that follows from it. */
async function place(call: Call, act: Act, said: Resource): Promise<Stored> {
  const { definition } = call.lens;
  const noun = nounOf(definition.resource);
  const body = await placed(call, act, said);
  const complete = (await noun?.creating?.(act, body)) ?? body;
  // A noun knows a repeat when it sees one: what stands is the answer.
  if (complete.id !== body.id) return present(await act.tx.get(definition.resource, complete.id));
  const saved = await save(act.tx, definition.resource, complete, act.now);
  if (!noun?.created) return saved;
  await noun.created(act, saved.body);
  return present(await act.tx.get(definition.resource, saved.body.id));
}

async function create(call: Call): Promise<Response> {
  const { surface, lens, request } = call;
  const said = await readObject(request, CREATE_TYPES);
  const now = surface.clock();
  return once({ store: surface.store, request, said, now }, async (tx) => {
    const one = await place(call, { tx, now }, created(lens, said, now));
    const shown = lens.show(originOf(call), one.body);
    return json(shown, 201, { location: shown.href ?? '', etag: etagOf(one) });
  });
}

function refuseStale({ request }: Call, one: Stored): void {
  const ifMatch = request.headers.get('if-match');
  if (ifMatch !== null && !names(ifMatch, one)) {
    throw new TmfError(412, 'changedMeanwhile', 'Precondition failed', 'The resource has changed since it was read.');
  }
}

/** Says what a body becomes, in the words of the version that asks. */
type Change = (shown: Resource) => Resource;

async function readChange({ request }: Call): Promise<Change> {
  const said = await readJson(request, [...MERGE_TYPES, JSON_PATCH]);
  if (mediaTypeOf(request) === JSON_PATCH) {
    if (!Array.isArray(said)) throw invalidBody('A JSON Patch is a list of operations.');
    return (shown) => keepable(jsonPatched(shown, said) as Resource);
  }
  if (!isObject(said)) throw invalidBody('The body must be an object.');
  return (shown) => keepable(mergePatch(shown, said) as Resource);
}

/** The stored body with what the caller changed in it: the rest is left as it is, however it was shown. */
function carried({ lens }: Call, before: Resource, shown: Resource, asked: Resource): Resource {
  const removed = lens.view.mandatory.find((name) => shown[name] !== undefined && (asked[name] ?? null) === null);
  if (removed !== undefined) throw missingField(removed);
  const names = new Set([...Object.keys(shown), ...Object.keys(asked)]);
  const changes = [...names].filter((name) => !sameJson(shown[name], asked[name]));
  const changed = Object.fromEntries(changes.map((name) => [name, asked[name] ?? null]));
  refuseMisfit(lens, changed);
  const said = lens.read(changed);
  const after = Object.entries({ ...before, ...said }).filter(([, value]) => value !== null);
  return Object.fromEntries(after) as Resource;
}

async function patch(call: Call, id: string): Promise<Response> {
  const { surface, lens } = call;
  const change = await readChange(call);
  const origin = originOf(call);
  const now = surface.clock();
  const one = await surface.store.transaction(async (tx) => {
    const before = await found(call, tx, id);
    refuseStale(call, before);
    const shown = lens.show(origin, before.body);
    const after = changed(lens.definition, before.body, carried(call, before.body, shown, change(shown)), now);
    if (after === before.body) return before;
    const kept = await nounOf(lens.definition.resource)?.changing?.({ tx, now }, before.body, after);
    return save(tx, lens.definition.resource, kept ?? after, now);
  });
  return json(lens.show(origin, one.body), 200, { etag: etagOf(one) });
}

async function erase(call: Call, id: string): Promise<Response> {
  const { surface, lens } = call;
  const { resource } = lens.definition;
  const now = surface.clock();
  await surface.store.transaction(async (tx) => {
    const before = await found(call, tx, id);
    refuseStale(call, before);
    await nounOf(resource)?.removing?.({ tx, now }, before.body);
    await remove(tx, resource, id, now);
  });
  return new Response(null, { status: 204 });
}

interface Verb {
  operation: Operation;
  run(call: Call, id: string): Promise<Response>;
}

const ON_ALL: Readonly<Record<string, Verb>> = {
  GET: { operation: 'list', run: list },
  HEAD: { operation: 'list', run: list },
  POST: { operation: 'create', run: create },
};

const ON_ONE: Readonly<Record<string, Verb>> = {
  GET: { operation: 'get', run: get },
  HEAD: { operation: 'get', run: get },
  PATCH: { operation: 'patch', run: patch },
  DELETE: { operation: 'delete', run: erase },
};

/** Answers a call to all resources of a kind, or to the one with this id. A method the resource lacks answers 405 with what it has. */
export async function answer(call: Call, id: string | undefined): Promise<Response> {
  const verbs = id === undefined ? ON_ALL : ON_ONE;
  const { operations } = call.lens.view;
  const verb = Object.hasOwn(verbs, call.request.method) ? verbs[call.request.method] : undefined;
  if (verb && operations.includes(verb.operation)) return verb.run(call, id ?? '');
  const allow = Object.keys(verbs).filter((method) => operations.includes(verbs[method]?.operation as Operation)).join(', ');
  return new TmfError(405, '61', 'Method not allowed', `Allowed here: ${allow}.`).toResponse({ allow });
}
