import type { CartItem } from '@faceplate/contracts';

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

/** Inside the portlet: a line of the cart is to go, or to come back. */
export class LineChosenEvent extends Event {
  readonly item: CartItem;

  constructor(type: 'line-removed' | 'line-restored', item: CartItem) {
    super(type);
    this.item = item;
  }
}

declare global {
  interface HTMLElementEventMap {
    'answer-given': AnswerGivenEvent;
    'question-left': QuestionLeftEvent;
    'line-removed': LineChosenEvent;
    'line-restored': LineChosenEvent;
    'cart-sought': Event;
  }
}
