import type { Bill, Charge, Money } from '@faceplate/contracts';
import { formatMoney, formatNumber, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { factsText, quantityText } from '../charge-facts.ts';
import { ChargeChosenEvent } from '../events.ts';
import { words } from '../messages.ts';

/**
 * The charges of a bill, service by service, down to the total that they add up to.
 *
 * @summary Charges, taxes and total of one bill.
 * @tagname fp-charge-list
 *
 * @slot detail - What is to be said about the line that is open.
 * @csspart total - The row with the total of the bill.
 * @fires {ChargeChosenEvent} charge-chosen - A line was opened or closed.
 */
export class ChargeListElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    css`
      tbody th {
        padding-block-start: var(--fp-space-6);
        font-weight: var(--fp-weight-strong);
      }

      tr.open > td {
        border-block-end: 0;
      }

      .detail {
        padding-block: 0 var(--fp-space-4);
        padding-inline: var(--fp-space-4);
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

  /** The lines to show; all that the bill has, or those that were looked for. */
  @property({ attribute: false }) charges: readonly Charge[] = [];

  /** The line that is open, by its id. */
  @property() open = '';

  /** Without the sums: they stand elsewhere, or the lines are only some. */
  @property({ type: Boolean }) bare = false;

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    if (!this.bill) return nothing;
    const groups = Map.groupBy(this.charges, ({ service }) => service?.name ?? '');
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
        ${[...groups].map(([service, lines]) => this.#renderGroup(service || words.wholeAccount(), lines))}
        ${this.bare ? nothing : this.#renderTotals(this.bill)}
      </table>
    `;
  }

  /** Brings a line into sight and the focus to it. */
  land(chargeId: string): void {
    const opener = this.renderRoot.querySelector<HTMLElement>(`[data-charge="${CSS.escape(chargeId)}"]`);
    opener?.scrollIntoView({ block: 'center' });
    opener?.focus();
  }

  #renderGroup(service: string, lines: readonly Charge[]) {
    return html`
      <tbody>
        <tr><th scope="rowgroup" colspan="3"><bdi>${service}</bdi></th></tr>
        ${lines.map((line) => this.#renderCharge(line))}
      </tbody>
    `;
  }

  #renderCharge(charge: Charge) {
    const { id, name, quantity, net, dispute } = charge;
    const open = id === this.open;
    return html`
      <tr class=${open ? 'open' : ''}>
        <td>
          <button class="opener" data-charge=${id} aria-expanded=${open} @click=${() => this.dispatchEvent(new ChargeChosenEvent(open ? '' : id))}><bdi>${name}</bdi></button>
          <div class="quiet small">${factsText(charge, this.locale)}</div>
          ${dispute?.open ? html`<fp-tag tone="notice">${words.inDispute()}</fp-tag>` : nothing}
        </td>
        <td class="number spare">${quantity ? quantityText(quantity, this.locale) : ''}</td>
        <td class="number">${formatMoney(net, this.locale)}</td>
      </tr>
      ${open ? html`<tr><td class="detail" colspan="3"><slot name="detail"></slot></td></tr>` : nothing}
    `;
  }

  #renderTotals({ net, taxes, total, remaining, disputed, applied = [] }: Bill) {
    const credits = applied.filter(({ kind }) => kind === 'credit');
    const credited = credits.reduce((sofar, { amount }) => sofar + amount.amount, 0);
    const paid = total.amount - remaining.amount - credited;
    const of = (amount: number): Money => ({ ...total, amount });
    return html`
      <tfoot>
        ${this.#renderSum(words.net(), net)}
        ${taxes.filter(({ amount }) => amount.amount !== 0).map(({ name, rate, amount }) => this.#renderSum(words.tax(name, this.#rateText(rate)), amount))}
        ${this.#renderSum(words.total(), total, 'total')}
        ${paid > 0 ? this.#renderSum(words.paidSoFar(), of(-paid)) : nothing}
        ${credits.map(({ name, amount }) => this.#renderSum(name ?? words.credited(), of(-amount.amount)))}
        ${disputed ? this.#renderSum(words.disputedSum(), of(-disputed.amount)) : nothing}
        ${paid > 0 || credited > 0 || disputed ? this.#renderSum(words.stillDue(), of(remaining.amount - (disputed?.amount ?? 0)), 'total') : nothing}
      </tfoot>
    `;
  }

  /** Rates come in per cent, some with a fraction: 19, 8.1. */
  #rateText(rate: number) {
    return formatNumber(rate / 100, this.locale, { style: 'percent', maximumFractionDigits: 2 });
  }

  #renderSum(name: string, amount: Money, kind = '') {
    return html`
      <tr class=${kind} part=${kind || nothing}>
        <th scope="row"><bdi>${name}</bdi></th>
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
