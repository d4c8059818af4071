import type { Bill } from '@faceplate/contracts';

/** The customer opened a bill. */
export class BillOpenedEvent extends Event {
  static readonly type = 'fp-bill-opened';
  readonly billId: Bill['id'];

  constructor(billId: Bill['id']) {
    super(BillOpenedEvent.type, { bubbles: true, composed: true });
    this.billId = billId;
  }
}

/** Inside the portlet: a row of the list was chosen. */
export class BillChosenEvent extends Event {
  static readonly type = 'bill-chosen';
  readonly billId: Bill['id'];

  constructor(billId: Bill['id']) {
    super(BillChosenEvent.type);
    this.billId = billId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-bill-opened': BillOpenedEvent;
    'bill-chosen': BillChosenEvent;
  }
}
