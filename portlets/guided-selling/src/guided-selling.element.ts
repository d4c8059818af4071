import type { Cart } from '@faceplate/contracts';
import { heading, PortletElement } from '@faceplate/portlet-kit';
import { FollowController } from '@faceplate/portlet-kit/acting.js';
import { cardStyles, formStyles, nextIcon, tableStyles } from '@faceplate/ui';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswersController } from './answers.controller.ts';
import { refusalMessage } from './components/refusal-message.ts';
import type { AnswerGivenEvent, LineChosenEvent, QuestionLeftEvent } from './events.ts';
import { styles } from './guided-selling.styles.ts';
import { words } from './messages.ts';
import type { ShopClient, ShopHost } from './part.ts';
import { type Intent, PurchaseController } from './purchase.controller.ts';
import { readingsFor } from './readings.ts';
import { refusalOf } from './refusal.ts';

/** Before the code of a link that brings the cart of another browser along. */
const PICK_UP = '#pick-up=';

/**
 * Leads from a few questions to an offer that fits, says why others do not and what would, and fills the cart.
 *
 * @summary Questions, shortlist, all offers, one offer, comparing, addresses, what it would cost, and the cart.
 * @tagname fp-guided-selling
 *
 * @csspart problem - The message shown when something cannot be read.
 * @csspart note - The message above data that is old or incomplete.
 * @csspart refusal - The message shown when something could not be done.
 * @fires {NavigateEvent} fp-navigate-asked - On a page without routes: where the portlet would have gone.
 */
export class GuidedSellingElement extends PortletElement<ShopClient> {
  static override styles = [PortletElement.styles, cardStyles, formStyles, tableStyles, styles];

  /** The page to show: `offers`, `offer`, `compare`, `address`, `sites`, `cost`, `anew`; empty for the questions. */
  @property() show = '';

  /** What of it: an offer's id pins that version; several ids have commas between. */
  @property() item = '';

  /** Answers to begin with, as a shared address has them: `question.option`, with commas between. */
  @property() answers = '';

  readonly #answers = new AnswersController(this);

  readonly #purchase = new PurchaseController(this, () => this.services.client);

