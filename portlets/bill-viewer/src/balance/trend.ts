import type { BillSummary } from '@faceplate/contracts';
import { billTrend, subtract, type Trend } from '@faceplate/domain';
import { formatMoney, formatMonth } from '@faceplate/localize';
import type { Bar } from '@faceplate/ui';
import { html } from 'lit';
import { words as shared } from '../messages.ts';
import { words } from './messages.ts';

/** How the bills of a year went, a picture a currency. */
export const trendView = (bills: readonly BillSummary[], locale: string) =>
  billTrend(bills).map(
    (trend) => html`<fp-chart-bars
      .bars=${barsOf(trend, locale)}
      caption=${answerOf(trend, locale)}
      name-heading=${words.month()}
      value-heading=${shared.total()}
    ></fp-chart-bars>`,
  );

function barsOf({ months, currency }: Trend, locale: string): Bar[] {
  return months.map(({ month, total = { amount: 0, currency } }) => ({
    label: formatMonth(month, locale, 'short'),
    name: formatMonth(month, locale, 'long'),
    value: total.amount,
    text: formatMoney(total, locale),
  }));
}

/** What the picture says, in a sentence: the last month against the one before. */
function answerOf({ months }: Trend, locale: string): string {
  const [before, last] = months.slice(-2);
  if (!before?.total || !last?.total) return words.trendOnly();
  const difference = subtract(last.total, before.total);
  const month = formatMonth(before.month, locale, 'long');
  const amount = formatMoney({ ...difference, amount: Math.abs(difference.amount) }, locale);
  if (difference.amount === 0) return words.trendSame(month);
  return difference.amount > 0 ? words.trendMore(amount, month) : words.trendLess(amount, month);
}
