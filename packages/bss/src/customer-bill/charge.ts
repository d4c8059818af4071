/** `deferred` is money owed from before: an instalment, a payment that came back. It is no new revenue. */
export type ChargeKind = 'recurring' | 'usage' | 'one-off' | 'discount' | 'credit' | 'penalty' | 'deferred';

/** The product a charge is for. */
export interface BilledLine {
  id: string;
  name: string;
  identifier?: string;
}

/** A bill line before it is written. Net minor units; `from` and `to` are instants, half-open. */
export interface Charge {
  kind: ChargeKind;
  name: string;
  net: number;
  /** Tax in per cent. */
  rate: number;
  /** Its tax, where that is a matter of what was agreed and not of the net. */
  tax?: number;
  /** When it came about; never after the end of its period. */
  at: number;
  line?: BilledLine;
  from?: number;
  to?: number;
  quantity?: number;
  unit?: string;
  /** The document it stands in already. */
  id?: string;
  /** What it goes back to, where that is no product: the ticket, the violation, the payment. */
  reason?: string;
  /** The bill a credit has settled by itself; it is on no further one. */
  settled?: string;
}
