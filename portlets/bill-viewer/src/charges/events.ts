import type { Charge } from '@faceplate/contracts';

/** Inside the portlet: a line was opened, or closed. */
export class ChargeChosenEvent extends Event {
  static readonly type = 'charge-chosen';
  readonly chargeId: Charge['id'];

  constructor(chargeId: Charge['id']) {
    super(ChargeChosenEvent.type);
    this.chargeId = chargeId;
  }
}

/** Inside the portlet: these lines have come into sight. */
export class LinesWantedEvent extends Event {
  static readonly type = 'lines-wanted';
  readonly from: number;
  readonly to: number;

  constructor(from: number, to: number) {
    super(LinesWantedEvent.type);
    this.from = from;
    this.to = to;
  }
}

declare global {
  interface HTMLElementEventMap {
    'charge-chosen': ChargeChosenEvent;
    'lines-wanted': LinesWantedEvent;
  }
}