  readonly #lent: ShopHost = this.lend(
    {
      answers: this.#answers,
      purchase: this.#purchase,
      go: (show: string, item?: string) => this.#go(show, item),
      back: () => this.#back(),
      leave: (path: string) => this.services.navigate(path),
      move: (step: () => void) => this.#move(step),
      do: (intent: Intent) => this.#do(intent),
    },
    {
      show: () => this.#shown,
      item: () => this.item || '',
      person: () => this.#read.session.value?.person ?? '',
      cart: () => this.#read.cart.value,
      signInHref: () => this.#signInHref,
    },
  );

  readonly #read = readingsFor(this, this.#answers, this.#lent);

  /** Pages that were left for the one on show. */
  readonly #trail: (readonly [string, string])[] = [];

  /** A step was made: what it led to takes the focus as soon as it is there. */
  #moved = false;

  protected override get page() {
    return `${this.#shown} ${this.item || ''}`.trim();
  }

  protected override willUpdate() {
    const { guide, session } = this.#read;
    if (!guide.value || !session.value) return;
    this.#answers.open(session.value.person, guide.value, this.answers);
    if (this.show !== 'anew') return;
    this.#answers.restart();
    this.show = '';
  }

  /**
   * An attribute that is taken away leaves nothing behind, not an empty text. To begin anew is to be at the questions; of no
   * offer there is nothing to show but all of them.
   */
  get #shown() {
    if (!this.item && /^(offer|cost)$/.test(this.show)) return 'offers';
    return (this.show !== 'anew' && this.show) || '';
  }

  constructor() {
    super();
    new FollowController(this);
  }

  protected override firstUpdated() {
    const { hash, pathname, search } = globalThis.location;
    if (!hash.startsWith(PICK_UP)) return;
    // The code is spent with the first try; in the address it would be tried again and again.
    globalThis.history.replaceState(globalThis.history.state, '', pathname + search);
    void this.updateComplete.then(() => this.#do({ doing: 'pick-up', code: hash.slice(PICK_UP.length) }));
  }

  protected override updated() {
    const arrival = this.#moved ? this.renderRoot.querySelector<HTMLElement>('[data-arrival]') : null;
    if (!arrival) return;
    this.#moved = false;
    arrival.focus();
  }

  protected override renderContent() {
    if (this.view === 'card') return html`<section class="stack">${this.#renderHeading()} ${this.#renderCard()}</section>`;
    return html`
      <section class="stack">
        ${this.#shown ? nothing : this.#renderHeading()}
        <div class="shop"><div class="stack">${this.#shown ? this.#renderChoosing() : this.#renderGuide()}</div>${this.#renderCart()}</div>
      </section>
    `;
  }

  #renderHeading() {
    return heading(this.headingLevel, words.heading());
  }

  #renderCard() {
    const lead = (sentence: string, action: string, path: string) => html`
      <p class="lead">${sentence}</p>
      <div><button @click=${() => this.services.navigate(path)}>${action}</button></div>
    `;
    const find = () => lead(words.cardLead(), words.cardGo(), '/shop');
    if (this.mode === 'agent') return find();
    return this.renderReading(this.#read.cart, {
      loading: () => html`<fp-skeleton lines="2"></fp-skeleton>`,
      isEmpty: ({ items }) => items.length === 0,
      empty: find,
      ready: ({ items }) => lead(words.cardCart(items.length, this.activeLocale), words.toCart(), '/cart'),
    });
  }

  #renderGuide() {
    const loading = () => html`<fp-skeleton rows lines="6"></fp-skeleton>`;
    return this.renderReading(this.#read.guide, {
      loading,
      ready: () => this.renderReading(this.#read.session, { loading, ready: () => (this.#answers.place === 'questions' ? this.#renderQuestion() : this.#renderChoosing()) }),
    });
  }

  /** All beyond the questions, which loads late. */
  #renderChoosing() {
    const failed = () => (this.#shown ? this.#renderHeading() : nothing);
    const loading = () => html`${failed()}<fp-skeleton rows lines="6"></fp-skeleton>`;
    return this.renderReading(this.#read.choosing, {
      loading,
      failed,
      ready: (part) => this.renderReading(this.#read.session, { loading, failed, ready: () => part.render() }),
    });
  }

  #renderQuestion() {
    const { question, chosen, because, position, total, given } = this.#answers;
    const step = (place: 'shortlist' | 'list', label: string) =>
      html`<button class="quiet" @click=${() => this.#move(() => this.#answers.show(place))}>${nextIcon()}<span>${label}</span></button>`;
    return html`
      <fp-guide-question
        data-arrival
        .question=${question}
        .chosen=${chosen}
        because=${because}
        position=${position}
        total=${total}
        level=${this.headingLevel + 1}
        @answer-given=${({ option }: AnswerGivenEvent) => this.#answers.answer(option)}
        @question-left=${({ towards }: QuestionLeftEvent) => this.#move(() => this.#answers.leave(towards))}
      ></fp-guide-question>
      <div class="row">${given > 0 ? step('shortlist', words.soFar()) : nothing} ${step('list', words.seeAll())}</div>
    `;
  }

  #renderCart() {
    if (this.mode === 'agent') return nothing;
    return this.renderReading(this.#read.cart, {
      loading: () => html`<fp-skeleton rows lines="3"></fp-skeleton>`,
      ready: (cart) => this.#renderPanel(cart),
    });
  }

  #renderPanel(cart: Cart) {
    const { state, removed } = this.#purchase;
    const refused = state.step === 'refused' && state.intent.doing !== 'add' ? state : undefined;
    return html`<fp-cart-panel
      .cart=${cart}
      .removed=${removed}
      level=${this.headingLevel + 1}
      locale=${this.activeLocale}
      @line-removed=${({ item }: LineChosenEvent) => this.#do({ doing: 'remove', item })}
      @line-restored=${({ item }: LineChosenEvent) => this.#do({ doing: 'restore', item })}
      @cart-sought=${() => this.services.navigate('/cart')}
    >
      ${refused ? refusalMessage(refusalOf(refused.cause), this.#signInHref, () => void this.#do(refused.intent)) : nothing}
    </fp-cart-panel>`;
  }

  get #signInHref() {
    return this.services.client.session.signInHref(globalThis.location.href);
  }

  #go(show: string, item = '') {
    this.#trail.push([this.#shown, this.item || '']);
    this.#turn(show, item);
  }

  #back() {
    const [show, item] = this.#trail.pop() ?? ['', ''];
    this.#turn(show, item);
  }

  #turn(show: string, item: string) {
    Object.assign(this, { show, item });
    this.services.navigate(['/shop', show, item && encodeURIComponent(item)].filter(Boolean).join('/'));
  }

  #move(step: () => void) {
    this.#moved = true;
    step();
  }

  #do(intent: Intent): Promise<void> {
    return this.run(async () => {
      await this.#purchase.do(intent);
      const { state } = this.#purchase;
      if (state.step === 'refused') this.services.report(state.cause);
      else if (intent.doing === 'restore') this.renderRoot.querySelector('fp-cart-panel')?.focus();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-guided-selling': GuidedSellingElement;
  }
}
