import type { BillSummary, LocalDate, Money } from '@faceplate/contracts';
import { add } from '@faceplate/domain';

export interface Owed {
  /** What is open, one sum a currency; empty when all is paid. */
  sums: Money[];
  overdue: number;
  /** Earliest due date of an open bill. */
  next: LocalDate | undefined;
}

/** What a list of bills asks of the customer now. Bills on hold ask nothing. */
export function owedOf(bills: readonly BillSummary[]): Owed {
  const open = bills.filter(({ status, remaining }) => status !== 'on-hold' && remaining.amount > 0);
  const sums = new Map<string, Money>();
  for (const { remaining } of open) {
    const known = sums.get(remaining.currency);
    sums.set(remaining.currency, known ? add(known, remaining) : remaining);
  }
  return {
    sums: [...sums.values()],
    overdue: open.filter(({ status }) => status === 'overdue').length,
    next: open.map(({ due }) => due).toSorted()[0],
  };
}
