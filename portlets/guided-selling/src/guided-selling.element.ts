import type { Cart, Match, Offer } from '@faceplate/contracts';
import { heading, PortletElement } from '@faceplate/portlet-kit';
import { backIcon, nextIcon } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { AnswersController, type Place } from './answers.controller.ts';
import { commitmentOf } from './commitment.ts';
import { refusalMessage } from './components/refusal-message.ts';
import { type AccountChosenEvent, type AnswerGivenEvent, type LineChosenEvent, type OfferChosenEvent, OrderSubmittedEvent, type QuestionLeftEvent } from './events.ts';
import { styles } from './guided-selling.styles.ts';
import { words } from './messages.ts';
import { type Intent, PurchaseController } from './purchase.controller.ts';
import { itemsOf, readingsFor, type ShopClient } from './readings.ts';
import { refusalOf, staffObstacle } from './refusal.ts';
import { arrivalHeading, leadView, noMatchView, noOffersView, orderedView } from './views.ts';

/**
 * Leads from a few questions to an offer that fits, says why the others do not, and orders what is in the cart.
 *
 * @summary Questions, shortlist, all offers, cart and order.
 * @tagname fp-guided-selling
 *
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @csspart refusal - The message shown when something could not be done.
 * @fires {OrderSubmittedEvent} fp-order-submitted - The customer ordered what was in the cart.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class GuidedSellingElement extends PortletElement<ShopClient> {
  static override styles = [PortletElement.styles, styles];

  @state() private billed = '';

  readonly #answers = new AnswersController(this);

  readonly #purchase = new PurchaseController(this, () => this.services.client);

  readonly #read = readingsFor(this, this.#answers);

  /** A step was made: what it led to takes the focus as soon as it is there. */
  #moved = false;

  protected override willUpdate() {
    const { value } = this.#read.guide;
    if (value) this.#answers.open(value.person, value.questions);
  }

  protected override updated() {
    const arrival = this.#moved ? this.renderRoot.querySelector<HTMLElement>('[data-arrival]') : null;
    if (!arrival) return;
    this.#moved = false;
    arrival.focus();
  }

  protected override renderContent() {
    return html`
      <section class="stack">
        ${heading(this.headingLevel, words.heading())} ${this.view === 'card' ? this.#renderCard() : this.#renderFull()}
      </section>
    `;
  }

  #renderCard() {
    const open = () => this.#go('/shop');
    const find = () => leadView(words.cardLead(), words.cardGo(), open);
    if (this.mode === 'agent') return find();
    return this.renderReading(this.#read.cart, {
      loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: find,
      ready: ({ items }) => leadView(words.cardCart(items.length, this.activeLocale), words.cardOrder(), open),
    });
  }

  #renderFull() {
    const { state: purchase } = this.#purchase;
    if (purchase.step === 'ordered') {
      const { id, number } = purchase.order;
      const track = () => this.#go(`/orders/${encodeURIComponent(id)}`);
      return orderedView(number, this.headingLevel, track, () => this.#move(() => this.#purchase.reset()));
    }
    return this.renderReading(this.#read.guide, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: () => html`<div class="shop"><div class="stack">${this.#renderPlace()}</div>${this.#renderCart()}</div>`,
    });
  }

  #renderPlace() {
    if (this.#read.offers.value?.items.length === 0) return noOffersView();
    const { place } = this.#answers;
    if (place === 'questions') return this.#renderQuestion();
    return this.renderReading(this.#read.drawing, {
      loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
      ready: () => (place === 'shortlist' ? this.#renderShortlist() : this.#renderList()),
    });
  }

  #renderQuestion() {
    const { question, chosen, position, total, given } = this.#answers;
    return html`
      <fp-guide-question
        data-arrival
        .question=${question}
        .chosen=${chosen}
        position=${position}
        total=${total}
        level=${this.headingLevel + 1}
        @answer-given=${({ option }: AnswerGivenEvent) => this.#answers.answer(option)}
        @question-left=${({ towards }: QuestionLeftEvent) => this.#move(() => this.#answers.leave(towards))}
      ></fp-guide-question>
      <div class="row">
        ${given > 0 ? this.#renderStep('shortlist', words.soFar()) : nothing} ${this.#renderStep('list', words.seeAll())}
      </div>
    `;
  }

  #renderStep(place: Place, label: string) {
    const icon = place === 'questions' ? backIcon : nextIcon;
    return html`<button class="quiet" @click=${() => this.#move(() => this.#answers.show(place))}>${icon()}<span>${label}</span></button>`;
  }

  #renderShortlist() {
    return html`
      ${arrivalHeading(this.headingLevel, words.shortlist())}
      <div class="row">
        ${this.#renderStep('questions', words.toQuestions())}
        <button class="quiet" @click=${() => this.#move(() => this.#answers.restart())}>${words.restart()}</button>
        ${this.#renderStep('list', words.seeAll())}
      </div>
      ${this.renderReading(this.#read.shortlist, {
        loading: () => html`<fp-skeleton rows lines="6"></fp-skeleton>`,
        isEmpty: ({ matches }) => matches.length === 0,
        empty: noMatchView,
        ready: ({ matches, considered }) => html`
          <p class="quiet">${words.considered(considered, this.activeLocale)}</p>
          <div class="offers">${matches.map((match) => this.#renderOffer(match.offer, match))}</div>
        `,
      })}
    `;
  }

  #renderList() {
    return html`
      ${arrivalHeading(this.headingLevel, words.all())}
      ${this.#answers.total > 0 ? html`<div>${this.#renderStep('questions', words.toQuestions())}</div>` : nothing}
      ${this.renderReading(this.#read.offers, {
        loading: () => html`<fp-skeleton rows lines="8"></fp-skeleton>`,
        ready: ({ items }) =>
          html`<fp-offer-list
            .offers=${items}
            .draw=${(offer: Offer) => this.#renderOffer(offer)}
            level=${this.headingLevel + 2}
            locale=${this.activeLocale}
          ></fp-offer-list>`,
      })}
    `;
  }

  /** Also drawn inside the list, so its handlers carry their own `this`. */
  #renderOffer(offer: Offer, match?: Match) {
    const obstacles = this.mode === 'agent' ? [staffObstacle()] : offer.obstacles;
    const { cart, drawing, offers } = this.#read;
    return html`<fp-offer-card
      .offer=${offer}
      .match=${match}
      .obstacles=${obstacles}
      .alternatives=${drawing.value?.alternativesTo({ ...offer, obstacles }, this.mode === 'agent' ? [] : itemsOf(offers)) ?? []}
      .refusal=${this.#purchase.refusalOf(offer.id)}
      sign-in-href=${this.#signInHref}
      in-cart=${itemsOf(cart).find(({ offerId }) => offerId === offer.id)?.quantity ?? 0}
      ?adding=${this.#purchase.isRunning('add', offer.id)}
      level=${this.headingLevel + (match ? 2 : 3)}
      locale=${this.activeLocale}
      @offer-chosen=${() => this.#do({ doing: 'add', offerId: offer.id, quantity: 1 })}
      @offer-sought=${(event: OfferChosenEvent) => this.run(() => this.#look(event.offer))}
    ></fp-offer-card>`;
  }

  #renderCart() {
    if (this.mode === 'agent') return nothing;
    return this.renderReading(this.#read.cart, {
      loading: () => html`<fp-skeleton rows lines="3"></fp-skeleton>`,
      ready: (cart) => this.#renderPanel(cart),
    });
  }

  #renderPanel(cart: Cart) {
    const { state: purchase, removed } = this.#purchase;
    const accounts = itemsOf(this.#read.accounts);
    const wanted = this.billed || this.activeAccount;
    const account = accounts.find(({ id }) => id === wanted) ?? accounts[0];
    const refused = purchase.step === 'refused' && purchase.intent.doing !== 'add' ? purchase : undefined;
    return html`<fp-cart-panel
      .cart=${cart}
      .commitment=${commitmentOf(cart, itemsOf(this.#read.offers))}
      .removed=${removed}
      .accounts=${accounts}
      .account=${account}
      ?ordering=${this.#purchase.isRunning('order')}
      level=${this.headingLevel + 1}
      locale=${this.activeLocale}
      @line-removed=${({ item }: LineChosenEvent) => this.#do({ doing: 'remove', item })}
      @line-restored=${({ item }: LineChosenEvent) => this.#do({ doing: 'restore', item })}
      @account-chosen=${(event: AccountChosenEvent) => void (this.billed = event.accountId)}
      @order-asked=${() => account && this.#do({ doing: 'order', cart, accountId: account.id })}
    >
      ${refused ? refusalMessage(refusalOf(refused.cause), this.#signInHref, () => void this.#do(refused.intent)) : nothing}
    </fp-cart-panel>`;
  }

  get #signInHref() {
    return this.services.client.session.signInHref(globalThis.location.href);
  }

  #go(path: string) {
    this.services.navigate(path);
  }

  #move(step: () => void) {
    this.#moved = true;
    step();
  }

  async #look({ name }: Offer): Promise<void> {
    this.#answers.show('list');
    await this.updateComplete;
    await this.renderRoot.querySelector('fp-offer-list')?.look(name);
  }

  #do(intent: Intent): Promise<void> {
    return this.run(async () => {
      await this.#purchase.do(intent);
      const { state: purchase } = this.#purchase;
      if (purchase.step === 'ordered' && intent.doing === 'order') this.#finish(purchase.order.id, purchase.order.number);
      else if (purchase.step === 'refused') this.services.report(purchase.cause);
      else if (intent.doing === 'restore') this.renderRoot.querySelector('fp-cart-panel')?.focus();
    });
  }

  #finish(orderId: string, number: string) {
    this.#move(() => this.#answers.restart());
    this.dispatchEvent(new OrderSubmittedEvent(orderId, number));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-guided-selling': GuidedSellingElement;
  }
}
