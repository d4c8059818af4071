import type { BalanceSheet, BillList, PaymentList } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { formatMoney } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, formStyles, tableStyles } from '@faceplate/ui';
import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { type Closed, closedBy } from './closed.ts';
import type { Desk } from './desk.ts';
import { deskSentence, heldBack } from './desk-templates.ts';
import type { PathChosenEvent } from './events.ts';
import { words } from './messages.ts';
import { lend } from './lend.ts';
import { type PayingClient, zoneHere } from './part.ts';
import { PayingDesk } from './paying-desk.ts';
import { PaymentPart } from './payment/payment-part.ts';
import { styles } from './payment-center.styles.ts';

const NO_PAYMENTS: PaymentList = { items: [], total: 0, gaps: [] };

/**
 * What is open over all accounts and billing systems, paying it, and what became of each payment.
 *
 * @summary Payments: what is open, paying it, receipts.
 * @tagname fp-payment-center
 *
 * @csspart to-pay - The sum that can be paid now.
 * @csspart problem - The message shown when something cannot be read or paid.
 * @csspart closed - The message shown where nobody can pay.
 * @csspart news - How far a payment is.
 * @csspart parts - The table of what a payment is for.
 * @csspart note - The message above data that is old or incomplete.
 * @fires {PaymentPaidEvent} fp-payment-paid - The provider confirmed a payment while the customer was waiting here.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class PaymentCenterElement extends PortletElement<PayingClient> {
  static override styles = [PortletElement.styles, formStyles, tableStyles, styles];

  /** The payment to show; empty for what is open. */
  @property({ attribute: 'payment-id' }) paymentId = '';

  /** Id of the bill to pay, filled in at first. */
  @property() bill = '';

  /** All that is open is to be paid: chosen at first, never paid by itself. */
  @property() all = '';

  readonly #bills = new Reading(this, {
    args: () => (this.paymentId || this.view === 'card' ? undefined : ([this.activeAccount] as const)),
    load: ([account], options) => this.#readBills(account, options),
    changes: ['bills', 'accounts'],
  });

  readonly #payments = new Reading(this, {
    args: () => (this.paymentId || this.view === 'card' ? undefined : ([] as const)),
    load: (_, options) => this.#readPayments(options),
    changes: ['payments'],
  });

  readonly #means = new Reading(this, {
    args: () => (this.paymentId || this.view === 'card' || this.mode === 'agent' ? undefined : ([] as const)),
    load: (_, options) => this.services.client.payments.means(options),
    changes: ['payments', 'accounts'],
  });

  readonly #payment = new Reading(this, {
    args: () => (this.paymentId ? ([this.paymentId] as const) : undefined),
    // What waits for an answer must not be told from memory.
    load: ([paymentId], options) => this.services.client.payments.get(paymentId, { ...options, atMost: 500 }),
    changes: ['payments'],
  });

  readonly #balance = new Reading(this, {
    args: () => (this.view === 'card' ? ([] as const) : undefined),
    load: (_, options) => this.services.client.payments.balance(options),
    changes: ['bills', 'payments', 'accounts'],
  });

  readonly #lent = lend(this, {
    locale: () => this.activeLocale,
    renderReading: (reading, views) => this.renderReading(reading, views),
    run: (work) => this.run(work),
  });
  readonly #desk = new PayingDesk(this.#lent, this.#means, ({ id }) => {
    // Whoever has gone elsewhere meanwhile is left there; the payment stands in the list.
    if (!this.isConnected || this.paymentId) return;
    this.#goesOn = id;
    this.#go(id);
  });
  readonly #one = new PaymentPart(this.#lent, this.#payment, (payment) => {
    this.#desk.again(payment);
    this.#go('');
  });
  /** The payment that was made here a moment ago: if it goes on at the provider's, so does the customer. */
  #goesOn = '';

  protected override get page() {
    return this.paymentId;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('paymentId')) this.#one.reset();
    const { value } = this.#bills;
    if (value && (changed.has('bill') || changed.has('all') || !this.hasUpdated)) this.#ask(value);
  }

  protected override updated() {
    const payment = this.#payment.value;
    if (!this.isConnected || !payment || payment.id !== this.#goesOn) return;
    this.#goesOn = '';
    this.#one.goOn();
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    return this.paymentId ? this.#renderOne() : this.#renderAll();
  }

  #renderAll() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#bills, {
          loading: () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`,
          ready: (bills) => this.#renderOpen(bills),
        })}
      </section>
    `;
  }

  /** What is on its way must be known before anything is offered to be paid, unless nothing can be paid here anyway. */
  #renderOpen(bills: BillList) {
    const { state } = this.#payments;
    const closed = state.step === 'failed' ? closedBy(state.cause) : undefined;
    if (closed) return this.#renderDesk(bills, NO_PAYMENTS, closed);
    return this.renderReading(this.#payments, {
      loading: () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`,
      ready: (payments) => this.#renderDesk(bills, payments),
    });
  }

  #renderDesk(bills: BillList, payments: PaymentList, closed?: Closed) {
    const desks = this.#desk.desks(bills, payments);
    const held = desks.flatMap((desk) => desk.held);
    const level = this.headingLevel;
    return html`
      ${this.#renderSum(desks, bills.gaps.length > 0)} ${this.#desk.render(desks, closed)}
      ${held.length > 0 ? html`${heading(level, words.held(), 1)} ${heldBack(held, this.activeLocale, (path) => this.#follow(path))}` : nothing}
      ${closed ? nothing : html`${heading(level, words.past(), 1)} ${this.#renderPayments(payments)}`}
    `;
  }

  #renderPayments({ items }: PaymentList) {
    if (items.length === 0) return html`<p class="quiet">${words.pastNone()}</p>`;
    return html`<fp-payment-list
      .payments=${items}
      locale=${this.activeLocale}
      zone=${zoneHere()}
      @path-chosen=${({ path }: PathChosenEvent) => this.#follow(path)}
    ></fp-payment-list>`;
  }

  /** With bills missing neither "nothing" nor a plain sum would be true. */
  #renderSum([desk]: readonly Desk[], partial: boolean) {
    const locale = this.activeLocale;
    if (!desk || desk.bills.length === 0) {
      if (partial) return nothing;
      return html`<div class="stack tight"><p class="lead">${words.nothing()}</p><p class="quiet">${words.nothingHelp()}</p></div>`;
    }
    return html`<div class="stack tight">
      <p class="quiet">${partial ? words.toPayAtLeast() : words.toPay()}</p>
      <p part="to-pay" class="figure">${formatMoney(desk.total, locale)}</p>
      ${deskSentence(desk, locale)}
    </div>`;
  }

  #renderCard() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#balance, {
          loading: () => html`<fp-skeleton figure lines="2"></fp-skeleton>`,
          ready: (sheet) => this.#renderAnswer(sheet),
        })}
      </section>
    `;
  }

  /** Of the six figures those that ask for money now. */
  #renderAnswer({ totals, gaps }: BalanceSheet) {
    const locale = this.activeLocale;
    const sums = totals.map(({ due, overdue }) => add(due, overdue)).filter(({ amount }) => amount > 0);
    if (sums.length === 0) return html`${gaps.length > 0 ? nothing : html`<p class="lead">${words.nothing()}</p>`} ${this.#renderWay(words.seeAll(), '/payments')}`;
    const shown = new Intl.ListFormat(locale).format(sums.map((one) => formatMoney(one, locale)));
    const late = totals.map(({ overdue }) => overdue).filter(({ amount }) => amount > 0);
    return html`
      <div class="stack tight">
        <p class="quiet">${gaps.length > 0 ? words.toPayAtLeast() : words.toPay()}</p>
        <p part="to-pay" class="figure">${shown}</p>
        <p>${late.length > 0 ? words.lateOf(new Intl.ListFormat(locale).format(late.map((one) => formatMoney(one, locale)))) : words.inTime()}</p>
      </div>
      ${this.#renderWay(words.pay(shown), '/payments?all=1')}
    `;
  }

  #renderWay(said: string, path: string) {
    return html`<div><button @click=${() => this.services.navigate(path)}>${said}</button></div>`;
  }

  #renderOne() {
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.#one.render(() => this.#renderHeading())}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  async #readBills(account: string, options: { signal: AbortSignal }): Promise<BillList> {
    const { client } = this.services;
    const [bills, session] = await Promise.all([client.bills.list(account || undefined, options), client.session.get(options)]);
    if (session.signedIn) this.#desk.belongsTo(session.person.id);
    this.#ask(bills);
    return bills;
  }

  async #readPayments(options: { signal: AbortSignal }): Promise<PaymentList> {
    const payments = await this.services.client.payments.list(options);
    this.#desk.settle(payments.items);
    return payments;
  }

  #ask(bills: BillList) {
    this.#desk.ask({ bill: this.bill, all: this.all !== '' }, bills);
  }

  /** A payment of ours is opened in place, so that the keyboard finds back; the rest is the page's. */
  #follow(path: string) {
    const [, id] = /^\/payments\/(.+)$/.exec(path) ?? [];
    if (id === undefined) this.services.navigate(path);
    else this.#go(decodeURIComponent(id));
  }

  #go(paymentId: string) {
    this.paymentId = paymentId;
    this.services.navigate(paymentId ? `/payments/${encodeURIComponent(paymentId)}` : '/payments');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-payment-center': PaymentCenterElement;
  }
}
