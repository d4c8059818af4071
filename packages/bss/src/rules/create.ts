import { type Definition, NOW } from '../definitions/definition.ts';
import { newId } from './id.ts';
import { refuseStart } from './lifecycle.ts';
import { invalidField, missingField } from '../surface/tmf-error.ts';
import { isObject, type JsonObject } from '../surface/body.ts';
import type { Lens } from '../surface/lens.ts';
import type { Resource } from '../store/store.ts';

const isMissing = (value: unknown): boolean => value === undefined || value === null;

function refuseItem(list: string, members: readonly string[], item: unknown): void {
  if (!isObject(item)) throw invalidField(`Every "${list}" must be an object.`);
  const missing = members.find((member) => isMissing(item[member]));
  if (missing !== undefined) throw missingField(`${list}.${missing}`);
}

/** Throws a 400 that names the first value of a kind that does not belong there, in the words of the version it came in. */
export function refuseMisfit({ misfit }: Pick<Lens, 'misfit'>, said: JsonObject): void {
  const problem = misfit(said);
  if (problem !== undefined) throw invalidField(problem);
}

/** Elements of lists must say what the definition asks of them. */
export function refuseIncomplete({ itemMandatory = {} }: Definition, body: JsonObject): void {
  for (const [name, members] of Object.entries(itemMandatory)) {
    for (const item of (body[name] as unknown[] | undefined | null) ?? []) refuseItem(name, members, item);
  }
}

function filled(value: unknown, now: string): unknown {
  if (value === NOW) return now;
  if (Array.isArray(value)) return value.map((member) => filled(member, now));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, now)]));
}

/** The table's defaults under what the client said; its `null` counts as unsaid. */
function withDefaults(defaults: Readonly<Record<string, unknown>>, said: JsonObject, now: string): JsonObject {
  const body = { ...(filled(defaults, now) as JsonObject) };
  for (const [name, value] of Object.entries(said)) if (value !== null) body[name] = value;
  return body;
}

/**
 * A new resource from what a client sent: checked, filled with defaults, with
 * an identity of ours. Throws a 400 with the name of what is missing or wrong.
 */
export function created(lens: Lens, asked: JsonObject, now: Date): Resource {
  const { definition, view, read } = lens;
  const missing = view.mandatory.find((name) => isMissing(asked[name]));
  if (missing !== undefined) throw missingField(missing);
  refuseMisfit(lens, asked);
  const said = read(asked);
  refuseIncomplete(definition, said);
  const instant = now.toISOString();
  const server = definition.fixed?.filter((name) => definition.defaults?.[name] === NOW) ?? [];
  const own = Object.fromEntries(Object.entries(said).filter(([name]) => !server.includes(name)));
  const body = withDefaults(definition.defaults ?? {}, own, instant);
  for (const [name, defaults] of Object.entries(definition.itemDefaults ?? {})) {
    const items = (body[name] as JsonObject[] | undefined) ?? [];
    body[name] = items.map((item) => withDefaults(defaults, item, instant));
  }
  refuseStart(definition, body);
  const id = newId();
  const type = typeof said['@type'] === 'string' ? said['@type'] : definition.type;
  return { ...body, id, href: `${definition.path}/${id}`, '@type': type };
}
