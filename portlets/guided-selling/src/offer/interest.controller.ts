import { html, nothing } from 'lit';
import { words } from '../choosing/messages.ts';
import { refusalMessage } from '../components/refusal-message.ts';
import type { ShopHost } from '../part.ts';
import { type Refusal, refusalOf } from '../refusal.ts';

type State = { step: 'idle' } | { step: 'done' } | { step: 'refused'; refusal: Refusal };

/** Puts a name down for what is not there yet: once, however often it is asked for. */
export class InterestController {
  readonly #host: ShopHost;
  #of = '';
  #state: State = { step: 'idle' };
  #key = '';
  #place = '';

  constructor(host: ShopHost) {
    this.#host = host;
  }

  /** `offerId` empty: for any line at all. */
  async register(placeId: string, offerId = ''): Promise<void> {
    if (this.#of !== offerId || this.#place !== placeId || !this.#key) this.#key = crypto.randomUUID();
    this.#of = offerId;
    this.#place = placeId;
    const { client, report } = this.#host.services;
    try {
      await client.places.register({ placeId, ...(offerId && { offerId }) }, { idempotencyKey: this.#key });
      this.#show({ step: 'done' });
    } catch (cause) {
      report(cause);
      this.#show({ step: 'refused', refusal: refusalOf(cause) });
    }
  }

  render(offerId = ''): unknown {
    const state = this.#state;
    if (this.#of !== offerId || state.step === 'idle') return nothing;
    if (state.step === 'done') return html`<fp-status-message tone="positive" heading=${words.interestDone()}><p>${words.interestHelp()}</p></fp-status-message>`;
    return refusalMessage(state.refusal, this.#host.signInHref, () => void this.register(this.#place, offerId));
  }

  #show(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
