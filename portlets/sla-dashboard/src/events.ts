import type { Month } from '@faceplate/contracts';

/** Inside the portlet: a cell of the grid was chosen. */
export class CellChosenEvent extends Event {
  static readonly type = 'cell-chosen';
  readonly serviceId: string;
  readonly month: Month;

  constructor(serviceId: string, month: Month) {
    super(CellChosenEvent.type);
    this.serviceId = serviceId;
    this.month = month;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cell-chosen': CellChosenEvent;
  }
}
