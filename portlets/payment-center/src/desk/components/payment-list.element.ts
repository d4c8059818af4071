import type { Payment } from '@faceplate/contracts';
import { formatInstant, formatMoney, isolated, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PathChosenEvent } from '../../events.ts';
import { words } from '../../messages.ts';
import { statusOf } from '../../status-words.ts';
import { said } from '../messages.ts';

const AT_FIRST = 6;

/**
 * Payments, newest first; a few until somebody asks for more.
 *
 * @summary Table of payments.
 * @tagname fp-payment-list
 *
 * @fires {PathChosenEvent} path-chosen - Somebody wants to see a payment.
 */
export class PaymentListElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    tableStyles,
    css`
      @container portlet (inline-size < 44rem) {
        .spare {
          display: none;
        }
      }

      @container portlet (inline-size >= 44rem) {
        .folded {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) payments: readonly Payment[] = [];

  @property() locale = 'en';

  /** IANA zone of whoever looks. */
  @property() zone = 'UTC';

  @state() private whole = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const shown = this.whole ? this.payments : this.payments.slice(0, AT_FIRST);
    const older = this.payments.length - shown.length;
    return html`
      <div class="stack">
        <table>
          <caption class="visually-hidden">${said.past()}</caption>
          <thead>
            <tr>
              <th scope="col">${said.day()}</th>
              <th scope="col" class="spare">${said.with()}</th>
              <th scope="col" class="spare">${said.status()}</th>
              <th scope="col" class="number">${words.amount()}</th>
            </tr>
          </thead>
          <tbody>${shown.map((payment) => this.#renderRow(payment))}</tbody>
        </table>
        ${older > 0 ? html`<button class="quiet" @click=${this.#onOlder}>${said.older(older, this.locale)}</button>` : nothing}
      </div>
    `;
  }

  #renderRow({ id, reference, at, means, status, amount }: Payment) {
    const { tone, word } = statusOf(status);
    const tag = html`<fp-tag tone=${tone}>${word}</fp-tag>`;
    const path = `/payments/${encodeURIComponent(id)}`;
    return html`
      <tr>
        <td>
          <button class="opener" data-opens=${id} @click=${() => this.dispatchEvent(new PathChosenEvent(path))}>
            ${said.paymentOf(formatInstant(at, this.locale, this.zone, 'day'))}
          </button>
          <div class="quiet small">${words.reference(reference)}</div>
        </td>
        <td class="spare">${means ? isolated(means.name) : nothing}</td>
        <td class="spare">${tag}</td>
        <td class="number">${formatMoney(amount, this.locale)}<div class="folded">${tag}</div></td>
      </tr>
    `;
  }

  #onOlder() {
    this.whole = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-payment-list': PaymentListElement;
  }
}
