import { ApiProblem } from '@faceplate/client';
import type { PaymentsClient } from '@faceplate/client/nouns/payments.js';
import type { Payment, PaymentRequest } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Sent } from './typed-payment.ts';

/** `unknown`: it may have arrived or not. Sending it again, unchanged, is the same payment. */
export type PayingState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly again: boolean }
  | { readonly step: 'unknown'; readonly cause: unknown }
  | { readonly step: 'refused'; readonly cause: ApiProblem };

export interface PayingOptions {
  payments: () => Pick<PaymentsClient, 'pay'>;
  /** What was sent and has no answer yet, wherever on this device it was sent from. */
  sent: () => Sent | undefined;
  /** Remembers it before it goes out; nothing takes it off. */
  remember: (sent: Sent | undefined) => void;
}

/** Of these one cannot tell whether an earlier try got through, or they pass: the same key may come again. */
const OPEN_STATUSES = [401, 408, 425, 429];

/**
 * Pays once. The key is kept before the first byte leaves, so that neither a lost answer nor a closed tab can make two
 * payments of one, and it goes only with an answer.
 */
export class PayingController implements ReactiveController {
  state: PayingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #options: PayingOptions;

  constructor(host: ReactiveControllerHost, options: PayingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // What went wrong when this stood on a page before is old news; what is still open is in `sent`.
    if (this.state.step !== 'sending') this.state = { step: 'idle' };
  }

  /** What was said about the last try holds no longer. */
  reset(): void {
    if (this.state.step !== 'sending') this.#show({ step: 'idle' });
  }

  /** Gives up an open try. It may have arrived all the same: then it is among the payments. */
  leave(): void {
    this.#options.remember(undefined);
    this.reset();
  }

  /** What came of it; nothing when it was refused or nobody knows, or when it is on its way already. */
  async pay(body: PaymentRequest): Promise<Payment | undefined> {
    if (this.state.step === 'sending') return undefined;
    const { payments, remember } = this.#options;
    const before = this.#options.sent();
    const sent = this.#sentFor(body);
    this.#show({ step: 'sending', again: before?.key === sent.key });
    try {
      const payment = await payments().pay(body, { idempotencyKey: sent.key });
      remember(undefined);
      this.#show({ step: 'idle' });
      return payment;
    } catch (cause) {
      const refused = cause instanceof ApiProblem && isFinal(cause);
      if (refused) remember(undefined);
      this.#show(refused ? { step: 'refused', cause } : { step: 'unknown', cause });
      return undefined;
    }
  }

  /** The same wish under the same key, whichever tab had it first; another wish under another. */
  #sentFor(body: PaymentRequest): Sent {
    const { sent, remember } = this.#options;
    const before = sent();
    const written = JSON.stringify(body);
    if (before?.written === written) return before;
    const { parts } = body;
    const amount = parts.reduce((all, part) => all + part.amount.amount, 0);
    const now = { key: crypto.randomUUID(), written, amount, currency: parts[0]?.amount.currency ?? '', at: Date.now() };
    remember(now);
    return now;
  }

  #show(state: PayingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function isFinal({ problem: { status, code } }: ApiProblem): boolean {
  return status < 500 && code !== 'in-progress' && !OPEN_STATUSES.includes(status);
}
