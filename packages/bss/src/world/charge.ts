import type { Line } from './lines.ts';

type ChargeKind = 'recurring' | 'usage' | 'one-off' | 'discount' | 'credit' | 'penalty';

/** A bill line before it is written. Net cents; `from` and `to` are instants, half-open. */
export interface Charge {
  kind: ChargeKind;
  name: string;
  net: number;
  rate: number;
  /** When it came about; never after the end of its month. */
  at: number;
  line?: Line;
  from?: number;
  to?: number;
  quantity?: number;
  unit?: string;
}
