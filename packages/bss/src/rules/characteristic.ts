import { type Json, objects } from '../simulator/course.ts';

/** The value of a characteristic of a list, undefined where there is none of that name. */
export function valueOf(list: unknown, name: string): unknown {
  return objects(list).find((one) => one['name'] === name)?.['value'];
}

function typeOf(value: unknown): string {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'string' : 'object';
}

/** A list of characteristics with some of them set; `undefined` takes one away. The others stay as they are. */
export function withValues(list: unknown, values: Readonly<Record<string, unknown>>): Json[] {
  const kept = objects(list).filter(({ name }) => typeof name !== 'string' || !Object.hasOwn(values, name));
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return [...kept, ...set.map(([name, value]) => ({ name, valueType: typeOf(value), value }))];
}
