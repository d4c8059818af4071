import type { Bill, Charge, Money, Month, SpendGroup, SpendList } from '@faceplate/contracts';
import { money, monthOf, monthsUntil } from '@faceplate/domain';

/** What a line is counted under. */
export interface Key {
  id: string;
  name: string;
}

export type KeyOf = (charge: Charge, bill: Bill) => Key;

/** The unit above one, where units form a tree. */
export type ParentOf = (id: string) => Key | undefined;

type Sheet = SpendList['sheets'][number];

/** The `count` months up to the newest bill's; a bill counts in the month in which its period begins. */
export function spendMonths(bills: readonly Bill[], count: number, today: string): Month[] {
  const newest = bills.map(({ period }) => monthOf(period.from)).toSorted().at(-1);
  return monthsUntil(newest ?? monthOf(today), count);
}

interface Counted extends Key {
  parentId?: string;
  amounts: number[];
}

/**
 * What the lines come to before tax, month by month: one sheet a currency, whose top groups add up to its sums, and so
 * to the bills' own nets.
 *
 * @throws UnreadableAmount when amounts are too large to be added exactly.
 */
export function spendSheets(bills: readonly Bill[], months: readonly Month[], keyOf: KeyOf, parentOf: ParentOf): Sheet[] {
  const shown = bills.filter(({ period }) => months.includes(monthOf(period.from)));
  const byCurrency = [...Map.groupBy(shown, ({ total }) => total.currency)].toSorted(([one, some], [other, more]) => more.length - some.length || one.localeCompare(other));
  return byCurrency.map(([currency, own]) => sheetOf(own, { months, currency, keyOf, parentOf }));
}

interface Frame {
  months: readonly Month[];
  currency: string;
  keyOf: KeyOf;
  parentOf: ParentOf;
}

function sheetOf(bills: readonly Bill[], frame: Frame): Sheet {
  const { months, currency, keyOf, parentOf } = frame;
  const groups = new Map<string, Counted>();
  const sums = months.map(() => 0);
  for (const bill of bills) {
    const at = months.indexOf(monthOf(bill.period.from));
    for (const charge of bill.charges) {
      addTo(sums, at, charge.net.amount, currency);
      for (const key of upFrom(keyOf(charge, bill), parentOf)) addTo(groupOf(groups, key, frame).amounts, at, charge.net.amount, currency);
    }
  }
  const listed = [...groups.values()].map((group) => shownGroup(group, currency));
  return { currency, sums: sums.map((amount) => money(amount, currency)), groups: listed.toSorted((one, other) => other.total.amount - one.total.amount || one.name.localeCompare(other.name)) };
}

/** More levels than any company has; and an end to a tree that is none. */
const MOST_LEVELS = 12;

function upFrom(key: Key, parentOf: ParentOf): Key[] {
  const path: Key[] = [];
  for (let here: Key | undefined = key; here && path.length < MOST_LEVELS; here = parentOf(here.id)) {
    const { id } = here;
    if (path.some((one) => one.id === id)) break;
    path.push(here);
  }
  return path;
}

function groupOf(groups: Map<string, Counted>, key: Key, { months, parentOf }: Frame): Counted {
  const known = groups.get(key.id);
  if (known) return known;
  const parent = parentOf(key.id);
  const made: Counted = { ...key, ...(parent && { parentId: parent.id }), amounts: months.map(() => 0) };
  groups.set(key.id, made);
  return made;
}

function addTo(amounts: number[], at: number, amount: number, currency: string): void {
  amounts[at] = money((amounts[at] ?? 0) + amount, currency).amount;
}

function shownGroup({ amounts, ...group }: Counted, currency: string): SpendGroup {
  const each: Money[] = amounts.map((amount) => money(amount, currency));
  const [last = 0, before = 0] = amounts.toReversed();
  return { ...group, amounts: each, total: money(amounts.reduce((sum, amount) => sum + amount, 0), currency), change: money(last - before, currency) };
}
