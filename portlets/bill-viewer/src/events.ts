import type { Bill } from '@faceplate/contracts';
import type { Wanted } from './wanted.ts';

/** The customer opened a bill. */
export class BillOpenedEvent extends Event {
  static readonly type = 'fp-bill-opened';
  readonly billId: Bill['id'];

  constructor(billId: Bill['id']) {
    super(BillOpenedEvent.type, { bubbles: true, composed: true });
    this.billId = billId;
  }
}

/** Inside the portlet: a row of the list was chosen, or a line of a bill. */
export class BillChosenEvent extends Event {
  static readonly type = 'bill-chosen';
  readonly billId: Bill['id'];
  readonly chargeId: string;

  constructor(billId: Bill['id'], chargeId = '') {
    super(BillChosenEvent.type);
    this.billId = billId;
    this.chargeId = chargeId;
  }
}

/** Inside the portlet: other bills are asked for. */
export class WantedEvent extends Event {
  static readonly type = 'wanted';
  readonly changes: Partial<Wanted>;

  constructor(changes: Partial<Wanted>) {
    super(WantedEvent.type);
    this.changes = changes;
  }
}

/** Inside the portlet: not the bills are asked for, but where the money goes. */
export class SpendingAskedEvent extends Event {
  static readonly type = 'spending-asked';

  constructor() {
    super(SpendingAskedEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-bill-opened': BillOpenedEvent;
    'bill-chosen': BillChosenEvent;
    wanted: WantedEvent;
    'spending-asked': SpendingAskedEvent;
  }
}
