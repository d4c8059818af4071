import type { BillSummary } from '@faceplate/contracts';
import { formatDate, formatMoney, formatPeriod, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BillChosenEvent } from '../events.ts';
import { statusOf, words } from '../messages.ts';

const AT_FIRST = 12;

/**
 * Bills as rows, newest first; a year of them until somebody asks for more.
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

  @state() private whole = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const shown = this.whole ? this.bills : this.bills.slice(0, AT_FIRST);
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
        </table>
        ${older > 0 ? html`<button class="quiet" @click=${this.#onOlder}>${words.older(older, this.locale)}</button>` : nothing}
      </div>
    `;
  }

  #renderRow({ id, number, account, origin, period, due, status, total }: BillSummary) {
    const { tone, word } = statusOf(status);
    const state = html`<fp-tag tone=${tone}>${word}</fp-tag>`;
    return html`
      <tr>
        <td>
          <button class="opener" data-opens=${id} @click=${() => this.dispatchEvent(new BillChosenEvent(id))}>${words.open(number)}</button>
          <div class="folded quiet small">${this.accounts ? html`<bdi>${account.name}</bdi> · ` : nothing}${formatPeriod(period, this.locale)}</div>
        </td>
        ${this.accounts ? html`<td class="spare"><bdi>${account.name}</bdi><div class="quiet small">${words.from(origin)}</div></td>` : nothing}
        <td class="spare">${formatPeriod(period, this.locale)}</td>
        <td class="spare">${formatDate(due, this.locale, 'medium')}</td>
        <td class="spare">${state}</td>
        <td class="number">${formatMoney(total, this.locale)}<div class="folded">${state}</div></td>
      </tr>
    `;
  }

  #onOlder() {
    this.whole = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bill-list': BillListElement;
  }
}
