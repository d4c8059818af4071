import { isObject, type JsonObject } from '../surface/body.ts';
import { isInstant } from './instant.ts';
import { type BasicKind, type Dictionary, elementOf, isShape, type Kind, kindIn } from './notation.ts';
import { shapeOf } from './shape-of.ts';

interface Basic {
  fits(value: unknown): boolean;
  /** Goes on after "must be". */
  wanted: string;
}

const BASICS: Readonly<Record<BasicKind, Basic>> = {
  text: { fits: (value) => typeof value === 'string', wanted: 'text' },
  number: { fits: (value) => typeof value === 'number', wanted: 'a number' },
  integer: { fits: (value) => Number.isInteger(value), wanted: 'a whole number' },
  flag: { fits: (value) => typeof value === 'boolean', wanted: 'true or false' },
  instant: { fits: isInstant, wanted: 'a moment as RFC 3339 writes it, such as 2026-11-21T10:00:00Z' },
  date: { fits: (value) => typeof value === 'string' && isInstant(`${value}T00:00:00Z`), wanted: 'a day such as 2026-11-21' },
  any: { fits: () => true, wanted: 'anything' },
};

const isUnsaid = (value: unknown): boolean => value === undefined || value === null;

function misfitInList(dictionary: Dictionary, element: Kind, path: string, value: unknown): string | undefined {
  if (!Array.isArray(value)) return `"${path}" must be a list.`;
  for (const [index, member] of value.entries()) {
    const problem = misfitAt(dictionary, element, `${path}[${index}]`, member);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function misfitInObject(dictionary: Dictionary, kind: Kind, path: string, value: unknown): string | undefined {
  if (!isObject(value)) return `"${path}" must be an object.`;
  const shape = shapeOf(dictionary, kind, value);
  // By name: stores keep attributes in different orders, and the first that is wrong is the one told of.
  const named = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, member] of named) {
    const expected = kindIn(dictionary, shape, name);
    if (expected === undefined || isUnsaid(member)) continue;
    const problem = misfitAt(dictionary, expected, path === '' ? name : `${path}.${name}`, member);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function misfitAt(dictionary: Dictionary, kind: Kind, path: string, value: unknown): string | undefined {
  const element = elementOf(kind);
  if (element !== undefined) return misfitInList(dictionary, element, path, value);
  if (isShape(kind)) return misfitInObject(dictionary, kind, path, value);
  const { fits, wanted } = BASICS[kind as BasicKind];
  return fits(value) ? undefined : `"${path}" must be ${wanted}.`;
}

/**
 * What is wrong with the first attribute that holds a value of the wrong kind,
 * in a sentence that names it; undefined when all fits. `null` counts as
 * unsaid, attributes nobody knows are extensions, and what is missing is not
 * looked at.
 */
export function misfit(dictionary: Dictionary, shape: string, body: JsonObject): string | undefined {
  return misfitInObject(dictionary, shape, '', body);
}
