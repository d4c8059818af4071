import { etagOf, json, names } from './answer.ts';
import { isObject, keepable, mediaTypeOf, readJson } from './body.ts';
import { type Call, found, originOf, seen } from './call.ts';
import { jsonPatched } from './json-patch.ts';
import { mergePatch } from './merge-patch.ts';
import { demandSeen, refuseForeign } from './scope.ts';
import { invalidBody, missingField, TmfError } from './tmf-error.ts';
import { keep } from '../nouns/move.ts';
import { nounOf } from '../nouns/nouns.ts';
import { changed } from '../rules/change.ts';
import { refuseMisfit } from '../rules/create.ts';
import { sameJson } from '../rules/lifecycle.ts';
import { remove } from '../store/save.ts';
import type { Resource, Stored } from '../store/store.ts';

const MERGE_TYPES = ['application/json', 'application/merge-patch+json'];
const JSON_PATCH = 'application/json-patch+json';

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

export async function patch(call: Call, id: string): Promise<Response> {
  const { surface, lens } = call;
  const change = await readChange(call);
  const origin = originOf(call);
  const { resource } = lens.definition;
  const now = surface.clock();
  await demandSeen(call, id);
  return surface.store.transaction(async (tx) => {
    const before = await found(call, tx, id);
    refuseStale(call, before);
    const shown = await seen(call, origin, tx, before);
    const after = changed(lens.definition, before.body, carried(call, before.body, shown, change(shown)), now);
    refuseForeign(call, after, before.body);
    const one = after === before.body ? before : await keep({ tx, now }, resource, nounOf(resource), before.body, after);
    return json(await seen(call, origin, tx, one), 200, { etag: etagOf(one) });
  });
}

export async function erase(call: Call, id: string): Promise<Response> {
  const { surface, lens } = call;
  const { resource } = lens.definition;
  const now = surface.clock();
  await demandSeen(call, id);
  await surface.store.transaction(async (tx) => {
    const before = await found(call, tx, id);
    refuseStale(call, before);
    await nounOf(resource)?.removing?.({ tx, now }, before.body);
    await remove(tx, resource, id, now);
  });
  return new Response(null, { status: 204 });
}
