import { round } from '../customer-bill/amounts.ts';

/** A price a unit, VAT included, up to so many units a month; the last tier has no end. Cents. */
interface Tier {
  upTo?: number;
  each: number;
}

export interface Tariff {
  name: string;
  unit: string;
  tiers: readonly Tier[];
}

/** What use beyond the plan costs, by line of business. Much of one kind gets cheaper. */
export const TARIFFS = {
  mobile: [
    { name: 'Roaming outside the EU', unit: 'days', tiers: [{ upTo: 14, each: 599 }, { each: 399 }] },
    { name: 'Calls abroad', unit: 'minutes', tiers: [{ upTo: 120, each: 29 }, { each: 19 }] },
    { name: 'Extra data', unit: 'GB', tiers: [{ upTo: 10, each: 300 }, { each: 200 }] },
    { name: 'Special numbers', unit: 'calls', tiers: [{ each: 99 }] },
  ],
  fixed: [
    { name: 'Calls to mobiles', unit: 'minutes', tiers: [{ upTo: 300, each: 19 }, { each: 9 }] },
    { name: 'Calls abroad', unit: 'minutes', tiers: [{ upTo: 240, each: 9 }, { each: 5 }] },
  ],
  tv: [{ name: 'Rented films', unit: 'films', tiers: [{ each: 499 }] }],
} as const satisfies Record<string, readonly Tariff[]>;

/** The tariff of a name on a line of business; undefined where there is none. */
export function tariffOf(lineOfBusiness: string, name: string): Tariff | undefined {
  const tariffs: Readonly<Record<string, readonly Tariff[]>> = TARIFFS;
  return Object.hasOwn(tariffs, lineOfBusiness) ? tariffs[lineOfBusiness]?.find((tariff) => tariff.name === name) : undefined;
}

/** What a quantity costs in a month, tier by tier. Cents, VAT included; rounded once. */
export function grossOf({ tiers }: Tariff, quantity: number): number {
  let gross = 0;
  let below = 0;
  for (const { upTo = Infinity, each } of tiers) {
    const here = Math.min(quantity, upTo) - below;
    if (here <= 0) break;
    gross += here * each;
    below = upTo;
  }
  // Binary fractions of a unit must not tip a half over.
  return round(Number(gross.toFixed(6)));
}
