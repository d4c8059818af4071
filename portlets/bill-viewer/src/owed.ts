import type { BalanceSheet, BillSummary, LocalDate, Money } from '@faceplate/contracts';
import { add, subtract } from '@faceplate/domain';

export interface Owed {
  /** What is to be paid now, one sum a currency; empty when nothing is. */
  sums: Money[];
  /** The part of it that is late. */
  overdue: Money[];
}

/** What is to be paid, as the account's own figures have it. */
export function owedOf(totals: BalanceSheet['totals']): Owed {
  return {
    sums: totals.map(({ due, overdue }) => add(due, overdue)).filter(isSome),
    overdue: totals.map(({ overdue }) => overdue).filter(isSome),
  };
}

/** The same from the bills alone, where the figures cannot be had. Bills on hold and what is in dispute ask nothing. */
export function owedByBills(bills: readonly BillSummary[]): Owed {
  return { sums: sumsOf(bills), overdue: sumsOf(bills.filter(({ status }) => status === 'overdue')) };
}

/** Earliest date of a bill that is to be paid. */
export const nextDue = (bills: readonly BillSummary[]): LocalDate | undefined =>
  bills.flatMap((bill) => (isSome(payable(bill)) ? bill.due : [])).toSorted()[0];

/** What of a bill is to be paid now. */
export function payable({ status, remaining, disputed }: Pick<BillSummary, 'status' | 'remaining' | 'disputed'>): Money {
  if (status === 'on-hold') return { ...remaining, amount: 0 };
  return disputed ? subtract(remaining, disputed) : remaining;
}

const isSome = ({ amount }: Money) => amount > 0;

function sumsOf(bills: readonly BillSummary[]): Money[] {
  const byCurrency = Map.groupBy(bills.map(payable).filter(isSome), ({ currency }) => currency);
  return [...byCurrency.values()].map((amounts) => amounts.reduce(add));
}
