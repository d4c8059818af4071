import type { FaceplateClient } from '@faceplate/client';
import type { Bill, BillList } from '@faceplate/contracts';
import { billTrend, subtract, type Trend } from '@faceplate/domain';
import { formatDate, formatMoney, formatMonth, formatPeriod } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, type Bar, downloadIcon } from '@faceplate/ui';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { styles } from './bill-viewer.styles.ts';
import { DocumentController } from './document.controller.ts';
import { type BillChosenEvent, BillOpenedEvent } from './events.ts';
import { statusOf, words } from './messages.ts';
import { owedOf } from './owed.ts';

/**
 * Shows the bills of all accounts in one list, and one bill down to its charges.
 *
 * @summary Bills: what is owed, what for, and how it went over a year.
 * @tagname fp-bill-viewer
 *
 * @slot help - What to offer a customer who does not understand the bill.
 * @csspart owed - The amount owed.
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {BillOpenedEvent} fp-bill-opened - The customer opened a bill.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class BillViewerElement extends PortletElement<Pick<FaceplateClient, 'bills'>> {
  static override styles = [PortletElement.styles, styles];

  /** The bill to show; empty for the list. */
  @property({ attribute: 'bill-id' }) billId = '';

  readonly #bills = new Reading(this, {
    args: () => (this.billId ? undefined : ([this.activeAccount] as const)),
    load: ([account], options) => this.services.client.bills.list(account || undefined, options),
    changes: ['bills', 'accounts'],
  });

  readonly #bill = new Reading(this, {
    args: () => (this.billId ? ([this.billId] as const) : undefined),
    load: ([billId], options) => this.services.client.bills.get(billId, options),
    changes: ['bills'],
  });

  protected override get page() {
    return this.billId;
  }

  readonly #document = new DocumentController(this, () => this.services.client.bills);

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('billId')) this.#document.reset();
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    return this.billId ? this.#renderOne() : this.#renderAll();
  }

  #renderAll() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#bills, {
          loading: () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => this.#renderEmpty(),
          ready: (bills) => html`${this.#renderOwed(bills)} ${this.#renderTrend(bills)} ${this.#renderList(bills)}`,
        })}
      </section>
    `;
  }

  #renderCard() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#bills, {
          loading: () => html`<fp-skeleton figure lines="2"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0,
          empty: () => this.#renderEmpty(),
          ready: (bills) => html`${this.#renderOwed(bills)}
            <div><button @click=${() => this.#go('')}>${words.seeAll()}</button></div>`,
        })}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderEmpty() {
    if (this.view === 'card') return html`<p class="lead">${words.none()}</p><p class="quiet">${words.noneHelp()}</p>`;
    return html`<fp-status-message tone="info" heading=${words.none()}><p>${words.noneHelp()}</p></fp-status-message>`;
  }

  /** With bills missing neither "all paid" nor a plain sum would be true. */
  #renderOwed({ items, gaps }: BillList) {
    const { sums, overdue, next } = owedOf(items);
    if (sums.length === 0) return gaps.length > 0 ? nothing : html`<p class="lead">${words.nothingOwed()}</p>`;
    const locale = this.activeLocale;
    return html`
      <div class="stack tight">
        <p class="quiet">${gaps.length > 0 ? words.owedAtLeast() : words.owed()}</p>
        <p part="owed" class="figure">${new Intl.ListFormat(locale).format(sums.map((sum) => formatMoney(sum, locale)))}</p>
        ${overdue > 0 ? html`<p><fp-tag tone="critical">${words.overdue(overdue, locale)}</fp-tag></p>` : nothing}
        ${next && overdue === 0 ? html`<p>${words.nextDue(formatDate(next, locale, 'weekday'))}</p>` : nothing}
      </div>
    `;
  }

  #renderTrend({ items }: BillList) {
    return billTrend(items).map(
      (trend) => html`<fp-chart-bars
        .bars=${this.#barsOf(trend)}
        caption=${this.#answerOf(trend)}
        name-heading=${words.month()}
        value-heading=${words.total()}
      ></fp-chart-bars>`,
    );
  }

  #barsOf({ months, currency }: Trend): Bar[] {
    const locale = this.activeLocale;
    return months.map(({ month, total = { amount: 0, currency } }) => ({
      label: formatMonth(month, locale, 'short'),
      name: formatMonth(month, locale, 'long'),
      value: total.amount,
      text: formatMoney(total, locale),
    }));
  }

  /** What the picture says, in a sentence: the last month against the one before. */
  #answerOf({ months }: Trend): string {
    const [before, last] = months.slice(-2);
    if (!before?.total || !last?.total) return words.trendOnly();
    const difference = subtract(last.total, before.total);
    const month = formatMonth(before.month, this.activeLocale, 'long');
    const amount = formatMoney({ ...difference, amount: Math.abs(difference.amount) }, this.activeLocale);
    if (difference.amount === 0) return words.trendSame(month);
    return difference.amount > 0 ? words.trendMore(amount, month) : words.trendLess(amount, month);
  }

  #renderList({ items }: BillList) {
    const accounts = new Set(items.map(({ account }) => account.id)).size > 1;
    return html`<fp-bill-list
      .bills=${items}
      .accounts=${accounts}
      locale=${this.activeLocale}
      @bill-chosen=${this.#onChosen}
    ></fp-bill-list>`;
  }

  #renderOne() {
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(this.#bill, {
          loading: () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="8"></fp-skeleton>`,
          failed: () => this.#renderHeading(),
          notFound: () => html`<fp-status-message part="problem" tone="info" heading=${words.notFound()}></fp-status-message>`,
          ready: (bill) => this.#renderBill(bill),
        })}
        <slot name="help"></slot>
      </section>
    `;
  }

  #renderBill(bill: Bill) {
    const { tone, word } = statusOf(bill.status);
    const locale = this.activeLocale;
    const open = bill.remaining.amount > 0;
    return html`
      <div class="row apart">
        <div class="stack tight">
          ${heading(this.headingLevel, words.billHeading(bill.number))}
          <p class="quiet">${formatPeriod(bill.period, locale)} · <bdi>${bill.account.name}</bdi> · ${words.from(bill.origin)}</p>
        </div>
        ${this.#renderDocument(bill)}
      </div>
      <div class="stack tight">
        <p class="quiet">${open ? words.toPay() : words.total()}</p>
        <p part="owed" class="figure">${formatMoney(open ? bill.remaining : bill.total, locale)}</p>
        <p class="row"><fp-tag tone=${tone}>${word}</fp-tag> ${open ? html`<span>${words.until(formatDate(bill.due, locale, 'weekday'))}</span>` : nothing}</p>
      </div>
      <fp-charge-list .bill=${bill} locale=${locale}></fp-charge-list>
    `;
  }

  #renderDocument({ id, number }: Bill) {
    const { step } = this.#document.state;
    const said = { idle: '', fetching: words.pdfRunning(), saved: words.pdfDone(), failed: words.pdfFailed() }[step];
    return html`
      <div class="stack tight">
        <button aria-disabled=${step === 'fetching'} @click=${() => this.run(() => this.#document.save(id, `${number}.pdf`))}>
          ${downloadIcon()}<span>${words.pdf()}</span>
        </button>
        <p role="status" class="small">${said}</p>
      </div>
    `;
  }

  #onChosen({ billId }: BillChosenEvent) {
    this.#go(billId);
    this.dispatchEvent(new BillOpenedEvent(billId));
  }

  #go(billId: string) {
    if (this.view === 'full') this.billId = billId;
    this.services.navigate(billId ? `/bills/${encodeURIComponent(billId)}` : '/bills');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-bill-viewer': BillViewerElement;
  }
}
