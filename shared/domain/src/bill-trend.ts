import type { BillSummary, Money, Month } from '@faceplate/contracts';
import { monthOf, monthsUntil } from './calendar.ts';
import { add } from './money.ts';

export interface TrendMonth {
  month: Month;
  /** What was billed in the month, tax included. Absent when there was no bill: not the same as a bill of nothing. */
  total?: Money;
  bills: number;
}

export interface Trend {
  currency: string;
  /** Oldest first, without holes. */
  months: TrendMonth[];
}

/**
 * The bills of the last months, up to the month of the newest bill, as one line a currency: amounts of two currencies
 * are never added. The currency billed most often comes first.
 */
export function billTrend(bills: readonly Pick<BillSummary, 'date' | 'total'>[], count = 12): Trend[] {
  const last = bills.map(({ date }) => monthOf(date)).toSorted().at(-1);
  if (!last) return [];
  const months = monthsUntil(last, count);
  const recent = bills.filter(({ date }) => months.includes(monthOf(date)));
  const byCurrency = Object.entries(Object.groupBy(recent, ({ total }) => total.currency));
  return byCurrency
    .toSorted(([one, left], [other, right]) => (right?.length ?? 0) - (left?.length ?? 0) || one.localeCompare(other))
    .map(([currency, group = []]) => ({ currency, months: months.map((month) => monthTotal(month, group)) }));
}

function monthTotal(month: Month, bills: readonly Pick<BillSummary, 'date' | 'total'>[]): TrendMonth {
  const totals = bills.filter(({ date }) => monthOf(date) === month).map(({ total }) => total);
  const [first, ...rest] = totals;
  return { month, bills: totals.length, ...(first && { total: rest.reduce(add, first) }) };
}
