import { type Json, objects, text } from '../simulator/course.ts';

/** TMF's Quantity. */
export interface Quantity {
  amount: number;
  units: string;
}

/** How much of the first unit of a kind one of these is. */
const MEASURES: readonly Readonly<Record<string, number>>[] = [
  { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  { seconds: 1, minutes: 60, hours: 3600 },
];

/** Six decimals are finer than anything that is counted, and free of binary dust. */
export const fine = (amount: number): number => Math.round(amount * 1e6) / 1e6 + 0;

export function quantityIn(value: unknown): Quantity | undefined {
  const [quantity] = objects(value) as (Json | undefined)[];
  const amount = quantity?.['amount'];
  if (typeof amount !== 'number' || !Number.isFinite(amount) || Math.abs(amount) > 1e12) return undefined;
  return { amount: fine(amount), units: text(quantity?.['units']) ?? '' };
}

/** The same quantity in other units; undefined where the two do not measure the same. None named is the one asked for. */
export function inUnits({ amount, units }: Quantity, wanted: string): number | undefined {
  if (units === wanted || units === '') return amount;
  const measure = MEASURES.find((kinds) => Object.hasOwn(kinds, units) && Object.hasOwn(kinds, wanted));
  const [from, to] = [measure?.[units], measure?.[wanted]];
  return from === undefined || to === undefined ? undefined : fine((amount * from) / to);
}
