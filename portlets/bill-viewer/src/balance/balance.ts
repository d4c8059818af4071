import type { BalanceSheet } from '@faceplate/contracts';
import { define } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { words as shared } from '../messages.ts';
import { BalanceSumElement } from './components/balance-sum.element.ts';
import { words } from './messages.ts';

export { trendView } from './trend.ts';

define('fp-balance-sum', BalanceSumElement);

/** The six figures, a sum a currency; the same for each account where there are several. */
export function sumsView({ totals, accounts }: BalanceSheet, locale: string) {
  if (totals.length === 0) return nothing;
  return html`
    <div class="sums">${totals.map((figures) => html`<fp-balance-sum .figures=${figures} locale=${locale}></fp-balance-sum>`)}</div>
    ${accounts.length > totals.length
      ? html`<details>
          <summary>${words.sumByAccount()}</summary>
          <div class="sums">
            ${accounts.map(
              ({ account, origin, ...figures }) =>
                html`<fp-balance-sum .figures=${figures} name="${account.name} · ${shared.from(origin)}" locale=${locale}></fp-balance-sum>`,
            )}
          </div>
        </details>`
      : nothing}
  `;
}
