import type { Payment } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two questions: soon at first, as most answers come within seconds. */
const PAUSES = [1500, 2000, 3000, 5000, 8000, 12_000, 15_000];

/** After so many milliseconds a person is told that it takes longer than usual. */
const LATE_MS = 20_000;

export interface WaitingOptions {
  payment: () => Payment | undefined;
  /** Asks the service anew. */
  ask: () => void;
  /** The provider's word has come while somebody was waiting here. */
  settled: (payment: Payment) => void;
}

/**
 * Asks again while a payment waits for the provider. The event stream is quicker; this is for when it is silent. What
 * becomes of the payment is always the service's word, never a guess.
 */
export class WaitingController implements ReactiveController {
  /** It takes longer than usual. */
  late = false;

  readonly #host: ReactiveControllerHost;
  readonly #options: WaitingOptions;
  #waitsFor: string | undefined;
  #since = 0;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: WaitingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const payment = this.#options.payment();
    if (!payment || !isOpen(payment)) {
      if (payment && payment.id === this.#waitsFor) this.#options.settled(payment);
      if (payment) this.#stop();
      return;
    }
    if (payment.id !== this.#waitsFor) this.#begin(payment.id);
    this.#timer ??= setTimeout(this.#onTimer, PAUSES[Math.min(this.#asked, PAUSES.length - 1)]);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  readonly #onTimer = (): void => {
    this.#timer = undefined;
    this.#asked += 1;
    this.late = Date.now() - this.#since > LATE_MS;
    this.#options.ask();
    this.#host.requestUpdate();
  };

  #begin(id: string): void {
    this.#stop();
    this.#waitsFor = id;
    this.#since = Date.now();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitsFor = undefined;
    this.#asked = 0;
    this.late = false;
  }
}

const isOpen = ({ status }: Payment): boolean => status === 'needs-you' || status === 'processing';
