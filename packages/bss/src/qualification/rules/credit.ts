import { costNow } from '../../catalogue/catalogue.ts';
import { euros, moneyOf } from '../../catalogue/read.ts';
import { pay, type Reason, reason } from '../reason.ts';
import type { Rule, Situation } from '../situation.ts';

/** The operator's own terms. Cents; scores from 0 to 1000. */
export const CREDIT_TERMS = {
  /** So much may be overdue before nothing new is sold; a company's bills are larger than a household's: two months of either. */
  overdueTolerated: { business: 500_000, others: 30_000 },
  /** Below it nothing is agreed for longer than a month. */
  leastScoreForCommitment: 300,
} as const;

/** What the order adds to the next bill. */
function added({ catalogue, now, wanted }: Situation): number {
  const { once, monthlyAfter } = costNow(catalogue, wanted.offering, now);
  return (once + monthlyAfter) * wanted.quantity;
}

function scoreReasons({ wanted: { offering }, applicant }: Situation): Reason[] {
  const score = applicant?.creditScore;
  if (score === undefined || score >= CREDIT_TERMS.leastScoreForCommitment || offering.termMonths <= 1) return [];
  return [
    reason('creditScoreLow', `${offering.name} is agreed for ${offering.termMonths} months, and the credit check does not allow that at present.`, {
      action: 'chooseOther',
      label: 'Choose an offer without a commitment.',
    }, { offer: offering.name, months: offering.termMonths }),
  ];
}

function limitReasons(situation: Situation): Reason[] {
  const { applicant, wanted } = situation;
  const limit = applicant?.creditLimit;
  if (!applicant || limit === undefined) return [];
  const over = applicant.due + added(situation) - limit;
  if (over <= 0) return [];
  const label = `With ${wanted.offering.name} the account would owe ${euros(over)} more than its limit of ${euros(limit)}.`;
  // Paying helps only as far as something is owed.
  const facts = { offer: wanted.offering.name, amount: moneyOf(over), limit: moneyOf(limit), higher: moneyOf(limit + over) };
  return over <= applicant.due
    ? [reason('creditLimitReached', label, pay(over, `Pay ${euros(over)} of what is open.`), facts)]
    : [reason('creditLimitReached', label, { action: 'askForHigherLimit', label: `Ask for a limit of ${euros(limit + over)}.` }, facts)];
}

/** Score, arrears and limit; what is ended or made smaller needs no credit. */
export const creditRule: Rule = (situation) => {
  const { applicant, wanted } = situation;
  if (!applicant || wanted.action !== 'add') return [];
  const { overdue, segment } = applicant;
  const tolerated = CREDIT_TERMS.overdueTolerated[segment === 'business' ? 'business' : 'others'];
  const arrears =
    overdue > tolerated
      ? [reason('overdueOpen', `${euros(overdue)} are past their due date.`, pay(overdue, `Pay ${euros(overdue)}; then you can order.`), { amount: moneyOf(overdue) })]
      : [];
  return [...arrears, ...scoreReasons(situation), ...limitReasons(situation)];
};
