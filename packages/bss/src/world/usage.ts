import type { Charge } from '../customer-bill/charge.ts';
import { type Tariff, tariffOf, usageCharge } from '../usage/tariffs.ts';
import { inUnits } from '../balance/quantity.ts';
import { type Draft, known } from './draft.ts';
import { dataIn } from './included.ts';
import { billed, type Line } from './lines.ts';
import type { Dice } from './random.ts';
import { dayIn, dayOfMonth, monthOfYear } from './zone.ts';

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
  const { offer, suspended, uses } = line;
  const { from, to } = spanOf(draft, line, month);
  if (to <= from) return [];
  const planned = uses?.[draft.month - month];
  if (planned) return planned.map(({ tariff, quantity }) => charge(line, tariffNamed(line, tariff), quantity, { from, to, at: from }));
  if (suspended || offer.family.category === 'Add-ons' || offer.family.features.length === 0) return [];
  const dice = draft.dice('usage', line.id, month);
  return Object.entries(HABITS[offer.family.line] ?? {})
    .filter(([, habit]) => dice.chance(habit.likely(monthOfYear(month))))
    .map(([name, { most }]) => chanceOf(dice, line, tariffNamed(line, name), most, { from, to }))
    .filter(({ name }) => name !== EXTRA_DATA || dataIn(offer.family) !== undefined);
}

/** As far as the line was there, and billed here. */
const spanOf = ({ now }: Draft, { startedAt, endedAt = Infinity, moved }: Line, month: number): Span => ({
  from: Math.max(dayIn(month), startedAt, moved?.on ?? 0),
  to: Math.min(dayIn(month + 1), endedAt, now),
});

const tariffNamed = (line: Line, name: string): Tariff => known(tariffOf(line.offer.family.line, name), name);

const EXTRA_DATA = 'Extra data';

/** Has a line used more data in a month than it includes? */
export const isBeyond = (draft: Draft, line: Line, month: number): boolean => usageOf(draft, line, month).some(({ name }) => name === EXTRA_DATA);

/** The local days between two instants of one month: the first and the last. */
export const daysOf = ({ from, to }: Span): [first: number, last: number] => [dayOfMonth(from), dayOfMonth(to - 1)];

export interface Span {
  from: number;
  to: number;
}

function chanceOf(dice: Dice, line: Line, tariff: Tariff, most: number, span: Span): Charge {
  const [first, last] = daysOf(span);
  const quantity = dice.between(1, most);
  const at = span.from + Math.floor(dice.next() * (span.to - span.from));
  // Nobody is abroad on more days than there were.
  return charge(line, tariff, tariff.unit === 'days' ? Math.min(quantity, last - first + 1) : quantity, { ...span, at });
}

function charge(line: Line, tariff: Tariff, quantity: number, span: Span & { at: number }): Charge {
  const data = tariff.name === EXTRA_DATA ? dataIn(line.offer.family) : undefined;
  const included = data && inUnits(data, tariff.unit);
  return { ...usageCharge(tariff, quantity), ...span, line: billed(line), ...(included !== undefined && { included }) };
}
