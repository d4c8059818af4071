import type { BillList, Payment, PaymentList } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { define, heading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { PathChosenEvent } from '../events.ts';
import { words } from '../messages.ts';
import { type PartHost, type Readings, zoneHere } from '../part.ts';
import { type Closed, closedBy } from './closed.ts';
import { BillsToPayElement } from './components/bills-to-pay.element.ts';
import { MeansChoiceElement } from './components/means-choice.element.ts';
import { PaymentListElement } from './components/payment-list.element.ts';
import type { Desk } from './desk.ts';
import { deskSentence, heldBack } from './desk-templates.ts';
import { said } from './messages.ts';
import { PayingDesk } from './paying-desk.ts';

define('fp-bills-to-pay', BillsToPayElement);
define('fp-means-choice', MeansChoiceElement);
define('fp-payment-list', PaymentListElement);

const NO_PAYMENTS: PaymentList = { items: [], total: 0, gaps: [] };

/** The page of what is open: its sum, paying it, what is not to be paid now, and what was paid. */
export class DeskPart {
  readonly #host: PartHost;
  readonly #readings: Readings;
  readonly #desk: PayingDesk;
  #settled: PaymentList | undefined;

  constructor(host: PartHost, readings: Readings, made: (payment: Payment) => void) {
    this.#host = host;
    this.#readings = readings;
    this.#desk = new PayingDesk(host, readings.means, made);
    host.addController(this);
  }

  /** What has been read since decides what is filled in, before anything of it is drawn. */
  hostUpdate(): void {
    const { session, payments, bills } = this.#readings;
    if (session.value?.signedIn) this.#desk.belongsTo(session.value.person.id);
    if (payments.value && payments.value !== this.#settled) this.#desk.settle((this.#settled = payments.value).items);
    // Not before it is known what became of the last payment: its choices must not live on in this one.
    if (bills.value && session.value && payments.value) this.#desk.ask(this.#host.asked, bills.value);
  }

  /** Takes up a payment that came to nothing, with everything still filled in. */
  again(payment: Payment): void {
    this.#desk.again(payment);
  }

  render(): unknown {
    return this.#host.renderReading(this.#readings.bills, {
      loading: () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`,
      ready: (bills) => this.#renderOpen(bills),
    });
  }

  /** What is on its way must be known before anything is offered to be paid, unless nothing can be paid here anyway. */
  #renderOpen(bills: BillList) {
    const { payments, session } = this.#readings;
    const closed = payments.state.step === 'failed' ? closedBy(payments.state.cause) : undefined;
    if (closed) return this.#renderDesk(bills, NO_PAYMENTS, closed);
    const loading = () => html`<fp-skeleton figure rows lines="6"></fp-skeleton>`;
    return this.#host.renderReading(payments, {
      loading,
      // Whose page this is tells what was kept: nothing may be sent under a second key meanwhile.
      ready: (list) => this.#host.renderReading(session, { loading, ready: () => this.#renderDesk(bills, list) }),
    });
  }

  #renderDesk(bills: BillList, payments: PaymentList, closed?: Closed) {
    const { headingLevel: level, locale } = this.#host;
    const desks = this.#desk.desks(bills, payments);
    const held = desks.flatMap((desk) => desk.held);
    const go = (path: string) => {
      this.#follow(path);
    };
    return html`
      ${sumOf(desks, bills.gaps.length > 0, locale)} ${this.#desk.render(desks, closed)}
      ${held.length > 0 ? html`${heading(level, said.held(), 1)} ${heldBack(held, locale, go)}` : nothing}
      ${closed ? nothing : html`${heading(level, said.past(), 1)} ${this.#renderPayments(payments, locale)}`}
    `;
  }

  #renderPayments({ items }: PaymentList, locale: string) {
    if (items.length === 0) return html`<p class="quiet">${said.pastNone()}</p>`;
    return html`<fp-payment-list
      .payments=${items}
      locale=${locale}
      zone=${zoneHere()}
      @path-chosen=${({ path }: PathChosenEvent) => this.#follow(path)}
    ></fp-payment-list>`;
  }

  /** A payment of ours is opened in place, so that the keyboard finds back; the rest is the page's. */
  #follow(path: string) {
    const [, id] = /^\/payments\/(.+)$/.exec(path) ?? [];
    if (id === undefined) this.#host.services.navigate(path);
    else this.#host.open(decodeURIComponent(id));
  }
}

/** With bills missing neither "nothing" nor a plain sum would be true. */
function sumOf([desk]: readonly Desk[], partial: boolean, locale: string) {
  if (!desk || desk.bills.length === 0) {
    if (partial) return nothing;
    return html`<fp-status-message tone="info" heading=${words.nothing()}><p>${words.nothingHelp()}</p></fp-status-message>`;
  }
  return html`<div class="stack tight">
    <p class="quiet">${partial ? words.toPayAtLeast() : words.toPay()}</p>
    <p part="to-pay" class="figure">${formatMoney(desk.total, locale)}</p>
    ${deskSentence(desk, locale)}
  </div>`;
}
