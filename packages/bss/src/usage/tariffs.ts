import { fine } from '../balance/quantity.ts';
import { netOf, round, sum, VAT } from '../customer-bill/amounts.ts';
import type { Charge, Step } from '../customer-bill/charge.ts';
import { idOf } from '../world/random.ts';

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

/** Cents before rounding. Binary fractions of a unit must not tip a half over. */
const exact = (gross: number): number => Number(gross.toFixed(6));

/**
 * The steps by which a month's use beyond `from` and up to `to` came to its price, VAT included. Their amounts are the
 * differences of rounded sums: those of one use after another come to what the month's use costs, to the cent.
 */
export function stepsOf({ tiers }: Tariff, to: number, from = 0): Step[] {
  const steps: Step[] = [];
  let [below, gross] = [0, 0];
  for (const { upTo = Infinity, each } of tiers) {
    const [begin, end] = [Math.max(below, from), Math.min(to, upTo)];
    const before = gross + Math.max(0, begin - below) * each;
    if (end > begin) steps.push({ quantity: fine(end - begin), each, amount: round(exact(before + (end - begin) * each)) - round(exact(before)) });
    gross += (upTo - below) * each;
    below = upTo;
  }
  return steps;
}

/** The line that a month's use of a tariff makes. Its price is with tax, so its tax is what the price has beyond its net. */
export function usageCharge(tariff: Tariff, quantity: number): Pick<Charge, 'kind' | 'name' | 'net' | 'rate' | 'tax' | 'quantity' | 'unit' | 'tiers'> {
  const tiers = stepsOf(tariff, quantity);
  const gross = sum(tiers.map(({ amount }) => amount));
  const net = netOf(gross);
  return { kind: 'usage', name: tariff.name, net, rate: VAT, tax: gross - net, quantity, unit: tariff.unit, tiers };
}

/** The line of a tariff in a month is one, whatever was used how often; `month` as `2026-11`. */
export const runningChargeId = (productId: string, tariff: string, month: string): string => idOf(`usage/${productId}/${tariff}/${month}`);

/** What a quantity costs in a month, tier by tier. Cents, VAT included; rounded once. */
export const grossOf = (tariff: Tariff, quantity: number): number => sum(stepsOf(tariff, quantity).map(({ amount }) => amount));
