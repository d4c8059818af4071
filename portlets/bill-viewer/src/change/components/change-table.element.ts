import type { BillChange, Cause } from '@faceplate/contracts';
import { formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { sentenceOf } from '../cause-words.ts';
import { words } from '../messages.ts';

/**
 * The causes as a table, none folded: from what the last bill came to, to what this one does.
 *
 * @summary Table twin of the picture of a bill's change.
 * @tagname fp-change-table
 */
export class ChangeTableElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    tableStyles,
    css`
      @container portlet (inline-size < 36rem) {
        .spare {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) change: BillChange | undefined;

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    if (!this.change) return nothing;
    const { causes, bill, against, difference } = this.change;
    return html`
      <table>
        <caption class="visually-hidden">${words.causes()}</caption>
        <thead>
          <tr>
            <th scope="col">${words.cause()}</th>
            <th scope="col" class="number spare">${words.before()}</th>
            <th scope="col" class="number spare">${words.now()}</th>
            <th scope="col" class="number">${words.difference()}</th>
          </tr>
        </thead>
        <tbody>${causes.map((cause) => this.#renderCause(cause))}</tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.total()}</th>
            <td class="number spare">${formatMoney(against.total, this.locale)}</td>
            <td class="number spare">${formatMoney(bill.total, this.locale)}</td>
            <td class="number">${formatMoney(difference, this.locale)}</td>
          </tr>
        </tfoot>
      </table>
    `;
  }

  #renderCause(cause: Cause) {
    const { change, locale } = this;
    return html`
      <tr>
        <th scope="row">${change ? sentenceOf(cause, change, locale) : nothing}</th>
        <td class="number spare">${formatMoney(cause.before, locale)}</td>
        <td class="number spare">${formatMoney(cause.after, locale)}</td>
        <td class="number">${formatMoney(cause.amount, locale)}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-change-table': ChangeTableElement;
  }
}
