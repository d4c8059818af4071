import type { Payment } from '@faceplate/contracts';
import type { TypedPayment } from './desk/typed-payment.ts';

/** The provider has confirmed a payment while the customer was waiting here. */
export class PaymentPaidEvent extends Event {
  static readonly type = 'fp-payment-paid';
  readonly paymentId: Payment['id'];
  /** For the customer to quote. */
  readonly reference: string;

  constructor({ id, reference }: Payment) {
    super(PaymentPaidEvent.type, { bubbles: true, composed: true });
    this.paymentId = id;
    this.reference = reference;
  }
}

/** Inside the portlet: something about how to pay was typed or chosen. */
export class PaymentTypedEvent extends Event {
  static readonly type = 'payment-typed';
  readonly change: Partial<TypedPayment>;

  constructor(change: Partial<TypedPayment>) {
    super(PaymentTypedEvent.type);
    this.change = change;
  }
}

/** Inside the portlet: what is to be paid of some bills was typed; nothing for a bill leaves it out. */
export class PartsTypedEvent extends Event {
  static readonly type = 'parts-typed';
  readonly parts: Readonly<Record<string, string | undefined>>;

  constructor(parts: Readonly<Record<string, string | undefined>>) {
    super(PartsTypedEvent.type);
    this.parts = parts;
  }
}

/** Inside the portlet: somebody wants to see a bill, a payment. */
export class PathChosenEvent extends Event {
  static readonly type = 'path-chosen';
  readonly path: string;

  constructor(path: string) {
    super(PathChosenEvent.type);
    this.path = path;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-payment-paid': PaymentPaidEvent;
    'payment-typed': PaymentTypedEvent;
    'parts-typed': PartsTypedEvent;
    'path-chosen': PathChosenEvent;
  }
}
