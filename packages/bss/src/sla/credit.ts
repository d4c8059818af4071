import { money } from '@faceplate/domain/money';
import { type CreditStep, type CreditTerms, creditFor as reckoned, type Figures } from '@faceplate/domain/service-level';
import { type Json, objects } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

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

function stepOf({ percent, above, below }: Json): CreditStep[] {
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

/** What a missed month gives back of its fee (cents, tax included), rounded half away from zero; undefined when it was not missed, or no step was reached. */
export function creditFor(figures: Figures, target: number, monthlyFee: number, terms: CreditTerms = GENERAL): Credit | undefined {
  const working = reckoned(figures, target, money(monthlyFee, 'EUR'), terms);
  if (!working) return undefined;
  const { used, step, cap, amount, downSeconds } = working;
  const times = Number.isFinite(used) ? `${(Math.floor(used * 10) / 10).toFixed(1)} times the time allowed` : 'where no time was allowed';
  const capped = cap ? `, at most ${terms.capPercent} %` : '';
  const formula = `Down for ${hoursAndMinutes(downSeconds)}, ${times}: ${step.percent} % of the monthly price of €${(monthlyFee / 100).toFixed(2)}${capped}`;
  return { amount: amount.amount, percent: step.percent, formula };
}
