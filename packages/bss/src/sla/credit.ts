import { money, share } from '@faceplate/domain/money';
import { type Json, objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';
import { allowanceUsed, type Figures, isBelow, isUsedMoreThan, outcomeOf } from './availability.ts';

/** So much of the month's fee is given back where the allowance was used more than so many times, or less than this share was up. */
type Step = { above: number; percent: number } | { below: number; percent: number };

/** The highest percentage of all steps that were reached is given back, and never more than the cap. */
interface CreditTerms {
  steps: readonly Step[];
  capPercent?: number | undefined;
}

/** The ladder of our general terms. The highest step is the cap: half of what the service costs in the month. */
export const CREDIT_STEPS: readonly { above: number; percent: number }[] = [
  { above: 1, percent: 5 },
  { above: 2, percent: 10 },
  { above: 5, percent: 25 },
  { above: 10, percent: 50 },
];

const GENERAL: CreditTerms = { steps: CREDIT_STEPS, capPercent: 50 };

/** Our general terms as an `sla` carries them (`creditTerms`, our own extension). */
export const generalTerms = () => ({ step: CREDIT_STEPS.map((step) => ({ ...step })), capPercent: GENERAL.capPercent });

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function stepOf({ percent, above, below }: Json): Step[] {
  if (!isNumber(percent) || percent <= 0 || percent > 100) return [];
  if (isNumber(above)) return [{ above, percent }];
  return isNumber(below) ? [{ below, percent }] : [];
}

/** What an sla says is given back; an empty list of steps gives nothing. Our general terms where it says nothing. */
export function creditTermsOf(sla: Resource): CreditTerms {
  const [said] = objects(sla['creditTerms']);
  if (!said) return GENERAL;
  const { capPercent } = said;
  return { steps: objects(said['step']).flatMap(stepOf), ...(isNumber(capPercent) && { capPercent }) };
}

export interface Credit {
  /** Cents. */
  amount: number;
  percent: number;
  /** How it was found, in a sentence for the customer. */
  formula: string;
}

const hoursAndMinutes = (seconds: number): string => `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;

const isReached = (step: Step, figures: Figures, target: number): boolean =>
  'below' in step ? isBelow(figures, step.below) : isUsedMoreThan(figures, target, step.above);

/** What a missed month gives back of its fee (cents, tax included), rounded half away from zero; undefined when it was not missed, or no step was reached. */
export function creditFor(figures: Figures, target: number, monthlyFee: number, { steps, capPercent }: CreditTerms = GENERAL): Credit | undefined {
  if (outcomeOf(figures, target) !== 'missed') return undefined;
  const reached = steps.filter((step) => isReached(step, figures, target));
  if (reached.length === 0) return undefined;
  const used = allowanceUsed(figures, target);
  const percent = Math.max(...reached.map((step) => step.percent));
  const given = capPercent === undefined ? percent : Math.min(percent, capPercent);
  const amount = share(money(monthlyFee, 'EUR'), given, 100).amount;
  const times = Number.isFinite(used) ? `${(Math.floor(used * 10) / 10).toFixed(1)} times the time allowed` : 'where no time was allowed';
  const cap = given < percent ? `, at most ${given} %` : '';
  const formula = `Down for ${hoursAndMinutes(figures.downSeconds)}, ${times}: ${percent} % of the monthly price of €${(monthlyFee / 100).toFixed(2)}${cap}`;
  return { amount, percent, formula };
}
