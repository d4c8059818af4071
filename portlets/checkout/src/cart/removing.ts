import '@faceplate/client/nouns/cart.js';
import type { ApiProblem } from '@faceplate/client';
import type { CartItem } from '@faceplate/contracts';
import { FollowController } from '@faceplate/portlet-kit/acting.js';
import type { PartHost } from '../part.ts';

/** Takes lines out of the cart, the last of them with a way back. */
export class Removing {
  /** The line that was taken out last, while it can come back. */
  removed: CartItem | undefined;
  readonly #follow: FollowController;
  readonly #host: PartHost;

  constructor(host: PartHost) {
    this.#host = host;
    this.#follow = new FollowController(host);
  }

  /** The keyboard goes on at the first thing that can be done about this, wherever it will stand. */
  goWith({ id }: CartItem): void {
    this.#follow.to(`[data-item="${CSS.escape(id)}"] button`);
  }

  async remove(item: CartItem): Promise<void> {
    if (!(await this.#host.acts.do(`remove ${item.id}`, () => this.#host.services.client.cart.remove(item.id).catch(unlessGone)))) return;
    this.removed = item;
    // What undoes it is the next thing to be at.
    this.goWith(item);
    this.#host.requestUpdate();
  }

  async restore({ id, offerId, quantity, choices, place }: CartItem): Promise<void> {
    const { acts, services } = this.#host;
    const item = { offerId, quantity, ...(choices && { choices }), ...(place && { placeId: place.id }) };
    if (!(await acts.do(`undo ${id}`, (idempotencyKey) => services.client.cart.add(item, { idempotencyKey })))) return;
    this.#follow.to('li:last-child button');
    this.removed = undefined;
    this.#host.requestUpdate();
  }
}

/** Removed elsewhere, or by the call whose answer was lost: it is out of the cart, as was wanted. */
function unlessGone(cause: Partial<ApiProblem>): void {
  if (!cause.notFound) throw cause as Error;
}
