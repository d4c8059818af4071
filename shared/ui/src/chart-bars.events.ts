import type { Bar } from './bars.ts';

/** The customer chose a bar of a chart that offers its bars. Stays inside the portlet. */
export class BarChosenEvent extends Event {
  static readonly type = 'fp-bar-chosen';
  readonly bar: Bar;
  readonly index: number;

  constructor(bar: Bar, index: number) {
    super(BarChosenEvent.type);
    this.bar = bar;
    this.index = index;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-bar-chosen': BarChosenEvent;
  }
}
