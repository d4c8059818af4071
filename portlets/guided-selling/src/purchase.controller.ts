import '@faceplate/client/nouns/cart.js';
import '@faceplate/client/nouns/visitor.js';
import { ApiProblem, type FaceplateClient } from '@faceplate/client';
import type { CartItem, Choices } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Refusal, refusalOf } from './refusal.ts';

/** What the customer set out to do. Two clicks that mean the same are one intent. `pick-up`: goes on with the cart of another browser, by a link. */
export type Intent =
  | { readonly doing: 'add'; readonly offerId: string; readonly quantity: number; readonly choices?: Choices; readonly placeId?: string }
  | { readonly doing: 'pick-up'; readonly code: string }
  | { readonly doing: 'swap'; readonly out: string; readonly offerId: string }
  | { readonly doing: 'remove' | 'restore'; readonly item: CartItem };

export type PurchaseState = { readonly step: 'idle' } | { readonly step: 'refused'; readonly intent: Intent; readonly cause: unknown };

/**
 * Fills the cart. Each intent keeps one idempotency key until the service has given a
 * definite answer, so that no repeat counts twice.
 */
export class PurchaseController implements ReactiveController {
  state: PurchaseState = { step: 'idle' };
  /** The line that was taken out last, for whoever wants it back. */
  removed: CartItem | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #client: () => Pick<FaceplateClient, 'cart' | 'visitor'>;
  readonly #keys = new Map<string, string>();
  readonly #running = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost, client: () => Pick<FaceplateClient, 'cart' | 'visitor'>) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.state = { step: 'idle' };
    this.removed = undefined;
  }

  isAdding(offerId: string): boolean {
    return [...this.#running].some((name) => name.startsWith(`add ${offerId} `));
  }

  /** Why an offer did not get into the cart. */
  refusalOf(offerId: string): Refusal | undefined {
    if (this.state.step !== 'refused') return undefined;
    const { intent, cause } = this.state;
    return 'offerId' in intent && intent.offerId === offerId ? refusalOf(cause) : undefined;
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
      await this.#send(intent, idempotencyKey);
      this.#keys.delete(name);
    } catch (cause) {
      // A definite no is kept by the service under the key, and would come again when the reason is long gone.
      if (cause instanceof ApiProblem && cause.definite) this.#keys.delete(name);
      state = { step: 'refused', intent, cause };
    } finally {
      this.#running.delete(name);
      this.#show(state);
    }
  }

  async #send(intent: Intent, idempotencyKey: string): Promise<void> {
    const { cart, visitor } = this.#client();
    let removed: CartItem | undefined;
    if (intent.doing === 'remove') {
      await cart.remove(intent.item.id).catch(unlessGone);
      removed = intent.item;
    } else if (intent.doing === 'pick-up') {
      await visitor.pickUp(intent.code, { idempotencyKey });
    } else if (intent.doing === 'swap') {
      await cart.swap({ out: intent.out, offerId: intent.offerId }, { idempotencyKey });
    } else if ('item' in intent) {
      const { offerId, quantity, choices, place } = intent.item;
      await cart.add({ offerId, quantity, ...(choices && { choices }), ...(place && { placeId: place.id }) }, { idempotencyKey });
    } else {
      const { doing: _, ...item } = intent;
      await cart.add(item, { idempotencyKey });
    }
    this.removed = removed;
  }

  #show(state: PurchaseState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function nameOf(intent: Intent): string {
  if (intent.doing === 'add') return `add ${intent.offerId} ${intent.quantity} ${JSON.stringify(intent.choices)} ${intent.placeId}`;
  if (intent.doing === 'swap') return `swap ${intent.out} ${intent.offerId}`;
  return intent.doing === 'pick-up' ? `pick-up ${intent.code}` : `${intent.doing} ${intent.item.id}`;
}

/** Removed elsewhere, or by the call whose answer was lost: it is out of the cart, as was wanted. */
function unlessGone(cause: unknown): void {
  if (!(cause instanceof ApiProblem && cause.notFound)) throw cause;
}
