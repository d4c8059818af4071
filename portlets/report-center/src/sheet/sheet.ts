import type { SpendGroup, SpendList } from '@faceplate/contracts';
import { subtract, toDecimal } from '@faceplate/domain';

export type Sheet = SpendList['sheets'][number];

const AT_MOST = 5;

/**
 * Groups that add up to the whole: a unit counts for what is its own, its parts stand for themselves. `named` names a
 * unit without its parts.
 */
export function ownGroups(groups: readonly SpendGroup[], named: (name: string) => string): SpendGroup[] {
  const below = Map.groupBy(groups, ({ parentId }) => parentId);
  return groups.map((group) => {
    const parts = below.get(group.id);
    const { parentId: _, ...own } = parts ? { ...parts.reduce(without, group), name: named(group.name) } : group;
    return own;
  });
}

/** What changed most since the month before, up or down. */
export const moversOf = (own: readonly SpendGroup[]): SpendGroup[] =>
  own
    .filter(({ change }) => change.amount !== 0)
    .toSorted((one, other) => Math.abs(other.change.amount) - Math.abs(one.change.amount))
    .slice(0, AT_MOST);

/** What costs most, over all months shown. Credits cost nothing. */
export const talkersOf = (own: readonly SpendGroup[]): SpendGroup[] =>
  own
    .filter(({ total }) => total.amount > 0)
    .toSorted((one, other) => other.total.amount - one.total.amount)
    .slice(0, AT_MOST);

const without = (whole: SpendGroup, part: SpendGroup): SpendGroup => ({
  ...whole,
  amounts: whole.amounts.map((amount, month) => subtract(amount, part.amounts[month] ?? { ...amount, amount: 0 })),
  total: subtract(whole.total, part.total),
  change: subtract(whole.change, part.change),
});

/** A group and how deep it lies in the tree. */
export interface Row {
  readonly group: SpendGroup;
  readonly depth: number;
  readonly hasParts: boolean;
}

/** The groups in the order of a tree, of those at the top and those below an unfolded one. */
export function rowsOf(groups: readonly SpendGroup[], isOpen: (id: string) => boolean): Row[] {
  const known = new Set(groups.map(({ id }) => id));
  const below = Map.groupBy(groups, ({ parentId }) => (parentId !== undefined && known.has(parentId) ? parentId : ''));
  const walk = (parent: string, depth: number): Row[] =>
    (below.get(parent) ?? []).flatMap((group) => {
      const hasParts = below.has(group.id) && group.id !== '';
      return [{ group, depth, hasParts }, ...(hasParts && isOpen(group.id) ? walk(group.id, depth + 1) : [])];
    });
  return walk('', 0);
}

/** All groups and all months, as they are: figures with a point, no separators. */
export function csvOf({ months, sheets }: SpendList, columns: { name: string; above: string; currency: string; total: string; change: string }): string {
  const head = [columns.name, columns.above, columns.currency, ...months, columns.total, columns.change];
  const rows = sheets.flatMap(({ currency, groups }) => {
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    return groups.map(({ name, parentId, amounts, total, change }) => [
      cell(name),
      cell(names.get(parentId ?? '') ?? ''),
      currency,
      ...amounts.map(toDecimal),
      toDecimal(total),
      toDecimal(change),
    ]);
  });
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\ufeff${[head.map(cell), ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet runs what begins like a formula: such a text gets a quotation mark before it (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
