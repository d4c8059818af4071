import type { FoundCharge } from '@faceplate/contracts';
import { formatDate, formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BillChosenEvent } from '../../events.ts';
import { words as shared } from '../../messages.ts';
import { amountOf, hasTax } from '../found.ts';
import { words } from '../messages.ts';

const AT_ONCE = 50;

/**
 * Lines that were found, each with the bill it stands on.
 *
 * @summary Table of found lines.
 * @tagname fp-found-list
 *
 * @fires {BillChosenEvent} bill-chosen - A line was chosen.
 */
export class FoundListElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    css`
      .folded {
        display: none;
      }

      @container portlet (inline-size < 36rem) {
        .spare {
          display: none;
        }

        .folded {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) found: readonly FoundCharge[] = [];

  @property() locale = 'en';

  @state() private most = AT_ONCE;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const taxed = hasTax(this.found);
    const more = Math.min(AT_ONCE, this.found.length - this.most);
    return html`
      <div class="stack">
        <table>
          <caption class="visually-hidden">${words.lines()}</caption>
          <thead>
            <tr>
              <th scope="col">${words.line()}</th>
              <th scope="col" class="spare">${shared.bill()}</th>
              <th scope="col" class="number">${taxed ? words.amount() : words.beforeTax()}</th>
            </tr>
          </thead>
          <tbody>${this.found.slice(0, this.most).map((line) => this.#renderLine(line, taxed))}</tbody>
        </table>
        ${more > 0 ? html`<button class="quiet" @click=${this.#onMore}>${words.more(more, this.locale)}</button>` : nothing}
      </div>
    `;
  }

  #renderLine(line: FoundCharge, taxed: boolean) {
    const { id, name, service, bill } = line;
    const where = `${shared.open(bill.number)} · ${formatDate(bill.date, this.locale)}`;
    return html`
      <tr>
        <td>
          <button class="opener" @click=${() => this.dispatchEvent(new BillChosenEvent(bill.id, id))}><bdi>${name}</bdi></button>
          ${service ? html`<div class="quiet small"><bdi>${service.name}</bdi></div>` : nothing}
          <div class="folded quiet small">${where}</div>
        </td>
        <td class="spare">${where}</td>
        <td class="number">${formatMoney(amountOf(line, taxed), this.locale)}</td>
      </tr>
    `;
  }

  #onMore() {
    this.most += AT_ONCE;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-found-list': FoundListElement;
  }
}
