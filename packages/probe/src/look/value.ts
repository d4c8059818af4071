import { isRow, type Row } from '../wire/answer.ts';

/** What stands at a dotted path; where a list stands in place of one object, its first entry is taken. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const step of path.split('.')) {
    const one: unknown = Array.isArray(here) ? here[0] : here;
    here = isRow(one) && Object.hasOwn(one, step) ? one[step] : undefined;
  }
  return here;
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The first of several paths (`a|b`) at which something stands. */
export const firstAt = (row: Row, paths: string): unknown => paths.split('|').map((path) => at(row, path)).find(isThere);

export const has = (row: Row, paths: string): boolean => isThere(firstAt(row, paths));

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined);

/** A value as text, where it is one. */
export const textAt = (row: Row, paths: string): string | undefined => textOf(firstAt(row, paths));

/** v5 wraps a party once more. */
const idIn = (reference: unknown): string | undefined => textOf(at(reference, 'id')) ?? textOf(at(reference, 'partyOrPartyRole.id'));

const several = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const OWNERS = ['relatedParty', 'engagedParty', 'billingAccount', 'account', 'user', 'receiver'] as const;

/** Ids of the parties and accounts a row names as its own. */
export const ownersOf = (row: Row): string[] => OWNERS.flatMap((name) => several(row[name]).flatMap((one) => idIn(one) ?? []));

/** The id a row has at the path of a scope: `billingAccount.id`, `relatedParty.id` in v4's or v5's shape, `id`. */
export function scopeIdOf(row: Row, scope: string): string | undefined {
  if (scope === 'id') return textOf(row['id']);
  const [name = ''] = scope.split('.');
  return several(row[name]).map(idIn).find((id) => id !== undefined);
}

export const scopeIdsOf = (row: Row, scope: string): string[] => {
  const [name = ''] = scope.split('.');
  return scope === 'id' ? [textOf(row['id']) ?? ''] : several(row[name]).flatMap((one) => idIn(one) ?? []);
};

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})([Tt ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s*([Zz]|[+-]\d{2}:?\d{2})?)?$/;

/** RFC 3339, or near enough that Faceplate reads it. */
export const isMoment = (value: unknown): boolean => typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)));

/** TM Forum's `{unit, value}`; without a unit the operator's currency is taken. */
export function isMoney(value: unknown): boolean {
  if (!isRow(value)) return false;
  const { value: amount, unit } = value;
  const counts = typeof amount === 'number' ? Number.isFinite(amount) : typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount);
  return counts && (unit === undefined || (typeof unit === 'string' && /^[A-Za-z]{3}$/.test(unit)));
}

/** Same values, whatever order the attributes are in; what only one of them has does not count. */
export function agrees(row: Row, other: Row): boolean {
  return Object.keys(row).every((key) => other[key] === undefined || sameValue(row[key], other[key]));
}

function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  if (isRow(one) && isRow(other)) return agrees(one, other);
  return one === other;
}
