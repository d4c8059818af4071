import type { Condition, Resource, SortKey } from './store.ts';

/** Text that is a JSON number and survives a double: what both JavaScript and SQL read alike. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** The number that a query value stands for, if it reads as one. */
export function numberIn(value: string): number | undefined {
  return value.length <= 16 && NUMBER.test(value) ? Number(value) : undefined;
}

const unwrap = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value at a path, stepping through arrays one level at a time, as jsonpath's lax mode does. */
export function valuesAt(body: unknown, path: readonly string[]): unknown[] {
  let reached: unknown[] = [body];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of reached) for (const one of unwrap(value)) if (isPlain(one) && Object.hasOwn(one, step)) next.push(one[step]);
    reached = next;
  }
  return reached.flatMap(unwrap);
}

/** Order by code point, as `collate "C"` on UTF-8 has it; JavaScript's own `<` goes by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  // Where the first halves of two pairs were alike, the second halves decide, and stand in the same order.
  return at < length ? (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0) : a.length - b.length;
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

function compareValues(left: SortValue, right: SortValue, { descending = false }: SortKey): number {
  if (left === undefined || right === undefined || rank(left) !== rank(right)) return rank(left) - rank(right);
  const order =
    'number' in left && 'number' in right
      ? left.number - right.number
      : 'text' in left && 'text' in right
        ? compareText(left.text, right.text)
        : 0;
  return descending ? -order : order;
}

/** Rows by their bodies; each body is looked at once. Of equals the order stays. */
export function sortedBy<Row extends { body: Resource }>(rows: readonly Row[], sort: readonly SortKey[]): Row[] {
  const keyed = rows.map((row) => ({ row, values: sort.map(({ path }) => sortValue(row.body, path)) }));
  keyed.sort((one, other) => {
    for (const [index, key] of sort.entries()) {
      const order = compareValues(one.values[index], other.values[index], key);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
