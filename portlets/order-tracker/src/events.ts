/** The customer opened an order. */
export class OrderOpenedEvent extends Event {
  static readonly type = 'fp-order-opened';
  readonly orderId: string;

  constructor(orderId: string) {
    super(OrderOpenedEvent.type, { bubbles: true, composed: true });
    this.orderId = orderId;
  }
}

/** Inside the portlet: a row of the list was chosen. */
export class OrderChosenEvent extends Event {
  static readonly type = 'order-chosen';
  readonly orderId: string;

  constructor(orderId: string) {
    super(OrderChosenEvent.type);
    this.orderId = orderId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-order-opened': OrderOpenedEvent;
    'order-chosen': OrderChosenEvent;
  }
}
