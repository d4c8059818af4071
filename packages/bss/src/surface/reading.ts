import { etagOf, json, linksOf, listStatus, names, selected } from './answer.ts';
import { type Call, found, originOf, seen, sourceOf, within } from './call.ts';
import { fieldsIn, listRequest } from './query.ts';
import type { Condition } from '../store/store.ts';

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

export async function list(call: Call): Promise<Response> {
  const { surface, lens, request } = call;
  const url = new URL(request.url);
  const origin = originOf(call);
  const asked = listRequest(url.searchParams);
  const where = [...(asked.where ?? []).map((condition) => stored(call, origin, condition)), ...inside(call)];
  const sort = (asked.sort ?? []).map((key) => ({ ...key, path: lens.path(key.path) }));
  const limit = lens.definition.from === undefined ? asked.limit : Math.min(asked.limit, MOST_COMPOSED);
  const reader = surface.store.read(call.scope);
  const page = await reader.list(sourceOf(lens), { ...asked, limit, where, sort });
  const rows = await Promise.all(page.rows.map((row) => seen(call, origin, reader, row)));
  const body = rows.map((row) => selected(row, asked.fields));
  return json(body, listStatus(page, surface.partialStatus ?? 200), {
    'x-total-count': String(page.total),
    'x-result-count': String(body.length),
    link: linksOf(new URL(`${origin}${url.pathname}${url.search}`), { ...asked, limit }, page.total),
  });
}

export async function get(call: Call, id: string): Promise<Response> {
  const reader = call.surface.store.read(call.scope);
  const one = await found(call, reader, id);
  const fields = fieldsIn(new URL(call.request.url).searchParams);
  const shown = async () => selected(await seen(call, originOf(call), reader, one), fields);
  // What is made of many documents has no revision of its own.
  if (call.lens.definition.from !== undefined) return json(await shown());
  const etag = etagOf(one);
  const known = names(call.request.headers.get('if-none-match'), one);
  return known ? new Response(null, { status: 304, headers: { etag } }) : json(await shown(), 200, { etag });
}
