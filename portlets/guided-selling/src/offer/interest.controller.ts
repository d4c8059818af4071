import '@faceplate/client/nouns/places.js';
import { ApiProblem } from '@faceplate/client';
import { html, nothing } from 'lit';
import { words } from '../choosing/messages.ts';
import { refusalMessage } from '../components/refusal-message.ts';
import type { ShopHost } from '../part.ts';
import { type Refusal, refusalOf } from '../refusal.ts';

type State = { step: 'idle' } | { step: 'done' } | { step: 'refused'; refusal: Refusal };

/** Puts a name down for what is not there yet: once, however often it is asked for; and takes it off again. */
export class InterestController {
  readonly #host: ShopHost;
  /** Place and offer that the state is about. */
  #of = '';
  #state: State = { step: 'idle' };
  #key = '';

  constructor(host: ShopHost) {
    this.#host = host;
  }

  /** `offerId` empty: for any line at all. */
  async register(placeId: string, offerId = ''): Promise<void> {
    const of = wishOf(placeId, offerId);
    if (this.#of !== of || !this.#key) this.#key = crypto.randomUUID();
    this.#of = of;
    const { client, report } = this.#host.services;
    try {
      await client.places.register({ placeId, ...(offerId && { offerId }) }, { idempotencyKey: this.#key });
      this.#key = '';
      this.#show({ step: 'done' });
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.definite) this.#key = '';
      report(cause);
      this.#show({ step: 'refused', refusal: refusalOf(cause) });
    }
  }

  /** Takes a name off the list, of which the place is `placeId`. */
  async forget(interestId: string, placeId: string): Promise<void> {
    const { client, report } = this.#host.services;
    this.#of = wishOf(placeId, '');
    try {
      await client.places.forget(interestId);
      this.#show({ step: 'idle' });
    } catch (cause) {
      report(cause);
      this.#show({ step: 'refused', refusal: refusalOf(cause) });
    }
  }

  /** What became of putting a name down. */
  render(placeId: string, offerId = ''): unknown {
    if (this.#of !== wishOf(placeId, offerId) || this.#state.step !== 'done') return this.renderRefusal(placeId, offerId, () => void this.register(placeId, offerId));
    return html`<fp-status-message tone="positive" heading=${words.interestDone()}><p>${words.interestHelp()}</p></fp-status-message>`;
  }

  /** Why nothing came of it, and the way to try again. */
  renderRefusal(placeId: string, offerId: string, again: () => void): unknown {
    const state = this.#state;
    return this.#of === wishOf(placeId, offerId) && state.step === 'refused' ? refusalMessage(state.refusal, this.#host.signInHref, again) : nothing;
  }

  #show(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

const wishOf = (placeId: string, offerId: string): string => `${placeId} ${offerId}`;
