import { isObject, type JsonObject } from './body.ts';

/** RFC 7386: `null` removes, objects merge, everything else (lists too) replaces. */
export function mergePatch(target: unknown, patch: JsonObject): JsonObject {
  const merged: JsonObject = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = isObject(value) ? mergePatch(merged[name], value) : value;
  }
  return merged;
}
