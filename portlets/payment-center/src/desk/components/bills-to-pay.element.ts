import { sum } from '@faceplate/domain';
import { formatDate, formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, formStyles, tableStyles } from '@faceplate/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Choice, partsOfAccount, typedAmount } from '../choice.ts';
import type { Desk, OpenBill } from '../desk.ts';
import { PartsTypedEvent, PathChosenEvent } from '../../events.ts';
import { words } from '../../messages.ts';
import { said, wrongWord } from '../messages.ts';

/**
 * What is open, by account, oldest first, and what this payment does to each bill. Where parts are chosen each bill has
 * its own amount, and an account of several bills one for all of them.
 *
 * @summary Table of bills to be paid.
 * @tagname fp-bills-to-pay
 *
 * @fires {PartsTypedEvent} parts-typed - An amount was typed, a bill chosen or left out.
 * @fires {PathChosenEvent} path-chosen - Somebody wants to see a bill.
 */
export class BillsToPayElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    formStyles,
    tableStyles,
    css`
      .account th {
        padding-block-start: var(--fp-space-4);
        font-weight: var(--fp-weight-strong);
      }

      .choice {
        min-block-size: 0;
      }

      td .amount {
        inline-size: 7.5rem;
        text-align: end;
      }

      td .problem {
        white-space: normal;
      }

      @container portlet (inline-size < 44rem) {
        td .amount {
          inline-size: 5.75rem;
          padding-inline: var(--fp-space-2);
        }

        /* There the bill itself says what is open and until when. */
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

  @property({ attribute: false }) desk!: Desk;

  @property({ attribute: false }) choice!: Choice;

  /** What is typed for each bill, where parts are chosen. */
  @property({ attribute: false }) typed: Readonly<Record<string, string>> | undefined;

  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const accounts = Object.values(Object.groupBy(this.desk.bills, ({ account }) => account.id));
    return html`
      <table>
        <caption class="visually-hidden">${said.open()}</caption>
        <thead>
          <tr>
            <th scope="col">${words.bill()}</th>
            <th scope="col" class="spare">${said.due()}</th>
            <th scope="col" class="number spare">${said.isOpen()}</th>
            <th scope="col" class="number">${said.pays()}</th>
          </tr>
        </thead>
        ${accounts.map((bills = []) => this.#renderAccount(bills))}
        <tfoot>
          <tr>
            <th scope="row">${words.total()}</th>
            <td class="spare"></td>
            <td class="number spare">${this.#money(this.desk.total)}</td>
            <td class="number" aria-live="polite">${this.#money(this.choice.total)}</td>
          </tr>
        </tfoot>
      </table>
    `;
  }

  #renderAccount(bills: readonly OpenBill[]) {
    const [first] = bills;
    if (!first) return nothing;
    const paid = this.choice.parts.filter(({ accountId }) => accountId === first.account.id).map(({ amount }) => amount);
    const name = html`<bdi>${first.account.name}</bdi> <span class="quiet small">${said.from(first.origin)}</span>`;
    const all = sum(paid, this.desk.currency);
    return html`
      <tbody>
        <tr class="account">
          <th scope="rowgroup">${name}</th>
          <td class="spare"></td>
          <td class="number spare">${this.#money(sum(bills.map(({ open }) => open), this.desk.currency))}</td>
          <td class="number">${this.typed && bills.length > 1 ? this.#renderAccountAmount(bills, typedAmount(all, this.locale)) : this.#money(all)}</td>
        </tr>
        ${repeat(bills, ({ id }) => id, (bill) => this.#renderBill(bill))}
      </tbody>
    `;
  }

  /** Cut into bills once it is typed to its end: while one types, the bills would jump. */
  #renderAccountAmount(bills: readonly OpenBill[], value: string) {
    return html`<input
      class="amount"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${said.amountOfAccount(bills[0]?.account.name ?? '')}
      .value=${value}
      @change=${({ currentTarget }: Event) => this.#onAccount(bills, (currentTarget as HTMLInputElement).value)}
    />`;
  }

  #renderBill(bill: OpenBill) {
    const { id, number, due, overdue, open } = bill;
    const until = html`${said.until(formatDate(due, this.locale, 'medium'))} ${overdue ? html`<fp-tag tone="critical">${said.overdue()}</fp-tag>` : nothing}`;
    const opener = html`<button type="button" class="opener" @click=${() => this.dispatchEvent(new PathChosenEvent(`/bills/${encodeURIComponent(id)}`))}>${words.billNumber(number)}</button>`;
    return html`
      <tr>
        <td>
          ${this.typed ? html`<div class="choice">${this.#renderTick(bill)}${opener}</div>` : opener}
          <div class="folded small"><span class="number">${this.#money(open)}</span> · ${until}</div>
        </td>
        <td class="spare">${until}</td>
        <td class="number spare">${this.#money(open)}</td>
        <td class="number">${this.typed ? this.#renderAmount(bill) : this.#renderPaid(bill)}</td>
      </tr>
    `;
  }

  #renderTick({ id, number, open }: OpenBill) {
    return html`<input
      type="checkbox"
      aria-label=${said.payThis(number)}
      .checked=${this.typed?.[id] !== undefined}
      @change=${({ currentTarget }: Event) => {
        const { checked } = currentTarget as HTMLInputElement;
        this.#change({ [id]: checked ? typedAmount(open, this.locale) : undefined });
      }}
    />`;
  }

  #renderPaid({ id, open }: OpenBill) {
    const part = this.choice.parts.find(({ billId }) => billId === id);
    if (!part) return html`<span class="quiet">${said.notNow()}</span>`;
    const rest = open.amount - part.amount.amount;
    return html`${this.#money(part.amount)}
    ${rest > 0 ? html`<div class="quiet small">${said.leaves(this.#money({ ...open, amount: rest }))}</div>` : nothing}`;
  }

  #renderAmount({ id, number, open }: OpenBill) {
    const wrong = this.choice.wrong.get(id);
    return html`<input
        class="amount"
        name=${id}
        inputmode="decimal"
        autocomplete="off"
        aria-label=${said.amountOf(number)}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${wrong ? `problem-${id}` : nothing}
        .value=${this.typed?.[id] ?? ''}
        @input=${({ currentTarget }: Event) => this.#change({ [id]: (currentTarget as HTMLInputElement).value || undefined })}
      />
      ${wrong ? html`<p class="problem" id="problem-${id}">${wrongWord(wrong, this.#money(open))}</p>` : nothing}`;
  }

  #money(amount: OpenBill['open']) {
    return formatMoney(amount, this.locale);
  }

  #onAccount(bills: readonly OpenBill[], typed: string) {
    const none = Object.fromEntries(bills.map(({ id }) => [id, undefined]));
    this.#change({ ...none, ...partsOfAccount(bills, typed, this.locale) });
    // What was typed may come to the same parts as before, and must not stand there beside them.
    this.requestUpdate();
  }

  #change(parts: Readonly<Record<string, string | undefined>>) {
    this.dispatchEvent(new PartsTypedEvent(parts));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bills-to-pay': BillsToPayElement;
  }
}
