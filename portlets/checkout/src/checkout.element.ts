import '@faceplate/client/nouns/cart.js';
import type { Cart } from '@faceplate/contracts';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { backIcon, formStyles } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActsController } from './acts.controller.ts';
import { cartView } from './cart/cart-view.ts';
import { Removing } from './cart/removing.ts';
import { styles } from './checkout.styles.ts';
import { words } from './messages.ts';
import { isPage, pagesOf } from './pages.ts';
import { type BuyerClient, type PartHost, VISITOR } from './part.ts';
import { refusalMessage } from './refusal.ts';
import { stepsNav } from './steps-nav.ts';
import { stepsOf } from './steps.ts';
import { TypedStore } from './typed.ts';

/**
 * The cart, and everything on the way from there to an order: address, appointment, number, service level, who pays and how.
 *
 * @summary Cart, checkout, confirmation and quotes.
 * @tagname fp-checkout
 *
 * @csspart lines - The list of what is in the cart.
 * @csspart later - The list of what is kept for later.
 * @csspart totals - What the cart costs.
 * @csspart tax - What of it is tax.
 * @csspart news - What has moved since the last look.
 * @csspart obstacles - Why a line cannot be ordered, and what helps.
 * @csspart held - Until when the appointment is kept.
 * @csspart unknown - The message when no answer to an order came.
 * @csspart refusal - The message shown when something could not be done.
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @csspart ordered - The confirmation.
 * @fires {OrderSubmittedEvent} fp-order-submitted - The customer ordered what was in the cart.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class CheckoutElement extends PortletElement<BuyerClient> {
  static override styles = [PortletElement.styles, formStyles, styles];

  /** The page: empty for the cart; `place`, `visit`, `number`, `promise`, `order`, `done`, `quotes` or `shared`. */
  @property() step = '';

  /** The order whose confirmation is shown on `done`. */
  @property() order = '';

  /** The quote shown on `quotes`; empty for all of them. */
  @property() quote = '';

  @state() private more = false;
  readonly #session = new Reading(this, {
    args: () => (this.#isOpen ? ([] as const) : undefined),
    load: (_, options) => this.services.client.session.get(options),
    changes: [],
  });

  readonly #cart = new Reading(this, {
    args: () => (this.mode === 'agent' ? undefined : ([] as const)),
    load: (_, options) => this.services.client.cart.get(options),
    changes: ['cart', 'offers'],
  });

  readonly #checkout = new Reading(this, {
    args: () => (this.#isOpen && this.#session.value && this.#cart.value?.items.some(({ later }) => !later) ? ([this.#billed] as const) : undefined),
    load: ([account], options) => this.services.client.cart.checkout(account || undefined, options),
    changes: ['cart', 'accounts'],
  });

  readonly #acts = new ActsController(this, (cause) => {
    this.services.report(cause);
  });

  readonly #typed = new TypedStore(this);

  readonly #lent: PartHost = this.lend(
    {
      cart: this.#cart,
      checkout: this.#checkout,
      acts: this.#acts,
      typed: this.#typed,
      go: (page: string) => {
        this.#go(page);
      },
      next: () => {
        this.#next();
      },
      refusal: (name: string) => this.#refusal(name),
    },
    { session: () => this.#session.value, asked: () => ({ order: this.order || '', quote: this.quote || '' }) },
  );

  readonly #load = pagesOf(this.#lent);

  readonly #part = new Reading(this, {
    args: () => (this.#isOpen && isPage(this.step) ? ([this.step] as const) : undefined),
    load: ([step]) => this.#load(step),
    changes: [],
  });

  readonly #more = new Reading(this, {
    args: () => (this.#isOpen && this.more ? ([] as const) : undefined),
    load: () => this.#load('more'),
    changes: [],
  });

  readonly #removing = new Removing(this.#lent);

  protected override get page() {
    return [this.step, this.quote].filter(Boolean).join('/');
  }

  get #isOpen() { return this.view === 'full' && this.mode !== 'agent'; }

  /** The account that is asked about; none for a visitor. */
  get #billed(): string {
    const session = this.#session.value;
    if (!session?.signedIn) return '';
    const wanted = this.#typed.value.account ?? this.activeAccount;
    return (session.accounts.find(({ id }) => id === wanted) ?? session.accounts[0])?.id ?? '';
  }

  protected override willUpdate() {
    const session = this.#session.value;
    if (session) this.#typed.belongsTo(session.signedIn ? session.person.id : VISITOR);
  }

  protected override renderContent() {
    return html`<section class="stack">${this.#renderPage()}</section>`;
  }

  #renderPage() {
    if (this.view === 'card') return this.#renderCard();
    if (this.mode === 'agent') return html`${this.#heading()}<fp-status-message tone="info" heading=${words.staff()}><p>${words.staffHelp()}</p></fp-status-message>`;
    return isPage(this.step) ? this.#renderPart() : this.#renderCart();
  }

  #renderCard() {
    const open = (path: string, label: string) => html`<div><button type="button" @click=${() => this.services.navigate(path)}>${label}</button></div>`;
    if (this.mode === 'agent') return html`${this.#heading()}<p>${words.staff()}</p>`;
    return html`${this.#heading()}
    ${this.renderReading(this.#cart, {
      loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: () => html`<p class="lead">${words.empty()}</p>${open('/shop', words.toShop())}`,
      ready: ({ items }) => html`<p class="lead">${words.card(items.length, this.activeLocale)}</p>${open('/cart', words.openCart())}`,
    })}`;
  }

  #renderCart() {
    return html`${this.#heading()} ${this.#renderOpenTry()}
    ${this.renderReading(this.#session, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: () =>
        this.renderReading(this.#cart, {
          loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
          isEmpty: ({ items }) => items.length === 0 && !this.#removing.removed,
          empty: () => html`<fp-status-message tone="info" heading=${words.empty()}>
              <p>${words.emptyHelp()}</p>
              <button slot="actions" type="button" @click=${() => this.services.navigate('/shop')}>${words.toShop()}</button>
            </fp-status-message>
            ${this.#renderMore()}`,
          ready: (cart) => this.#renderLines(cart),
        }),
    })}`;
  }

  #renderLines(cart: Cart) {
    const lines = cart.items.filter(({ later }) => !later);
    const blocked = lines.some(({ obstacles = [] }) => obstacles.length > 0);
    return html`
      ${cartView(this.#lent, this.#removing, cart)} ${this.#refusal('undo')} ${blocked ? html`<p>${words.somethingBlocked()}</p>` : nothing}
      <div class="row">
        ${lines.length > 0 && !blocked ? html`<button class="primary" type="button" data-next @click=${() => this.#next()}>${words.goOn()}</button>` : nothing}
        <button class="quiet" type="button" @click=${() => this.services.navigate('/shop')}>${words.toShop()}</button>
      </div>
      ${this.#renderMore()}
    `;
  }

  /** Kept carts, a link, a PDF and quotes: below the cart, for whoever looks for them. */
  #renderMore() {
    const session = this.#session.value;
    return html`<div class="row">
        <button class="quiet flush" type="button" aria-expanded=${this.more} @click=${() => (this.more = !this.more)}>${words.more()}</button>
        ${session?.signedIn && session.persona !== 'consumer' ? html`<button class="quiet" type="button" data-opens="quotes" @click=${() => this.#go('quotes')}>${words.quotes()}</button>` : nothing}
      </div>
      ${this.more ? this.renderReading(this.#more, { ready: (part) => part.render() }) : nothing}`;
  }

  #renderOpenTry() {
    if (!this.#typed.sent) return nothing;
    return html`<fp-status-message part="unknown" tone="notice" heading=${words.waiting()}>
      <button slot="actions" type="button" @click=${() => this.#go('order')}>${words.toOrder()}</button>
    </fp-status-message>`;
  }

  #renderPart() {
    const { step } = this;
    const steps = stepsOf(this.#cart.value, this.#checkout.value);
    const onTheWay = steps.includes(step as never);
    const before = { loading: () => html`${this.#heading()}<fp-skeleton rows lines="5"></fp-skeleton>`, failed: () => this.#heading() };
    return html`
      <div><button class="quiet flush" type="button" @click=${() => this.#go('')}>${backIcon()}<span>${words.back()}</span></button></div>
      ${onTheWay ? stepsNav(steps, this.step, this.#checkout.value, (one) => this.#go(one)) : nothing}
      ${this.renderReading(this.#session, { ...before, ready: () => this.renderReading(this.#part, { ...before, ready: (part) => part.render() }) })}
    `;
  }

  #heading() {
    return heading(this.headingLevel, isPage(this.step) && this.view === 'full' ? words.step(this.step) : words.cart());
  }

  #refusal(name: string) {
    const { refused } = this.#acts;
    return refused && (refused.name === name || refused.name.startsWith(`${name} `)) ? refusalMessage(refused, this.services.client.session.signInHref(globalThis.location.href)) : nothing;
  }

  #next() {
    const steps: readonly string[] = stepsOf(this.#cart.value, this.#checkout.value);
    this.#go(steps[steps.indexOf(this.step || '') + 1] ?? 'order');
  }

  /** `quotes?quote=q1` too. */
  #go(page: string) {
    const [step = '', query = ''] = page.split('?');
    const asked = new URLSearchParams(query);
    this.#acts.reset();
    this.#removing.removed = undefined;
    this.step = step;
    this.order = asked.get('order') ?? '';
    this.quote = asked.get('quote') ?? '';
    this.services.navigate(page ? `/cart/${page}` : '/cart');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-checkout': CheckoutElement;
  }
}
