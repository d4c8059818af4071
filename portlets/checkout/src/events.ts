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
