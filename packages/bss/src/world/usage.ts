import { netOf, VAT } from './amounts.ts';
import type { Charge } from './charge.ts';
import type { Draft } from './draft.ts';
import type { Line } from './lines.ts';
import type { Dice } from './random.ts';
import { dayIn, monthOfYear } from './zone.ts';

interface Tariff {
  name: string;
  unit: string;
  /** Cents a unit, VAT included. */
  each: number;
  most: number;
  /** How likely it turns up on a bill, by month of the year. */
  likely(monthOfYear: number): number;
}

const summer = (month: number) => (month === 7 || month === 8 ? 0.45 : 0.08);
const steady = (likely: number) => () => likely;

const TARIFFS: Record<string, readonly Tariff[]> = {
  mobile: [
    { name: 'Roaming outside the EU', unit: 'days', each: 599, most: 9, likely: summer },
    { name: 'Calls abroad', unit: 'minutes', each: 29, most: 60, likely: steady(0.25) },
    { name: 'Extra data', unit: 'GB', each: 300, most: 4, likely: steady(0.12) },
    { name: 'Special numbers', unit: 'calls', each: 99, most: 5, likely: steady(0.1) },
  ],
  fixed: [
    { name: 'Calls to mobiles', unit: 'minutes', each: 19, most: 90, likely: steady(0.35) },
    { name: 'Calls abroad', unit: 'minutes', each: 9, most: 120, likely: steady(0.15) },
  ],
  tv: [{ name: 'Rented films', unit: 'films', each: 499, most: 4, likely: steady(0.3) }],
};

/** What a line used beyond its plan in one month; nothing of it lies in the future. */
export function usageOf(draft: Draft, line: Line, month: number): Charge[] {
  const { offer, startedAt, endedAt = Infinity, suspended } = line;
  if (suspended || offer.family.category === 'Add-ons' || offer.family.features.length === 0) return [];
  const from = Math.max(dayIn(month), startedAt);
  const to = Math.min(dayIn(month + 1), endedAt, draft.now);
  if (to <= from) return [];
  const dice = draft.dice('usage', line.id, month);
  return (TARIFFS[offer.family.line] ?? [])
    .filter((tariff) => dice.chance(tariff.likely(monthOfYear(month))))
    .map((tariff) => charge(dice, line, tariff, from, to));
}

function charge(dice: Dice, line: Line, tariff: Tariff, from: number, to: number): Charge {
  const quantity = dice.between(1, tariff.most);
  return {
    kind: 'usage',
    name: tariff.name,
    net: netOf(quantity * tariff.each),
    rate: VAT,
    at: from + Math.floor(dice.next() * (to - from)),
    line,
    from,
    to,
    quantity,
    unit: tariff.unit,
  };
}
