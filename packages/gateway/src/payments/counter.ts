import type { Attempt } from './attempt.ts';
import type { PaymentProvider } from './provider.ts';
import type { PaymentStore } from './store.ts';

/** Where payments are taken, as calls see it. */
export interface PaymentCounter {
  readonly provider: PaymentProvider;
  readonly store: PaymentStore;
  /** Writes it down, unless another payment holds some of it. Answers the one of that id when there is one. */
  begin(attempt: Attempt): Promise<Attempt | 'held'>;
  /** Brings a payment as far as it goes now. @throws {ProviderProblem} when the provider cannot be asked. */
  advance(id: string): Promise<Attempt | undefined>;
  /** The same for a page that waits: not too often, and as it stands when nobody can be asked. */
  look(attempt: Attempt): Promise<Attempt>;
  /** Ends a payment that waits for its payer; answers how it then stands. @throws {ProviderProblem} */
  cancel(id: string): Promise<Attempt | undefined>;
  /** News of the provider's. False when they are not; whoever told them tries again when this throws. */
  hear(news: { headers: Headers; body: string }): Promise<boolean>;
}
