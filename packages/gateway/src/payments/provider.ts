import type { Money, PaymentMeans } from '@faceplate/contracts';

/** Where a payment stands at the provider. The last three are for good. */
export type ProviderState = 'needs-payer' | 'processing' | 'succeeded' | 'failed' | 'cancelled';

/** Why a payment failed, as far as customers can do something about it. */
export type WhyFailed = 'insufficient-funds' | 'card-expired' | 'not-confirmed' | 'means-gone' | 'declined';

export interface ProviderWish {
  /** Our payment's id: the provider takes it for one payment, however often it is said. */
  reference: string;
  amount: Money;
  /** What the payer reads there. */
  description: string;
  /** Under which the provider keeps this payer's cards; tells nobody who it is. */
  customer: string;
  /** A kept means; without it the provider's page asks for one. */
  means?: string;
  /** The payer wants a new means kept. */
  keep: boolean;
  /** Where the browser goes afterwards. What it brings along proves nothing. */
  returnUrl: string;
  expiresInSeconds: number;
}

export interface ProviderPayment {
  id: string;
  reference: string;
  amount: Money;
  state: ProviderState;
  /** Where the payer goes on, on the provider's own origin; while it needs the payer. */
  action?: { url: string };
  means?: { kind: PaymentMeans['kind']; name: string };
  why?: WhyFailed;
}

export interface ProviderMeans {
  id: string;
  kind: PaymentMeans['kind'];
  name: string;
}

/**
 * The provider cannot be asked (`away`), did not take what was asked (`refused`: nothing was done), or gave an answer
 * nobody can read (`garbage`).
 */
export class ProviderProblem extends Error {
  override readonly name = 'ProviderProblem';
  readonly fault: 'away' | 'refused' | 'garbage';

  constructor(fault: ProviderProblem['fault'], message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}

/**
 * Whoever takes the money. Its word alone makes a payment paid; what the browser says when it comes back counts for nothing.
 *
 * @throws {ProviderProblem} from every method, and nothing else.
 */
export interface PaymentProvider {
  /** As customers know it: "You go on at …". */
  readonly name: string;
  /** It takes a means the payer has not kept there. */
  readonly takesNew: boolean;
  /** Begins a payment; said again with the same reference, answers the one that is there. */
  create(wish: ProviderWish): Promise<ProviderPayment>;
  /** The payment of a reference; `undefined` when the provider has never heard of it. */
  find(reference: string): Promise<ProviderPayment | undefined>;
  /** Ends a payment that waits for its payer, and answers how it then stands: it may have been paid meanwhile. */
  cancel(id: string): Promise<ProviderPayment>;
  means(customer: string): Promise<ProviderMeans[]>;
  /**
   * News that came in: the references they are about, to be asked for; `undefined` when they are not the provider's.
   * What else they say is not believed, so their order and number do not matter.
   */
  heard(news: { headers: Headers; body: string }, now: Date): Promise<string[] | undefined>;
}
