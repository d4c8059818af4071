import type { Quantity } from '../balance/quantity.ts';
import type { Family } from './family.ts';

/** What a plan includes of data each month; undefined where that has no end, or there is none. */
export function dataIn({ features }: Family): Quantity | undefined {
  const [, amount, unit] = features.find(([name]) => name === 'Data allowance') ?? [];
  return typeof amount === 'number' ? { amount, units: unit?.split(' ')[0] ?? 'GB' } : undefined;
}
