import type { BalanceSheet, Money } from '@faceplate/contracts';
import { formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type Figure, figureWords, words } from '../messages.ts';

export type Figures = Omit<BalanceSheet['totals'][number], 'currency'>;

/** Sums on paper: one below the other, a line, the result. */
const SUMMANDS: readonly Exclude<Figure, 'position'>[] = ['due', 'overdue', 'disputed', 'scheduled', 'credit', 'unbilled'];

/**
 * The six figures of an account, written as a sum that a person can follow with a finger.
 *
 * @summary Six figures and what they add up to.
 * @tagname fp-balance-sum
 */
export class BalanceSumElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
        max-inline-size: 26rem;
      }

      th,
      td {
        padding-block: var(--fp-space-1);
        border: 0;
      }

      tbody th {
        inline-size: 100%;
      }

      summary {
        inline-size: fit-content;
        list-style: none;
        text-decoration: underline dotted;
        text-underline-offset: 0.25em;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      .none {
        color: var(--fp-text-quiet);
      }

      tfoot th,
      tfoot td {
        border-block-start: var(--fp-line-width) solid var(--fp-text);
      }
    `,
  ];

  @property({ attribute: false }) figures: Figures | undefined;

  /** Whose figures they are. */
  @property() name = '';

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const { figures } = this;
    if (!figures) return nothing;
    return html`
      <table>
        <caption>${this.name || words.sum()}</caption>
        <tbody>${SUMMANDS.map((figure, index) => this.#renderRow(figure, figures[figure], index === 0 ? '' : '+'))}</tbody>
        <tfoot>${this.#renderRow('position', figures.position, '=')}</tfoot>
      </table>
    `;
  }

  #renderRow(figure: Figure, { amount, currency }: Money, sign: string) {
    const { name, meaning } = figureWords(figure);
    const before = sign && (figure === 'credit' || (amount < 0 && figure !== 'position')) ? '−' : sign;
    const shown = { amount: sign === '=' ? amount : Math.abs(amount), currency };
    return html`
      <tr class=${amount === 0 ? 'none' : nothing} data-figure=${figure}>
        <th scope="row"><details><summary>${name}</summary><p class="quiet small">${meaning}</p></details></th>
        <td class="number">${before}</td>
        <td class="number">${formatMoney(shown, this.locale)}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-balance-sum': BalanceSumElement;
  }
}
