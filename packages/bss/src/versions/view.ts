import type { Definition } from '../definitions/definition.ts';
import type { Resource } from '../store/store.ts';
import type { JsonObject } from '../surface/body.ts';

const renamed = (body: JsonObject, names: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [names.get(name) ?? name, value]));

const toV5 = ({ v5 }: Definition) => new Map(Object.entries(v5?.renames ?? {}));
const fromV5 = ({ v5 }: Definition) => new Map(Object.entries(v5?.renames ?? {}).map(([v4, name]) => [name, v4]));

/** A stored body as v5 says it. */
export function shownAsV5(definition: Definition, body: Resource): JsonObject {
  return renamed(body, toV5(definition));
}

/** What a client of v5 said, whole or as a merge patch, in the stored form. */
export function storedFromV5(definition: Definition, said: JsonObject): JsonObject {
  return renamed(said, fromV5(definition));
}

/** Where the stored form keeps what v5 has at this path. */
export function pathFromV5(definition: Definition, path: readonly string[]): string[] {
  const [first = '', ...rest] = path;
  return [fromV5(definition).get(first) ?? first, ...rest];
}
