import type { Month } from '@faceplate/contracts';
import { formatDifference, formatMoney, formatMonth, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, expandIcon, styleProperties, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { groupName, words } from '../messages.ts';
import { type Row, rowsOf, type Sheet } from '../sheet.ts';

const AT_ONCE = 50;

/**
 * What each group came to in the last two months and in all; units unfold into the units below them.
 *
 * @summary Table of spending, a tree where groups form one.
 * @tagname fp-spend-table
 */
export class SpendTableElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    css`
      .toggle {
        min-block-size: 1.75rem;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
      }

      .toggle[aria-expanded='false'] .icon {
        transform: rotate(-90deg);
      }

      .toggle[aria-expanded='false']:dir(rtl) .icon {
        transform: rotate(90deg);
      }

      @container portlet (inline-size < 36rem) {
        .spare {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) sheet: Sheet | undefined;

  @property({ attribute: false }) months: readonly Month[] = [];

  @property() locale = 'en';

  @state() private opened: ReadonlySet<string> = new Set();

  @state() private most = AT_ONCE;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    if (!this.sheet) return nothing;
    const rows = rowsOf(this.sheet.groups, (id) => this.opened.has(id));
    const more = Math.min(AT_ONCE, rows.length - this.most);
    return html`
      <div class="stack">
        <table>
          <caption class="visually-hidden">${words.caption()}</caption>
          <thead>
            <tr>
              <th scope="col">${words.name()}</th>
              ${this.months.slice(-2).map((month) => html`<th scope="col" class="number spare">${formatMonth(month, this.locale, 'medium')}</th>`)}
              <th scope="col" class="number">${words.change()}</th>
              <th scope="col" class="number">${words.total()}</th>
            </tr>
          </thead>
          <tbody>${rows.slice(0, this.most).map((row) => this.#renderRow(row))}</tbody>
        </table>
        ${more > 0 ? html`<button class="quiet" @click=${this.#onMore}>${words.more(more, this.locale)}</button>` : nothing}
      </div>
    `;
  }

  #renderRow({ group, depth, hasParts }: Row) {
    const { id, name, amounts, change, total } = group;
    const shown = html`<bdi>${groupName(name)}</bdi>`;
    return html`
      <tr>
        <th scope="row" ${styleProperties({ 'padding-inline-start': `calc(${depth} * var(--fp-space-4))` })}>
          ${hasParts
            ? html`<button class="toggle" aria-expanded=${this.opened.has(id)} @click=${() => this.#toggle(id)}>${expandIcon()}${shown}</button>`
            : shown}
        </th>
        ${amounts.slice(-2).map((amount) => html`<td class="number spare">${formatMoney(amount, this.locale)}</td>`)}
        <td class="number">${change.amount === 0 ? '–' : formatDifference(change, this.locale)}</td>
        <td class="number">${formatMoney(total, this.locale)}</td>
      </tr>
    `;
  }

  #toggle(id: string) {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  #onMore() {
    this.most += AT_ONCE;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-spend-table': SpendTableElement;
  }
}
