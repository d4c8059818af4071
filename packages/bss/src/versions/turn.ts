import type { JsonObject } from '../surface/body.ts';

/** Where a path goes on in the stored form, and what of v5's path is behind it. */
export interface Step {
  stored: readonly string[];
  taken: number;
}

/**
 * How v5 builds something otherwise than v4, beyond other names. Attributes that
 * a turn does not speak of pass through it unchanged.
 */
export interface Turn {
  shown(stored: JsonObject): JsonObject;
  /** Takes back what `shown` did. */
  stored(shown: JsonObject): JsonObject;
  /** The next step of a path in v5's words; undefined where it is the same in both. */
  step(path: readonly string[]): Step | undefined;
}

/** Splits an object in two by the names of its attributes. */
export function split(object: JsonObject, belongs: (name: string) => boolean): [JsonObject, JsonObject] {
  const entries = Object.entries(object);
  return [
    Object.fromEntries(entries.filter(([name]) => belongs(name))),
    Object.fromEntries(entries.filter(([name]) => !belongs(name))),
  ];
}

export const isEmpty = (object: JsonObject): boolean => Object.keys(object).length === 0;
