import type { Money } from '@faceplate/contracts';
import { money, share } from '../money.ts';
import { allowedTicks, downTicks, type Judged, stateOf } from './share.ts';

/**
 * A step of the ladder. `above`: more than so many times the allowance was used (two digits after the point at most).
 * `below`: less than this share of counted time was up.
 */
export type CreditStep = { above: number; percent: number } | { below: number; percent: number };

export interface CreditTerms {
  /** The highest percentage of all steps that were reached is given back. */
  steps: readonly CreditStep[];
  /** Never more than so much of the fee. */
  capPercent?: number | undefined;
  /** Never more than so much, in minor units of the fee's currency. */
  capAmount?: number | undefined;
}

/** How a credit was found: everything that the formula needs, so that anybody can do it again. */
export interface CreditWorking {
  downSeconds: number;
  allowedSeconds: number;
  /** Times the allowance was used; Infinity where nothing was allowed. */
  used: number;
  step: CreditStep;
  fee: Money;
  /** Fee × percent, rounded half away from zero to the minor unit: the only rounding. */
  before: Money;
  /** The cap, where one bit. */
  cap?: Money;
  amount: Money;
}

const WHOLE = 10_000_000;

function reached(step: CreditStep, figures: Judged, target: number): boolean {
  const down = downTicks(figures);
  if ('below' in step) return down > (WHOLE - Math.round(step.below * WHOLE)) * figures.countedSeconds;
  // down > above × allowed, by hundredths; the products outgrow a number.
  return BigInt(down) * 100n > BigInt(Math.round(step.above * 100)) * BigInt(allowedTicks(figures.countedSeconds, target));
}

/** What a missed window gives back of its fee; undefined when it was not missed, or no step was reached. */
export function creditFor(figures: Judged, target: number, fee: Money, { steps, capPercent, capAmount }: CreditTerms): CreditWorking | undefined {
  if (stateOf(figures, target) !== 'missed') return undefined;
  const step = steps.filter((one) => reached(one, figures, target)).toSorted((one, other) => other.percent - one.percent)[0];
  if (!step) return undefined;
  const before = share(fee, step.percent, 100);
  const caps = [capPercent === undefined ? Infinity : share(fee, capPercent, 100).amount, capAmount ?? Infinity];
  const cap = Math.min(...caps);
  const allowed = allowedTicks(figures.countedSeconds, target);
  return {
    downSeconds: figures.downHundredths / 100,
    allowedSeconds: allowed / WHOLE,
    used: allowed === 0 ? Infinity : downTicks(figures) / allowed,
    step,
    fee,
    before,
    ...(cap < before.amount && { cap: money(cap, fee.currency) }),
    amount: money(Math.min(cap, before.amount), fee.currency),
  };
}
