import type { EstimateMonth, EstimatePart, Money, OfferPrice, Tier, UsagePrice } from '@faceplate/contracts';
import { add, money, sum } from './money.ts';

/** Six decimals are finer than anything that is counted, and free of binary dust. */
const fine = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

/**
 * What so much of something comes to, step by step. Sums are rounded, not steps: the amounts are the differences of
 * rounded sums, so that they add up to what the whole comes to, to the cent.
 */
export function stepsFor({ tiers }: Pick<UsagePrice, 'tiers'>, quantity: number): Tier[] {
  const steps: Tier[] = [];
  let [below, gross] = [0, 0];
  for (const { upTo = Infinity, each } of tiers) {
    const units = fine(Math.min(quantity, upTo) - below);
    if (units <= 0) break;
    const next = fine(gross + units * each.amount);
    steps.push({ quantity: units, each, amount: money(Math.round(next) - Math.round(gross), each.currency) });
    [below, gross] = [upTo, next];
  }
  return steps;
}

/** One price for so much use in a month: what is included costs nothing, the rest goes through the steps. */
export function partFor(price: UsagePrice, quantity: number, currency: string): EstimatePart {
  const included = Math.min(quantity, price.included ?? 0);
  const tiers = stepsFor(price, fine(quantity - included));
  return { name: price.name, unit: price.unit, quantity: fine(quantity), included: fine(included), tiers, amount: sum(tiers.map(({ amount }) => amount), currency) };
}

/** What is left of the price a month when every promotion is over: an estimate promises nothing that ends. */
export const standingOf = ({ monthly, promotion }: OfferPrice): Money => promotion?.monthlyAfter ?? monthly;

/** A month on an offer. `used`: how much of what each of its prices is about. */
export function monthOn(offer: { price: OfferPrice; beyond: readonly UsagePrice[] }, used: ReadonlyMap<string, number>, month?: string): EstimateMonth {
  const standing = standingOf(offer.price);
  const parts = offer.beyond.flatMap((price) => {
    const quantity = used.get(price.name) ?? 0;
    return quantity > 0 ? [partFor(price, quantity, standing.currency)] : [];
  });
  const total = add(standing, sum(parts.map(({ amount }) => amount), standing.currency));
  return { standing, parts, total, ...(month !== undefined && { month }) };
}
