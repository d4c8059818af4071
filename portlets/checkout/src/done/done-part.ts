import { ApiProblem } from '@faceplate/client';
import '@faceplate/client/nouns/orders.js';
import type { Order } from '@faceplate/contracts';
import { formatDate, formatMoney } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import type { Part, PartHost } from '../part.ts';
import { goThere, safeAction } from '../safe-action.ts';
import { spanOf } from '../visit/slots.ts';
import { said } from './messages.ts';

/** Milliseconds between two questions while a payment is open; the event stream is quicker where there is one. */
const PAUSE = 4000;

/** One confirmation for everything: what was ordered, what happens next, what is paid. */
export class DonePart implements Part {
  readonly #host: PartHost;
  readonly #order: Reading<readonly [string], Order>;
  /** What is paid by a bill, as it turned out. */
  #billed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    this.#order = new Reading(host, {
      args: () => (this.#id ? ([this.#id] as const) : undefined),
      // What waits for an answer must not be told from memory.
      load: ([id], options) => host.services.client.orders.get(id, { ...options, atMost: 500 }),
      changes: ['orders', 'payments'],
    });
    host.addController(this);
  }

  /** The address says which; after the way over the payment service only this device knows. */
  get #id(): string {
    return this.#host.asked.order || this.#host.typed.value.ordered?.id || '';
  }

  hostUpdated(): void {
    const status = this.#order.value?.payment?.status;
    if (status === 'needs-you' || status === 'processing') this.#timer ??= setTimeout(this.#onTimer, PAUSE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #onTimer = (): void => {
    this.#timer = undefined;
    this.#order.retry();
  };

  render(): unknown {
    const { headingLevel, typed } = this.#host;
    if (!this.#id) return html`${heading(headingLevel, said.none())}${this.#renderShop()}`;
    const known = typed.value.ordered?.id === this.#id ? typed.value.ordered.number : undefined;
    // The order is placed, whatever becomes of reading it.
    const title = heading(headingLevel, known === undefined ? said.heading() : said.thanks(known));
    return this.#host.renderReading(this.#order, {
      loading: () => html`${title}<fp-skeleton rows lines="5"></fp-skeleton>`,
      failed: () => title,
      ready: (order) => this.#renderOrder(order),
    });
  }

  #renderOrder(order: Order): unknown {
    const { headingLevel, locale, session, services } = this.#host;
    const { id, number, items, visit } = order;
    return html`<div class="stack" part="ordered">
      ${heading(headingLevel, said.thanks(number))} ${paymentNote(order.payment, locale)} ${this.#renderAgain(order)} ${heading(headingLevel, said.next(), 1)}
      <ul class="plain">
        ${items.map(({ name, expected, promised }) => {
          const day = expected ?? promised;
          return html`<li>${day ? said.line(name, formatDate(day, locale, 'weekday')) : said.lineLater(name)}</li>`;
        })}
      </ul>
      ${visit ? html`<p>${said.visit(spanOf(visit, locale, visit.zone))}</p>` : nothing}
      ${session?.signedIn
        ? html`<div class="row">
            <button class="primary" type="button" @click=${() => services.navigate(`/orders/${encodeURIComponent(id)}`)}>${said.follow()}</button>
            ${this.#renderShop()}
          </div>`
        : html`<p>${said.accountHelp()}</p>
            <div class="row">
              <a class="button primary" href=${services.client.session.createAccountHref(`/orders/${encodeURIComponent(id)}`)} target="_top">${said.account()}</a>
              ${this.#renderShop()}
            </div>`}
    </div>`;
  }

  /** What came to nothing can be begun anew: on this page, and at most once at a time, whatever happens to the line. */
  #renderAgain({ id, payment }: Order): unknown {
    if (!payment?.again) return nothing;
    const { acts, locale } = this.#host;
    const name = `pay ${id} ${payment.id}`;
    if (this.#billed === name) return html`<p role="status">${said.onBill()}</p>`;
    return html`${this.#host.refusal(name)}
      <div>
        <button type="button" aria-disabled=${acts.isRunning(name)} @click=${() => void this.#host.run(() => this.#payAgain(id, name))}>${acts.isRunning(name) ? said.beginning() : said.payAgain(formatMoney(payment.amount, locale))}</button>
      </div>`;
  }

  async #payAgain(orderId: string, name: string): Promise<void> {
    const { services, acts, renderRoot } = this.#host;
    await acts.do(name, async (idempotencyKey) => {
      const { payment } = await services.client.orders.pay(orderId, { back: `/cart/done?order=${encodeURIComponent(orderId)}` }, { idempotencyKey }).catch((cause: unknown) => {
        if (!(cause instanceof ApiProblem) || cause.problem.code !== 'order-not-payable') throw cause;
        this.#billed = name;
        return { payment: undefined };
      });
      const action = payment?.status === 'needs-you' ? safeAction(payment) : undefined;
      if (action) goThere(renderRoot, action.href);
    });
  }

  #renderShop(): unknown {
    return html`<div><button class="quiet" type="button" @click=${() => this.#host.services.navigate('/shop')}>${said.shopOn()}</button></div>`;
  }
}

/** What became of what was to be paid at once. What is not paid stands on the next bill. */
function paymentNote(payment: Order['payment'], locale: string): unknown {
  if (!payment) return nothing;
  const amount = formatMoney(payment.amount, locale);
  const { status } = payment;
  if (status === 'paid') return html`<p role="status"><fp-tag tone="positive">${said.paid(amount)}</fp-tag></p>`;
  if (status === 'failed' || status === 'abandoned' || status === 'returned') return html`<p role="status">${said.notPaid(amount)}</p>`;
  if (status !== 'needs-you') return html`<p role="status">${said.processing(amount)}</p>`;
  const action = safeAction(payment);
  return html`<fp-status-message tone="notice" heading=${said.payNow(amount)}>
    <p>${said.payNowHelp()}</p>
    ${action ? html`<a slot="actions" class="button primary" href=${action.href} target="_top">${said.goOn(action.host)}</a>` : nothing}
  </fp-status-message>`;
}
