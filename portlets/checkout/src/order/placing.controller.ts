import { ApiProblem } from '@faceplate/client';
import type { OrdersClient } from '@faceplate/client/nouns/orders.js';
import type { Order, OrderRequest } from '@faceplate/contracts';
import type { ReactiveControllerHost } from 'lit';
import { isOpen, type Sent, type TypedStore } from '../typed.ts';

/** `unknown`: it may have arrived or not. Sending it again, unchanged, is the same order. */
export type PlacingState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly again: boolean }
  | { readonly step: 'unknown' }
  | { readonly step: 'refused'; readonly cause: ApiProblem };

/** Of these one cannot tell whether an earlier try got through, or they pass: the same key may come again. */
const OPEN_STATUSES = [401, 408, 425, 429];

/**
 * Orders once. The key is kept on the device before the first byte leaves, so that neither a lost answer nor a closed tab can
 * make two orders of one, and it goes only with an answer.
 */
export class PlacingController {
  state: PlacingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #typed: TypedStore;
  readonly #orders: () => Pick<OrdersClient, 'place'>;
  readonly #report: (cause: unknown) => void;

  constructor(host: ReactiveControllerHost, typed: TypedStore, orders: () => Pick<OrdersClient, 'place'>, report: (cause: unknown) => void) {
    this.#host = host;
    this.#typed = typed;
    this.#orders = orders;
    this.#report = report;
  }

  /** What was sent and has no answer yet, wherever on this device it was sent from. */
  get sent(): Sent | undefined {
    return this.#typed.sent;
  }

  /** Gives up an open try. It may have arrived all the same: then it is among the orders. */
  leave(): void {
    this.#typed.change({ sent: undefined });
    this.#show({ step: 'idle' });
  }

  /** The order, once it is there; nothing when it was refused, when nobody knows, or when it is on its way already. */
  async place(body: OrderRequest): Promise<Order | undefined> {
    if (this.state.step === 'sending') return undefined;
    const before = this.#typed.stored().sent;
    const sent = this.#sentFor(JSON.stringify(body), before);
    this.#show({ step: 'sending', again: before?.key === sent.key });
    try {
      const order = await this.#orders().place(JSON.parse(sent.written) as OrderRequest, { idempotencyKey: sent.key });
      this.#typed.done({ id: order.id, number: order.number, ...(order.payment && { paymentId: order.payment.id }) });
      this.#show({ step: 'idle' });
      return order;
    } catch (cause) {
      this.#report(cause);
      const refused = cause instanceof ApiProblem && isFinal(cause);
      if (refused) this.#typed.change({ sent: undefined });
      this.#show(refused ? { step: 'refused', cause } : { step: 'unknown' });
      return undefined;
    }
  }

  /** The same wish under the same key, whichever tab had it first; another wish under another. */
  #sentFor(written: string, before: Sent | undefined): Sent {
    if (before?.written === written && isOpen(before)) return before;
    const sent = { key: crypto.randomUUID(), written, at: Date.now() };
    this.#typed.change({ sent });
    return sent;
  }

  #show(state: PlacingState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function isFinal({ problem: { status, code } }: ApiProblem): boolean {
  return status < 500 && code !== 'in-progress' && !OPEN_STATUSES.includes(status);
}
