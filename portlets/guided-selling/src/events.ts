import type { CartItem, Offer } from '@faceplate/contracts';

/** The customer ordered what was in the cart. */
export class OrderSubmittedEvent extends Event {
  static readonly type = 'fp-order-submitted';
  readonly orderId: string;
  /** As people say it. */
  readonly number: string;

  constructor(orderId: string, number: string) {
    super(OrderSubmittedEvent.type, { bubbles: true, composed: true });
    this.orderId = orderId;
    this.number = number;
  }
}

/** Inside the portlet: an answer was chosen. */
export class AnswerGivenEvent extends Event {
  static readonly type = 'answer-given';
  readonly option: string;

  constructor(option: string) {
    super(AnswerGivenEvent.type);
    this.option = option;
  }
}

/** Inside the portlet: the customer left a question for the next or the one before. */
export class QuestionLeftEvent extends Event {
  static readonly type = 'question-left';
  readonly towards: 'next' | 'back';

  constructor(towards: 'next' | 'back') {
    super(QuestionLeftEvent.type);
    this.towards = towards;
  }
}

/** Inside the portlet: an offer was chosen, to put it in the cart or to look at it. */
export class OfferChosenEvent extends Event {
  readonly offer: Offer;

  constructor(type: 'offer-chosen' | 'offer-sought', offer: Offer) {
    super(type);
    this.offer = offer;
  }
}

/** Inside the portlet: a line of the cart is to go, or to come back. */
export class LineChosenEvent extends Event {
  readonly item: CartItem;

  constructor(type: 'line-removed' | 'line-restored', item: CartItem) {
    super(type);
    this.item = item;
  }
}

/** Inside the portlet: another account is to be billed. */
export class AccountChosenEvent extends Event {
  static readonly type = 'account-chosen';
  readonly accountId: string;

  constructor(accountId: string) {
    super(AccountChosenEvent.type);
    this.accountId = accountId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-order-submitted': OrderSubmittedEvent;
    'answer-given': AnswerGivenEvent;
    'question-left': QuestionLeftEvent;
    'offer-chosen': OfferChosenEvent;
    'offer-sought': OfferChosenEvent;
    'line-removed': LineChosenEvent;
    'line-restored': LineChosenEvent;
    'account-chosen': AccountChosenEvent;
    'order-asked': Event;
  }
}
