import { money, share } from '@faceplate/domain/money';
import { allowanceUsed, type Figures, outcomeOf } from './availability.ts';

/** More than so many times the allowance was used: so much of the month's fee is given back. */
interface Step {
  above: number;
  percent: number;
}

/** The ladder of our general terms. The highest step is the cap: half of what the service costs in the month. */
export const CREDIT_STEPS: readonly Step[] = [
  { above: 1, percent: 5 },
  { above: 2, percent: 10 },
  { above: 5, percent: 25 },
  { above: 10, percent: 50 },
];

export interface Credit {
  /** Cents. */
  amount: number;
  percent: number;
  /** How it was found, in a sentence for the customer. */
  formula: string;
}

const hoursAndMinutes = (seconds: number): string => `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;

/** What a missed month gives back of its fee (cents, tax included), rounded half away from zero; undefined when it was not missed. */
export function creditFor(figures: Figures, target: number, monthlyFee: number): Credit | undefined {
  if (outcomeOf(figures, target) !== 'missed') return undefined;
  const used = allowanceUsed(figures, target);
  const percent = CREDIT_STEPS.findLast(({ above }) => used > above)?.percent ?? 5;
  const amount = share(money(monthlyFee, 'EUR'), percent, 100).amount;
  const times = Number.isFinite(used) ? `${(Math.floor(used * 10) / 10).toFixed(1)} times the time allowed` : 'where no time was allowed';
  const formula = `Down for ${hoursAndMinutes(figures.downSeconds)}, ${times}: ${percent} % of the monthly price of €${(monthlyFee / 100).toFixed(2)}`;
  return { amount, percent, formula };
}
