import '@faceplate/client/nouns/bills.js';
import type { BillSummary, FoundCharge, FoundChargeList } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { formatMoney } from '@faceplate/localize';
import { define, heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { BillChosenEvent } from '../events.ts';
import type { PartHost } from '../part.ts';
import { FoundListElement } from './components/found-list.element.ts';
import { amountOf, hasTax } from './found.ts';
import { words } from './messages.ts';

define('fp-found-list', FoundListElement);

/** The lines of all bills in which the words stand. */
export class FindPart {
  readonly #host: PartHost;
  readonly #found: Reading<readonly [string], FoundChargeList>;

  constructor(host: PartHost) {
    this.#host = host;
    this.#found = new Reading(host, {
      args: () => (host.wanted.search ? ([host.wanted.search] as const) : undefined),
      load: ([search], options) => host.services.client.bills.search(search, options),
      changes: ['bills', 'accounts'],
    });
  }

  /** `bills` are those that the filters leave: lines of others are not shown. */
  render(bills: readonly BillSummary[]): unknown {
    const { renderReading } = this.#host;
    const ids = new Set(bills.map(({ id }) => id));
    return renderReading(this.#found, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: (list) => this.#renderFound(list, list.items.filter(({ bill }) => ids.has(bill.id))),
    });
  }

  #renderFound({ total, items }: FoundChargeList, found: readonly FoundCharge[]) {
    const { locale, headingLevel, wanted, ask, open } = this.#host;
    const back = html`<button @click=${() => ask({ search: '' })}>${words.end()}</button>`;
    if (found.length === 0) {
      return html`<fp-status-message tone="info" heading=${words.none(wanted.search)}><p>${words.noneHelp()}</p><span slot="actions">${back}</span></fp-status-message>`;
    }
    return html`
      <div class="stack" part="found">
        ${heading(headingLevel, words.heading(wanted.search), 1)}
        <p>${words.count(found.length, locale)} · ${sumsOf(found, locale)}${hasTax(found) ? nothing : ` · ${words.beforeTax()}`}</p>
        ${total > items.length ? html`<p class="quiet">${words.newest(items.length, total, locale)}</p>` : nothing}
        <fp-found-list
          .found=${found}
          locale=${locale}
          @bill-chosen=${({ billId, chargeId }: BillChosenEvent) => open(billId, chargeId)}
        ></fp-found-list>
        <div>${back}</div>
      </div>
    `;
  }
}

/** One sum a currency. */
function sumsOf(found: readonly FoundCharge[], locale: string): string {
  const taxed = hasTax(found);
  const byCurrency = Object.entries(Object.groupBy(found, ({ net }) => net.currency));
  const sums = byCurrency.map(([currency, lines = []]) => formatMoney(sum(lines.map((line) => amountOf(line, taxed)), currency), locale));
  return new Intl.ListFormat(locale).format(sums);
}
