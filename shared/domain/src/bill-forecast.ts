import type { Money } from '@faceplate/contracts';
import { add, money } from './money.ts';

/** What is known of a bill that is still running. All amounts with tax, of one currency. */
export interface RunningFacts {
  /** What has been run up so far, whatever for. */
  total: Money;
  /** The part of `total` that is for use: the only part that grows by itself. */
  use: Money;
  /** What is sure to come still, if anything: a monthly price that the billing system writes at the end. */
  toCome?: Money;
  /** The share of the period that the networks have told of, 0 to 1. */
  passed: number;
  /** What use came to on the bills before, one entry a whole period. */
  before: readonly Money[];
}

export interface BillForecast {
  low: Money;
  likely: Money;
  high: Money;
  /** How many bills it rests on. */
  from: number;
}

/** Fewer bills than this say nothing about how much one month differs from another. */
const FEWEST_BILLS = 3;

/**
 * What the running bill will come to. Everything but use is certain: it stands on the bill already, or is named in
 * `toCome`. Use goes on for the rest of the period:
 *
 * - likely at a pace between this month's and that of the months before, this month's counting as much as there is of
 *   it: `passed × (use / passed) + (1 − passed) × median(before)`;
 * - the band is as wide as nine in ten of the months before lay apart (the fifth percentile to the ninety-fifth,
 *   seen from the median), times the root of the share that is left: what days add independently of each other differs
 *   by the root of their number.
 *
 * So the band narrows as the month passes, is nothing on its last day, holds the likely figure, and never lies below
 * what stands already. Quantiles are interpolated between neighbours (Hyndman and Fan's type 7). Undefined where too
 * little is known, or makes no sense.
 * @throws CurrencyMismatch when amounts are of several currencies.
 */
export function forecastOf({ total, use, toCome = money(0, total.currency), passed, before }: RunningFacts): BillForecast | undefined {
  if (before.length < FEWEST_BILLS || !(passed >= 0 && passed <= 1) || use.amount < 0) return undefined;
  const usual = before.map(({ amount }) => Math.max(0, amount)).toSorted((one, other) => one - other);
  const [sparing, middling, lavish] = [0.05, 0.5, 0.95].map((share) => quantile(usual, share)) as [number, number, number];
  const left = 1 - passed;
  const likely = left * (use.amount + left * middling);
  const sure = add(total, toCome);
  const ending = (more: number) => add(sure, money(Math.round(Math.max(0, more)), use.currency));
  return {
    low: ending(likely - Math.sqrt(left) * (middling - sparing)),
    likely: ending(likely),
    high: ending(likely + Math.sqrt(left) * (lavish - middling)),
    from: before.length,
  };
}

/** Of sorted numbers, at least one. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (at - Math.floor(at)) * (above - below);
}
