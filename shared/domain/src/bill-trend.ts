import type { BillSummary, Money, Month } from '@faceplate/contracts';
import { monthOf, monthsUntil } from './calendar.ts';
import { add } from './money.ts';

export interface TrendMonth {
  month: Month;
  /** What the month cost, tax included. Absent when there was no bill: not the same as a bill of nothing. */
  total?: Money;
  bills: number;
}

export interface Trend {
  currency: string;
  /** Oldest first, without holes. */
  months: TrendMonth[];
}

/**
 * The bills of the last months, each in the month in which its period begins, up to the newest, as one line a currency:
 * amounts of two currencies are never added. The currency billed most often comes first.
 */
export function billTrend(bills: readonly Pick<BillSummary, 'period' | 'total'>[], count = 12): Trend[] {
  const last = bills.map(({ period }) => monthOf(period.from)).toSorted().at(-1);
  if (!last) return [];
  const months = monthsUntil(last, count);
  const recent = bills.filter(({ period }) => months.includes(monthOf(period.from)));
  const byCurrency = Object.entries(Object.groupBy(recent, ({ total }) => total.currency));
  return byCurrency
    .toSorted(([one, left], [other, right]) => (right?.length ?? 0) - (left?.length ?? 0) || one.localeCompare(other))
    .map(([currency, group = []]) => ({ currency, months: months.map((month) => monthTotal(month, group)) }));
}

function monthTotal(month: Month, bills: readonly Pick<BillSummary, 'period' | 'total'>[]): TrendMonth {
  const totals = bills.filter(({ period }) => monthOf(period.from) === month).map(({ total }) => total);
  const [first, ...rest] = totals;
  return { month, bills: totals.length, ...(first && { total: rest.reduce(add, first) }) };
}
