import { ApiProblem, type CartClient, type OrdersClient } from '@faceplate/client';
import type { Cart, CartItem, Order } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Refusal, refusalOf } from './refusal.ts';

/** What the customer set out to do. Two clicks that mean the same are one intent. */
export type Intent =
  | { readonly doing: 'add'; readonly offerId: string; readonly quantity: number }
  | { readonly doing: 'remove' | 'restore'; readonly item: CartItem }
  | { readonly doing: 'order'; readonly cart: Cart; readonly accountId: string };

export type PurchaseState =
  | { readonly step: 'idle' }
  | { readonly step: 'refused'; readonly intent: Intent; readonly cause: unknown }
  | { readonly step: 'ordered'; readonly order: Order };

interface Clients {
  readonly cart: CartClient;
  readonly orders: OrdersClient;
}

/**
 * Fills the cart and orders it. Each intent keeps one idempotency key until the
 * service has given a definite answer, so that no repeat counts twice.
 */
export class PurchaseController implements ReactiveController {
  state: PurchaseState = { step: 'idle' };
  /** The line that was taken out last, for whoever wants it back. */
  removed: CartItem | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #clients: () => Clients;
  readonly #keys = new Map<string, string>();
  readonly #running = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, clients: () => Clients) {
    this.#host = host;
    this.#clients = clients;
    host.addController(this);
  }

  /** What was ordered is told once; whoever comes back finds the shop. */
  hostDisconnected(): void {
    this.reset();
  }

  reset(): void {
    this.state = { step: 'idle' };
    this.removed = undefined;
    this.#host.requestUpdate();
  }

  isRunning(doing: Intent['doing'], offerId?: string): boolean {
    return [...this.#running].some((name) => name.startsWith(offerId === undefined ? doing : `${doing} ${offerId} `));
  }

  /** Why an offer did not get into the cart. */
  refusalOf(offerId: string): Refusal | undefined {
    if (this.state.step !== 'refused') return undefined;
    const { intent, cause } = this.state;
    return intent.doing === 'add' && intent.offerId === offerId ? refusalOf(cause) : undefined;
  }

  /** Intents are carried out one after the other: two at once could overwrite each other's cart. */
  async do(intent: Intent): Promise<void> {
    const name = nameOf(intent);
    if (this.#running.has(name)) return;
    this.#running.add(name);
    this.#show({ step: 'idle' });
    const work = this.#last.then(() => this.#carryOut(intent, name));
    this.#last = work;
    await work;
  }

  async #carryOut(intent: Intent, name: string): Promise<void> {
    const idempotencyKey = this.#keys.get(name) ?? crypto.randomUUID();
    this.#keys.set(name, idempotencyKey);
    let state: PurchaseState = { step: 'idle' };
    try {
      state = await this.#send(intent, idempotencyKey);
      this.#keys.delete(name);
    } catch (cause) {
      // A definite no is kept by the service under the key, and would come again when the reason is long gone.
      if (isDefinite(cause)) this.#keys.delete(name);
      state = { step: 'refused', intent, cause };
    } finally {
      this.#running.delete(name);
      this.#show(state);
    }
  }

  async #send(intent: Intent, idempotencyKey: string): Promise<PurchaseState> {
    const { cart, orders } = this.#clients();
    switch (intent.doing) {
      case 'add':
        await cart.add({ offerId: intent.offerId, quantity: intent.quantity }, { idempotencyKey });
        this.removed = undefined;
        return { step: 'idle' };
      case 'restore':
        await cart.add({ offerId: intent.item.offerId, quantity: intent.item.quantity }, { idempotencyKey });
        this.removed = undefined;
        return { step: 'idle' };
      case 'remove':
        await cart.remove(intent.item.id).catch(unlessGone);
        this.removed = intent.item;
        return { step: 'idle' };
      case 'order': {
        const order = await orders.place({ cartId: intent.cart.id, accountId: intent.accountId }, { idempotencyKey });
        this.removed = undefined;
        return { step: 'ordered', order };
      }
    }
  }

  #show(state: PurchaseState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** A cart is emptied by its order and filled again: its lines tell one order from the next. */
function nameOf(intent: Intent): string {
  switch (intent.doing) {
    case 'add':
      return `add ${intent.offerId} ${intent.quantity}`;
    case 'remove':
    case 'restore':
      return `${intent.doing} ${intent.item.id}`;
    case 'order':
      return `order ${intent.accountId} ${intent.cart.id} ${intent.cart.items.map(({ id, quantity }) => `${id}:${quantity}`).join()}`;
  }
}

/** The service decided; 409 says that it is still at it. */
const isDefinite = (cause: unknown) => cause instanceof ApiProblem && !cause.retryable && cause.problem.status !== 409;

/** Removed elsewhere, or by the call whose answer was lost: it is out of the cart, as was wanted. */
function unlessGone(cause: unknown): void {
  if (!(cause instanceof ApiProblem && cause.notFound)) throw cause;
}
