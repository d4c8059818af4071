import type { Charge } from '../customer-bill/charge.ts';
import { type Tariff, tariffOf, usageCharge } from '../usage/tariffs.ts';
import { type Draft, known } from './draft.ts';
import { billed, type Line } from './lines.ts';
import type { Dice } from './random.ts';
import { dayIn, monthOfYear } from './zone.ts';

/** How a tariff is used: at most so much in a month, and how likely at all, by month of the year. */
interface Habit {
  most: number;
  likely(monthOfYear: number): number;
}

const summer = (month: number) => (month === 7 || month === 8 ? 0.45 : 0.08);
const steady = (likely: number) => () => likely;

/** By line of business and name of the tariff. */
const HABITS: Readonly<Record<string, Readonly<Record<string, Habit>>>> = {
  mobile: {
    'Roaming outside the EU': { most: 9, likely: summer },
    'Calls abroad': { most: 60, likely: steady(0.25) },
    'Extra data': { most: 4, likely: steady(0.12) },
    'Special numbers': { most: 5, likely: steady(0.1) },
  },
  fixed: {
    'Calls to mobiles': { most: 90, likely: steady(0.35) },
    'Calls abroad': { most: 120, likely: steady(0.15) },
  },
  tv: { 'Rented films': { most: 4, likely: steady(0.3) } },
};

/** What a line used beyond its plan in one month; nothing of it lies in the future. */
export function usageOf(draft: Draft, line: Line, month: number): Charge[] {
  const { offer, startedAt, endedAt = Infinity, suspended } = line;
  if (suspended || offer.family.category === 'Add-ons' || offer.family.features.length === 0) return [];
  const from = Math.max(dayIn(month), startedAt);
  const to = Math.min(dayIn(month + 1), endedAt, draft.now);
  if (to <= from) return [];
  const dice = draft.dice('usage', line.id, month);
  return Object.entries(HABITS[offer.family.line] ?? {})
    .filter(([, habit]) => dice.chance(habit.likely(monthOfYear(month))))
    .map(([name, { most }]) => charge(dice, line, known(tariffOf(offer.family.line, name), name), most, { from, to }));
}

function charge(dice: Dice, line: Line, tariff: Tariff, most: number, { from, to }: { from: number; to: number }): Charge {
  const quantity = dice.between(1, most);
  return {
    ...usageCharge(tariff, quantity),
    at: from + Math.floor(dice.next() * (to - from)),
    line: billed(line),
    from,
    to,
  };
}
