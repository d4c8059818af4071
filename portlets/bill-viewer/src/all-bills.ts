import type { BillList } from '@faceplate/contracts';
import { billTrend, subtract, type Trend } from '@faceplate/domain';
import { formatDate, formatMoney, formatMonth } from '@faceplate/localize';
import type { Bar } from '@faceplate/ui';
import { html, nothing } from 'lit';
import type { BillChosenEvent } from './events.ts';
import { words } from './messages.ts';
import { owedOf } from './owed.ts';

export const emptyView = (inCard: boolean) =>
  inCard
    ? html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`
    : html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`;

/** With bills missing neither "all paid" nor a plain sum would be true. */
export function owedView({ items, gaps }: BillList, locale: string) {
  const { sums, overdue, next } = owedOf(items);
  if (sums.length === 0) return gaps.length > 0 ? nothing : html`<p class="lead">${words.nothingOwed()}</p>`;
  return html`
    <div class="stack tight">
      <p class="quiet">${gaps.length > 0 ? words.owedAtLeast() : words.owed()}</p>
      <p part="owed" class="figure">${new Intl.ListFormat(locale).format(sums.map((sum) => formatMoney(sum, locale)))}</p>
      ${overdue > 0 ? html`<p><fp-tag tone="critical">${words.overdue(overdue, locale)}</fp-tag></p>` : nothing}
      ${next && overdue === 0 ? html`<p>${words.nextDue(formatDate(next, locale, 'weekday'))}</p>` : nothing}
    </div>
  `;
}

export const trendView = ({ items }: BillList, locale: string) =>
  billTrend(items).map(
    (trend) => html`<fp-chart-bars
      .bars=${barsOf(trend, locale)}
      caption=${answerOf(trend, locale)}
      name-heading=${words.month()}
      value-heading=${words.total()}
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

export function listView({ items }: BillList, locale: string, choose: (event: BillChosenEvent) => void) {
  const accounts = new Set(items.map(({ account }) => account.id)).size > 1;
  return html`<fp-bill-list .bills=${items} .accounts=${accounts} locale=${locale} @bill-chosen=${choose}></fp-bill-list>`;
}
