/** An amount in minor units of its currency, as the merchant says it. */
export interface Amount {
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** What of a card may be told: never more. */
export interface CardFacts {
  brand: string;
  lastFour: string;
}

/**
 * `open`: the hosted page waits for a card. `challenged`: the bank asks the payer. `processing`: the bank has not said.
 * The rest is for good.
 */
export type IntentState = 'open' | 'challenged' | 'processing' | 'succeeded' | 'failed' | 'cancelled';

export const isOver = (state: IntentState): boolean => state === 'succeeded' || state === 'failed' || state === 'cancelled';

/** Why the bank said no, for programs. */
export type Decline = 'insufficient-funds' | 'card-expired' | 'not-confirmed' | 'means-gone';

/** What a merchant wants paid. Its own reference stands for one intent, whatever happens on the way. */
export interface Intent {
  id: string;
  reference: string;
  amount: Amount;
  description: string;
  state: IntentState;
  /** The merchant's word for the payer; cards are kept under it. */
  customer?: string;
  /** The payer may keep the card, and this is how the box stands at first. */
  keep: boolean;
  /** Where the browser goes when the page has done its part. */
  returnUrl: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  expiresAt: number;
  changedAt: number;
  /** Grows with every change: whoever changes it names the one that was seen. */
  version: number;
  /** Cards that were refused on the page. */
  refusals: number;
  why?: Decline;
  card?: CardFacts;
  /** What is being paid with, between two steps. */
  paying?: { scenario: string; keepIt: boolean };
  /** When the bank answers at last. */
  settlesAt?: number;
}

/** A card that a payer keeps here. The merchant knows its token. */
export interface KeptCard extends CardFacts {
  token: string;
  customer: string;
  scenario: string;
  createdAt: number;
}

/** Money that moved. The ledger is only ever added to. */
export interface Charge {
  id: string;
  intentId: string;
  reference: string;
  amount: Amount;
  at: number;
}

/** Something the merchant is to be told of. */
export interface News {
  id: string;
  intentId: string;
  body: string;
  /** Not told before this moment. */
  due: number;
  tries: number;
}
