import type { Money, SpendList } from '@faceplate/contracts';
import { formatMoney, formatMonth } from '@faceplate/localize';
import { html } from 'lit';
import { words } from './messages.ts';

/** The answer alone: what the last month came to, and whether that is more or less than the one before. */
export function cardView({ sheets, months, gaps, awaited = [] }: SpendList, locale: string, see: () => void) {
  const [before = '', last = ''] = months.slice(-2).map((month) => formatMonth(month, locale, 'long'));
  // A month that is not whole says nothing by being less than another.
  const isWhole = gaps.length === 0 && awaited.length === 0;
  const way = html`<div><button @click=${see}>${words.see()}</button></div>`;
  if (sheets.length === 0) return gaps.length > 0 ? way : html`<p class="lead">${words.nothingSpent()}</p><p class="quiet">${words.nothingSpentHelp()}</p>`;
  return html`
    <div class="stack tight">
      <p class="quiet">${isWhole ? words.spent(last) : words.spentAtLeast(last)}</p>
      <p class="figure" part="spent">${new Intl.ListFormat(locale).format(sheets.map(({ sums, currency }) => formatMoney(sums.at(-1) ?? { amount: 0, currency }, locale)))}</p>
      ${isWhole ? sheets.map(({ sums }) => html`<p>${againstBefore(sums.slice(-2), before, locale)}</p>`) : ''}
    </div>
    ${way}
  `;
}

function againstBefore([one, other]: readonly Money[], before: string, locale: string): string {
  const difference = (other?.amount ?? 0) - (one?.amount ?? 0);
  if (!one || difference === 0) return words.same(before);
  const amount = formatMoney({ amount: Math.abs(difference), currency: one.currency }, locale);
  return difference > 0 ? words.more(amount, before) : words.less(amount, before);
}
