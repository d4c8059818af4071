import '@faceplate/client/nouns/orders.js';
import '@faceplate/client/nouns/payments.js';
import type { Cart, Checkout, Order, OrderRequest, PaymentMeansList, SignedIn } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';
import { heading, Reading } from '@faceplate/portlet-kit';
import { html, nothing } from 'lit';
import { totals } from '../cart/cart-view.ts';
import { OrderSubmittedEvent } from '../events.ts';
import { words } from '../messages.ts';
import type { Part, PartHost } from '../part.ts';
import { PlacePicker } from '../place/place-picker.ts';
import { goThere, safeAction } from '../safe-action.ts';
import type { Sent } from '../typed.ts';
import { spanOf } from '../visit/slots.ts';
import { obstacleList } from '../ways.ts';
import { contactForm, contactOf, isContactWhole } from './contact-form.ts';
import { said } from './messages.ts';
import { payChoice, payWayOf } from './pay-choice.ts';
import { PlacingController } from './placing.controller.ts';
import { refusedNote, unknownNote } from './placing-notes.ts';

/** The last look: who is billed, how it is paid, what it costs, and the one button that orders. */
export class OrderPart implements Part {
  readonly #host: PartHost;
  readonly #placing: PlacingController;
  readonly #picker: PlacePicker;
  readonly #means: Reading<readonly [], PaymentMeansList>;
  #pressed = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#placing = new PlacingController(
      host,
      host.typed,
      () => host.services.client.orders,
      (cause) => {
        host.services.report(cause);
      },
    );
    this.#picker = new PlacePicker(host, 'billWords', (billPlace) => {
      host.typed.change({ billPlace });
    });
    this.#means = new Reading(host, {
      args: () => (host.session?.signedIn && (host.checkout.value?.dueNow.amount ?? 0) > 0 ? ([] as const) : undefined),
      load: (_, options) => host.services.client.payments.means(options),
      changes: ['payments', 'accounts'],
    });
  }

  render(): unknown {
    const { headingLevel, cart } = this.#host;
    return html`${heading(headingLevel, said.heading())} ${this.#renderTry() ?? this.#host.renderReading(cart, { loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`, ready: (known) => this.#renderCart(known) })}`;
  }

  /** An order that was sent and has no answer comes before everything else. */
  #renderTry(): unknown {
    const { sent, state } = this.#placing;
    if (!sent || (state.step === 'sending' && !state.again)) return undefined;
    return unknownNote({
      busy: state.step === 'sending',
      again: () => void this.#host.run(() => this.#send(bodyOf(sent))),
      leave: () => {
        this.#placing.leave();
      },
    });
  }

  #renderCart(cart: Cart): unknown {
    if (cart.items.every(({ later }) => later))
      return html`<fp-status-message tone="info" heading=${words.empty()}>
        <p>${words.emptyHelp()}</p>
        <button slot="actions" type="button" @click=${() => this.#host.services.navigate('/shop')}>${words.toShop()}</button>
      </fp-status-message>`;
    return this.#host.renderReading(this.#host.checkout, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: (checkout) => this.#renderForm(cart, checkout),
    });
  }

  #renderForm(cart: Cart, checkout: Checkout): unknown {
    const { session, locale } = this.#host;
    const onSubmit = (event: Event) => {
      event.preventDefault();
      void this.#host.run(() => this.#submit(cart, checkout));
    };
    return html`<form class="stack" novalidate @submit=${onSubmit}>
      ${this.#renderLines(cart)} ${totals(cart, locale)}
      ${session?.signedIn ? this.#renderAccount(session) : contactForm({ host: this.#host, picker: this.#picker, hasPlace: hasPlace(cart), pressed: this.#pressed })}
      ${payChoice(this.#host, checkout, this.#means)} ${this.#renderOpen(checkout)} ${refusedNote(this.#placing.state, this.#host)}
      ${checkout.obstacles.length > 0
        ? html`<fp-status-message tone="critical" heading=${said.blocked()}>${obstacleList(this.#host, checkout.obstacles)}</fp-status-message>`
        : this.#renderButton(cart, checkout)}
    </form>`;
  }

  #renderLines({ items, visit }: Cart): unknown {
    return html`<ul class="plain">
      ${items.filter(({ later }) => !later).map(({ name, quantity, place }) => html`<li><bdi>${name}</bdi>${quantity > 1 ? ` × ${quantity}` : nothing}${place ? html` <span class="quiet small">${words.placeOf(place.text)}</span>` : nothing}</li>`)}
    </ul>
    ${visit ? html`<p>${said.visitAt(spanOf(visit, this.#host.locale, visit.zone))}</p>` : nothing}`;
  }

  #renderAccount(session: SignedIn): unknown {
    const account = this.#accountOf(session);
    if (!account)
      return html`<p>${said.noAccount()}</p><div><button type="button" @click=${() => this.#host.services.navigate('/support')}>${said.askUs()}</button></div>`;
    if (session.accounts.length === 1) return nothing;
    const onChange = ({ currentTarget }: Event) => {
      this.#host.typed.change({ account: (currentTarget as HTMLSelectElement).value });
    };
    return html`<div class="field">
      <label for="account">${said.account()}</label>
      <select id="account" @change=${onChange}>
        ${session.accounts.map(({ id, name }) => html`<option value=${id} .selected=${id === account.id}>${name}</option>`)}
      </select>
    </div>`;
  }

  #renderOpen({ steps }: Checkout): unknown {
    const open = steps.filter(({ kind, state }) => state === 'open' && PAGES.includes(kind));
    return PAGES.flatMap((kind) => {
      const some = open.filter((one) => one.kind === kind);
      if (some.length === 0) return [];
      const help = some.every(({ optional }) => optional) ? said.openHelp() : said.needed();
      return html`<div class="row">
        <p><strong>${said.open(words.step(kind))}</strong> ${help}</p>
        <button type="button" @click=${() => this.#host.go(kind)}>${words.step(kind)}</button>
      </div>`;
    });
  }

  #renderButton({ once, monthly }: Cart, checkout: Checkout): unknown {
    const { locale, session, typed } = this.#host;
    const prices = [formatMoney(once, locale), formatMoney(monthly, locale)] as const;
    const paysNow = payWayOf(checkout, typed.value.pay) === 'now';
    const label = paysNow ? said.orderAndPay(formatMoney(checkout.dueNow, locale), prices[1]) : said.order(...prices);
    const account = session?.signedIn ? this.#accountOf(session) : undefined;
    if (session?.signedIn && !account) return nothing;
    return html`<div class="stack tight">
      ${checkout.approver ? html`<p>${said.approver(checkout.approver)}</p>` : nothing}
      <div><button class="primary" type="submit" aria-describedby="consequence">${this.#placing.state.step === 'sending' ? said.ordering() : label}</button></div>
      <p class="quiet small" id="consequence">${account ? said.bindingFor(account.name) : said.binding()}</p>
    </div>`;
  }

  #accountOf({ accounts }: SignedIn) {
    const { typed, account } = this.#host;
    const wanted = typed.value.account ?? account;
    return accounts.find(({ id }) => id === wanted) ?? accounts[0];
  }

  async #submit(cart: Cart, checkout: Checkout): Promise<void> {
    const { session, typed } = this.#host;
    this.#pressed = true;
    const needed = checkout.steps.find(({ kind, state, optional }) => state === 'open' && !optional && PAGES.includes(kind));
    if (needed) return this.#host.go(needed.kind);
    if (session?.signedIn || isContactWhole(typed.value, hasPlace(cart))) return this.#send(this.#bodyOf(cart, checkout));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], #place')?.focus();
  }

  #bodyOf({ id: cartId, once, monthly }: Cart, checkout: Checkout): OrderRequest {
    const { session, typed } = this.#host;
    const account = session?.signedIn ? this.#accountOf(session) : undefined;
    const { means } = typed.value;
    const paysNow = payWayOf(checkout, typed.value.pay) === 'now';
    return {
      cartId,
      ...(account ? { accountId: account.id } : { contact: contactOf(typed.value) }),
      total: { once, monthly },
      ...(paysNow && { pay: { ...(means && { meansId: means }), back: '/cart/done' } }),
    };
  }

  async #send(body: OrderRequest): Promise<void> {
    const order = await this.#placing.place(body);
    if (order) return this.#placed(order);
    if (this.#placing.state.step !== 'refused') return;
    // What it was refused for stands in the cart and its checkout as they are now.
    this.#host.cart.retry();
    this.#host.checkout.retry();
  }

  #placed(order: Order): void {
    this.#pressed = false;
    this.#host.dispatchEvent(new OrderSubmittedEvent(order.id, order.number));
    this.#host.go(`done?order=${encodeURIComponent(order.id)}`);
    const action = order.payment?.status === 'needs-you' ? safeAction(order.payment) : undefined;
    if (action) goThere(this.#host.renderRoot, action.href);
  }
}

const PAGES: readonly string[] = ['place', 'visit', 'number'];

const hasPlace = ({ items }: Cart): boolean => items.some(({ later, place }) => !later && place !== undefined);

const bodyOf = ({ written }: Sent): OrderRequest => JSON.parse(written) as OrderRequest;
