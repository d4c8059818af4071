/**
 * `instalment` is a part of a device's price. `deferred` is money owed from before: a part of a payment plan, a payment
 * that came back. It is no new revenue.
 */
export type ChargeKind = 'recurring' | 'usage' | 'one-off' | 'discount' | 'credit' | 'penalty' | 'instalment' | 'deferred';

/** Of what kind the thing is that a charge goes back to. */
export type ReasonKind = 'product' | 'ticket' | 'service-level' | 'payment' | 'bill' | 'charge' | 'order';

/** One step of a price list, as far as it was used: minor units, tax included. */
export interface Step {
  quantity: number;
  each: number;
  amount: number;
}

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
  /** Its tax, where its price was agreed with tax in it: what the price has beyond the net. Of other lines it is reckoned once a rate. */
  tax?: number;
  /** When it came about; never after the end of its period. */
  at: number;
  line?: BilledLine;
  /** The account it was run up on, where that is another than the bill's. */
  account?: { id: string; name: string };
  from?: number;
  to?: number;
  quantity?: number;
  unit?: string;
  /** How the quantity came to its price, step by step; the steps come to the price with its tax. */
  tiers?: readonly Step[];
  /** What an allowance had room for, beside the quantity that is charged; in the same unit. */
  included?: number;
  /** A charge by the day: so many days of the period's. */
  days?: { charged: number; of: number };
  /** The document it stands in already. */
  id?: string;
  /** What it goes back to, where that is no product: the ticket, the violation, the payment. */
  reason?: string;
  reasonKind?: ReasonKind;
  /** The bill a credit has settled by itself; it is on no further one. */
  settled?: string;
}
