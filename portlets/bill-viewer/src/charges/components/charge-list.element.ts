import type { Bill, Charge } from '@faceplate/contracts';
import { formatMoney, formatNumber, formatPeriod, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { kindWord, words } from '../messages.ts';

/**
 * The charges of a bill, service by service, down to the total that they add up to.
 *
 * @summary Charges, taxes and total of one bill.
 * @tagname fp-charge-list
 *
 * @csspart total - The row with the total of the bill.
 */
export class ChargeListElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    tableStyles,
    css`
      tbody th {
        padding-block-start: var(--fp-space-6);
        font-weight: var(--fp-weight-strong);
      }

      .total {
        font-size: var(--fp-size-lead);
        font-weight: var(--fp-weight-strong);
      }

      @container portlet (inline-size < 30rem) {
        .spare {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) bill: Bill | undefined;

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    if (!this.bill) return nothing;
    const { charges } = this.bill;
    const groups = Object.groupBy(charges, ({ service }) => service?.name ?? '');
    return html`
      <table>
        <caption class="visually-hidden">${words.charges()}</caption>
        <thead>
          <tr>
            <th scope="col">${words.charge()}</th>
            <th scope="col" class="number spare">${words.quantity()}</th>
            <th scope="col" class="number">${words.amount()}</th>
          </tr>
        </thead>
        ${Object.entries(groups).map(([service, lines = []]) => this.#renderGroup(service || words.wholeAccount(), lines))}
        ${this.#renderTotals(this.bill)}
      </table>
    `;
  }

  #renderGroup(service: string, lines: readonly Charge[]) {
    return html`
      <tbody>
        <tr><th scope="rowgroup" colspan="3"><bdi>${service}</bdi></th></tr>
        ${lines.map((line) => this.#renderCharge(line))}
      </tbody>
    `;
  }

  #renderCharge({ name, kind, period, quantity, net }: Charge) {
    const facts = [kindWord(kind), ...(period ? [formatPeriod(period, this.locale)] : [])].join(' · ');
    return html`
      <tr>
        <td><bdi>${name}</bdi><div class="quiet small">${facts}</div></td>
        <td class="number spare">${quantity ? `${formatNumber(quantity.value, this.locale)} ${quantity.unit}` : ''}</td>
        <td class="number">${formatMoney(net, this.locale)}</td>
      </tr>
    `;
  }

  #renderTotals({ net, taxes, total, remaining }: Bill) {
    const paid = { ...total, amount: total.amount - remaining.amount };
    return html`
      <tfoot>
        ${this.#renderSum(words.net(), net)}
        ${taxes.filter(({ amount }) => amount.amount !== 0).map(({ name, rate, amount }) => this.#renderSum(words.tax(name, this.#rateText(rate)), amount))}
        ${this.#renderSum(words.total(), total, 'total')}
        ${paid.amount > 0 ? this.#renderSum(words.paidSoFar(), { ...paid, amount: -paid.amount }) : nothing}
      </tfoot>
    `;
  }

  /** Rates come in per cent, some with a fraction: 19, 8.1. */
  #rateText(rate: number) {
    return formatNumber(rate / 100, this.locale, { style: 'percent', maximumFractionDigits: 2 });
  }

  #renderSum(name: string, amount: Bill['net'], kind = '') {
    return html`
      <tr class=${kind} part=${kind || nothing}>
        <th scope="row">${name}</th>
        <td class="spare"></td>
        <td class="number">${formatMoney(amount, this.locale)}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-charge-list': ChargeListElement;
  }
}
