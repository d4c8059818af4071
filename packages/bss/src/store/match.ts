import type { Condition, Resource, SortKey } from './store.ts';

/** Text that is a JSON number and survives a double: what both JavaScript and SQL read alike. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** The number that a query value stands for, if it reads as one. */
export function numberIn(value: string): number | undefined {
  return value.length <= 16 && NUMBER.test(value) ? Number(value) : undefined;
}

const unwrap = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function member(value: unknown, step: string): unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.hasOwn(value, step) ? [(value as Record<string, unknown>)[step]] : [];
}

/** Every value at a path, stepping through arrays one level at a time, as jsonpath's lax mode does. */
export function valuesAt(body: unknown, path: readonly string[]): unknown[] {
  const reached = path.reduce<unknown[]>(
    (values, step) => values.flatMap(unwrap).flatMap((value) => member(value, step)),
    [body],
  );
  return reached.flatMap(unwrap);
}

/** Order by code point, as `collate "C"` on UTF-8 has it; JavaScript's own `<` goes by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.codePointAt(index) ?? 0;
    const right = b.codePointAt(index) ?? 0;
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}

const holds = {
  eq: (order: number) => order === 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
};

function leafMatches(leaf: unknown, operator: Condition['operator'], value: string): boolean {
  if (typeof leaf === 'string') return holds[operator](compareText(leaf, value));
  if (typeof leaf === 'boolean') return operator === 'eq' && String(leaf) === value;
  if (typeof leaf !== 'number') return false;
  const number = numberIn(value);
  return number !== undefined && holds[operator](leaf - number);
}

export function matches(body: Resource, { path, operator, values }: Condition): boolean {
  const leaves = valuesAt(body, path);
  return values.some((value) => leaves.some((leaf) => leafMatches(leaf, operator, value)));
}

type SortValue = { number: number } | { text: string } | undefined;

function sortValue(body: Resource, path: readonly string[]): SortValue {
  const [first] = valuesAt(body, path);
  if (typeof first === 'number') return { number: first };
  if (typeof first === 'string' || typeof first === 'boolean') return { text: String(first) };
  return undefined;
}

const rank = (value: SortValue): number => (value === undefined ? 2 : 'number' in value ? 0 : 1);

function compareBy(a: Resource, b: Resource, { path, descending = false }: SortKey): number {
  const left = sortValue(a, path);
  const right = sortValue(b, path);
  if (left === undefined || right === undefined || rank(left) !== rank(right)) return rank(left) - rank(right);
  const order =
    'number' in left && 'number' in right
      ? left.number - right.number
      : 'text' in left && 'text' in right
        ? compareText(left.text, right.text)
        : 0;
  return descending ? -order : order;
}

export function compareBodies(a: Resource, b: Resource, sort: readonly SortKey[]): number {
  for (const key of sort) {
    const order = compareBy(a, b, key);
    if (order !== 0) return order;
  }
  return 0;
}
