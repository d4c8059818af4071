import type { BillSummary, Money } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { formatDate, formatMoney, formatPeriod, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BillChosenEvent } from '../events.ts';
import { statusOf, words } from '../messages.ts';

/** A year of one account; then so many more at each wish that no press draws a thousand rows. */
const AT_FIRST = 12;
const MORE = 60;

/**
 * Bills as rows, newest first, and what they come to, one sum a currency; a year of them until somebody asks for more.
 *
 * @summary Table of bills.
 * @tagname fp-bill-list
 *
 * @fires {BillChosenEvent} bill-chosen - A bill was chosen.
 */
export class BillListElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    css`
      /* What its own columns say where there is room for them. */
      .folded {
        display: none;
      }

      td .opener {
        white-space: nowrap;
      }

      @container portlet (inline-size < 44rem) {
        td .opener {
          white-space: normal;
        }

        .spare {
          display: none;
        }

        .folded {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) bills: readonly BillSummary[] = [];

  /** Columns that would say the same in every row are left out. */
  @property({ type: Boolean }) accounts = false;

  @property() locale = 'en';

  @state() private most = AT_FIRST;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    // Read anew they are the same bills; asked for otherwise they are others, and begin at their beginning.
    if (changed.has('bills') && changed.get('bills')?.[0]?.id !== this.bills[0]?.id) this.most = AT_FIRST;
  }

  override render() {
    const shown = this.bills.slice(0, this.most);
    const older = this.bills.length - shown.length;
    return html`
      <div class="stack">
        <table>
          <caption class="visually-hidden">${words.heading()}</caption>
          <thead>
            <tr>
              <th scope="col">${words.bill()}</th>
              ${this.accounts ? html`<th scope="col" class="spare">${words.account()}</th>` : nothing}
              <th scope="col" class="spare">${words.period()}</th>
              <th scope="col" class="spare">${words.due()}</th>
              <th scope="col" class="spare">${words.status()}</th>
              <th scope="col" class="number">${words.total()}</th>
            </tr>
          </thead>
          <tbody>${shown.map((bill) => this.#renderRow(bill))}</tbody>
          <tfoot>${sumsOf(this.bills).map((sum) => this.#renderSum(sum))}</tfoot>
        </table>
        ${older > 0 ? html`<button class="quiet" @click=${this.#onOlder}>${words.older(Math.min(older, MORE), this.locale)}</button>` : nothing}
      </div>
    `;
  }

  #renderRow({ id, number, account, origin, period, due, status, total, disputed }: BillSummary) {
    const { tone, word } = statusOf(status);
    const state = html`<fp-tag tone=${tone}>${word}</fp-tag>${disputed?.amount ? html`<div class="quiet small">${words.inDispute(formatMoney(disputed, this.locale))}</div>` : nothing}`;
    return html`
      <tr>
        <td>
          <button class="opener" data-opens=${id} @click=${() => this.dispatchEvent(new BillChosenEvent(id))}>${words.open(number)}</button>
          <div class="folded quiet small">${formatPeriod(period, this.locale)}${this.accounts ? html`<br /><bdi>${account.name}</bdi> · ${words.from(origin)}` : nothing}</div>
        </td>
        ${this.accounts ? html`<td class="spare"><bdi>${account.name}</bdi><div class="quiet small">${words.from(origin)}</div></td>` : nothing}
        <td class="spare">${formatPeriod(period, this.locale)}</td>
        <td class="spare">${formatDate(due, this.locale, 'medium')}</td>
        <td class="spare">${state}</td>
        <td class="number">${formatMoney(total, this.locale)}<div class="folded">${state}</div></td>
      </tr>
    `;
  }

  /** The same cells as above it: hidden columns must not leave a hole. */
  #renderSum({ count, total, remaining }: Sum) {
    const { locale } = this;
    const spare = html`<td class="spare"></td>`;
    return html`
      <tr data-currency=${total.currency}>
        <th scope="row">${words.sumOfBills(count, locale)}</th>
        ${this.accounts ? spare : nothing}${spare}${spare}${spare}
        <td class="number">
          ${formatMoney(total, locale)}
          ${remaining.amount ? html`<div class="quiet small">${words.stillOpen(formatMoney(remaining, locale))}</div>` : nothing}
        </td>
      </tr>
    `;
  }

  #onOlder() {
    this.most += MORE;
  }
}

interface Sum {
  readonly count: number;
  readonly total: Money;
  readonly remaining: Money;
}

/** Two currencies are never added. */
function sumsOf(bills: readonly BillSummary[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { total, remaining } of bills) {
    const known = sums.get(total.currency);
    const { count, total: sum, remaining: open } = known ?? { count: 0, total: { ...total, amount: 0 }, remaining: { ...remaining, amount: 0 } };
    sums.set(total.currency, { count: count + 1, total: add(sum, total), remaining: add(open, remaining) });
  }
  return [...sums.values()];
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bill-list': BillListElement;
  }
}
