import '@faceplate/client/nouns/cart.js';
import { ApiProblem } from '@faceplate/client';
import type { CartItem } from '@faceplate/contracts';
import { FollowController } from '@faceplate/portlet-kit/acting.js';
import type { PartHost } from '../part.ts';

/** Takes lines out of the cart, the last of them with a way back. */
export class Removing {
  /** The line that was taken out last, while it can come back. */
  removed: CartItem | undefined;
  readonly follow: FollowController;
  readonly #host: PartHost;

  constructor(host: PartHost) {
    this.#host = host;
    this.follow = new FollowController(host);
  }

  forget(): void {
    this.removed = undefined;
  }

  async remove(item: CartItem): Promise<void> {
    const { acts, services } = this.#host;
    if (!(await acts.do(`remove ${item.id}`, () => services.client.cart.remove(item.id).catch(unlessGone)))) return;
    this.removed = item;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // The button that was pressed goes with its line; what undoes it is the next thing to be at.
    this.#host.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
  }

  async restore({ id, offerId, quantity, choices, place }: CartItem): Promise<void> {
    const { acts, services } = this.#host;
    const item = { offerId, quantity, ...(choices && { choices }), ...(place && { placeId: place.id }) };
    if (!(await acts.do(`undo ${id}`, (idempotencyKey) => services.client.cart.add(item, { idempotencyKey })))) return;
    this.follow.to('[part="lines"] li:last-child [data-move]');
    this.forget();
    this.#host.requestUpdate();
  }
}

/** Removed elsewhere, or by the call whose answer was lost: it is out of the cart, as was wanted. */
function unlessGone(cause: unknown): void {
  if (!(cause instanceof ApiProblem && cause.notFound)) throw cause;
}
