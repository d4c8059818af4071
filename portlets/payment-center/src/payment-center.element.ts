import '@faceplate/client/nouns/bills.js';
import '@faceplate/client/nouns/payments.js';
import type { BalanceSheet, Money, Payment } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { formatMoney } from '@faceplate/localize';
import { heading, latePart, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, formStyles, tableStyles } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { DeskPart } from './desk/desk-part.ts';
import { words } from './messages.ts';
import type { PartHost, PayingClient } from './part.ts';
import { styles } from './payment-center.styles.ts';

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
 * @csspart verdict - Whether all systems agree on a payment.
 * @csspart trail - The steps of a payment through all systems.
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

  /** Id of a bill: how it was paid and booked is shown. */
  @property() booked = '';

  readonly #bills = new Reading(this, {
    args: () => (this.#isDesk ? ([this.activeAccount] as const) : undefined),
    load: ([account], options) => this.services.client.bills.list(account || undefined, options),
    changes: ['bills', 'accounts'],
  });

  readonly #payments = new Reading(this, {
    args: () => (this.#isDesk ? ([] as const) : undefined),
    load: (_, options) => this.services.client.payments.list(options),
    changes: ['payments'],
  });

  readonly #session = new Reading(this, {
    args: () => (this.#isDesk ? ([] as const) : undefined),
    load: (_, options) => this.services.client.session.get(options),
    changes: [],
  });

  readonly #means = new Reading(this, {
    args: () => (this.#isDesk && this.mode !== 'agent' ? ([] as const) : undefined),
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

  readonly #lent: PartHost = this.lend({ open: (paymentId: string) => this.#go(paymentId) }, { asked: () => ({ bill: this.bill || '', all: Boolean(this.all) }) });

  readonly #desk = latePart(
    this,
    () => this.#isDesk,
    async () => {
      const { DeskPart } = await import('./desk/desk-part.ts');
      const readings = { bills: this.#bills, payments: this.#payments, means: this.#means, session: this.#session };
      const part = new DeskPart(this.#lent, readings, this.#onMade);
      if (this.#takenUp) part.again(this.#takenUp);
      return (this.#deskPart = part);
    },
  );

  readonly #one = latePart(
    this,
    () => Boolean(this.paymentId),
    async () => {
      const { PaymentPart } = await import('./payment/payment-part.ts');
      return new PaymentPart(this.#lent, this.#payment, this.#onAgain);
    },
  );

  readonly #trail = latePart(
    this,
    () => this.#isTrail,
    async () => {
      const { BillTrailPart } = await import('./trail/bill-trail-part.ts');
      return new BillTrailPart(this.#lent, () => (this.#isTrail ? this.booked : ''));
    },
  );

  #deskPart: DeskPart | undefined;
  /** The payment to be tried again, for a desk that is still on its way. */
  #takenUp: Payment | undefined;
  /** The payment that was made here a moment ago: if it goes on at the provider's, so does the customer. */
  #goesOn = '';

  protected override get page() {
    return this.paymentId || this.booked;
  }

  protected override updated() {
    const payment = this.#payment.value;
    const part = this.#one.value;
    if (!this.isConnected || !part || !payment || payment.id !== this.#goesOn) return;
    this.#goesOn = '';
    part.goOn();
  }

  protected override renderContent() {
    if (this.view === 'card') return this.#renderCard();
    if (this.#isDesk) return this.#renderDesk();
    return this.#renderOne(this.paymentId ? this.#one : this.#trail);
  }

  #renderDesk() {
    return html`
      <section class="stack">
        ${this.#renderHeading()}
        ${this.renderReading(this.#desk, {
          loading: () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`,
          ready: (part) => part.render(),
        })}
      </section>
    `;
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
    const list = new Intl.ListFormat(this.activeLocale);
    const told = (sums: readonly Money[]) => list.format(sums.filter(({ amount }) => amount > 0).map((one) => formatMoney(one, this.activeLocale)));
    const toPay = told(totals.map(({ due, overdue }) => add(due, overdue)));
    const late = told(totals.map(({ overdue }) => overdue));
    if (!toPay) return html`${gaps.length > 0 ? nothing : html`<p class="lead">${words.nothing()}</p>`} ${this.#renderWay(words.seeAll(), '/payments')}`;
    return html`
      <div class="stack tight">
        <p class="quiet">${gaps.length > 0 ? words.toPayAtLeast() : words.toPay()}</p>
        <p part="to-pay" class="figure">${toPay}</p>
        <p>${late ? words.lateOf(late) : words.inTime()}</p>
      </div>
      ${this.#renderWay(words.pay(toPay), '/payments?all=1')}
    `;
  }

  #renderWay(said: string, path: string) {
    return html`<div><button @click=${() => this.services.navigate(path)}>${said}</button></div>`;
  }

  #renderOne(reading: Reading<readonly [], { render(failed: () => unknown): unknown }>) {
    return html`
      <section class="stack">
        <div><button class="quiet flush" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>
        ${this.renderReading(reading, {
          loading: () => html`${this.#renderHeading()}<fp-skeleton figure rows lines="5"></fp-skeleton>`,
          failed: () => this.#renderHeading(),
          ready: (part) => part.render(() => this.#renderHeading()),
        })}
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  get #isDesk() {
    return this.view === 'full' && !this.paymentId && !this.booked;
  }

  get #isTrail() {
    return this.view === 'full' && !this.paymentId && Boolean(this.booked);
  }

  readonly #onMade = ({ id }: Payment): void => {
    // Whoever has gone elsewhere meanwhile is left there; the payment stands in the list.
    if (!this.isConnected || this.paymentId) return;
    this.#goesOn = id;
    this.#go(id);
  };

  readonly #onAgain = (payment: Payment): void => {
    this.#takenUp = payment;
    this.#deskPart?.again(payment);
    this.#go('');
  };

  #go(paymentId: string) {
    this.paymentId = paymentId;
    this.booked = '';
    this.services.navigate(paymentId ? `/payments/${encodeURIComponent(paymentId)}` : '/payments');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-payment-center': PaymentCenterElement;
  }
}
