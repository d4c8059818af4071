import type { BillSummary, LocalDate, Money, Payment } from '@faceplate/contracts';
import { localDate, subtract, sum, zero } from '@faceplate/domain';

/** What moved an account's balance: a bill raises it, what settles one lowers it. */
export interface Entry {
  on: LocalDate;
  kind: 'bill' | 'payment' | 'settled';
  /** The bill's number. */
  bill: string;
  amount: Money;
}

/** One currency of an account over some days. Opening, entries and closing add up, to the cent. */
export interface Statement {
  currency: string;
  opening: Money;
  entries: Entry[];
  closing: Money;
}

interface Known {
  bills: readonly BillSummary[];
  payments: readonly Payment[];
  zone: string;
}

/**
 * Everything that moved the balance of an account. What a bill was settled by and no payment on file accounts for is an
 * entry of its own on the day of the bill: that it was settled is known, the day is not.
 */
export function entriesOf({ bills, payments, zone }: Known): Entry[] {
  const byBill = Map.groupBy(paidParts(payments, zone), ({ billId }) => billId);
  return bills.flatMap((bill): Entry[] => {
    const { number, total, remaining, date } = bill;
    const paid = (byBill.get(bill.id) ?? []).filter(({ amount }) => amount.currency === total.currency);
    const rest = subtract(subtract(total, remaining), sum(paid.map(({ amount }) => amount), total.currency));
    return [
      { on: date, kind: 'bill', bill: number, amount: total },
      ...paid.map(({ on, amount }): Entry => ({ on, kind: 'payment', bill: number, amount: subtract(zero(amount.currency), amount) })),
      ...(rest.amount === 0 ? [] : [{ on: date, kind: 'settled' as const, bill: number, amount: subtract(zero(rest.currency), rest) }]),
    ];
  });
}

/** What was paid for bills; what waits on the account for a bill to come has moved none. */
const paidParts = (payments: readonly Payment[], zone: string) =>
  payments.filter(({ status }) => status === 'paid').flatMap(({ parts, at, settledAt }) => parts.flatMap(({ bill, amount }) => (bill ? [{ billId: bill.id, on: localDate(settledAt ?? at, zone), amount }] : [])));

export function statementsOf(entries: readonly Entry[], from: LocalDate, to: LocalDate): Statement[] {
  return [...Map.groupBy(entries, ({ amount }) => amount.currency)].map(([currency, all]) => {
    const until = (last: (on: LocalDate) => boolean) => sum(all.filter(({ on }) => last(on)).map(({ amount }) => amount), currency);
    const within = all.filter(({ on }) => from <= on && on <= to).toSorted((one, other) => one.on.localeCompare(other.on));
    return { currency, opening: until((on) => on < from), entries: within, closing: until((on) => on <= to) };
  });
}
