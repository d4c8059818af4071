import '@faceplate/client/nouns/places.js';
import { ApiProblem } from '@faceplate/client';
import { html, nothing } from 'lit';
import type { Kept } from '../choosing/kept.ts';
import { words } from '../choosing/messages.ts';
import { refusalMessage } from '../components/refusal-message.ts';
import type { ShopHost } from '../part.ts';
import { type Refusal, refusalOf } from '../refusal.ts';

type State = { step: 'idle' } | { step: 'asking'; wrong: boolean } | { step: 'done' } | { step: 'refused'; refusal: Refusal };

/** Where to write to, as it was typed: kept on this device. */
const EMAIL = 'interest-email';

/**
 * Puts a name down for what is not there yet: once, however often it is asked for; and takes it off again. Who has not signed
 * in is asked first where to write to.
 */
export class InterestController {
  readonly #host: ShopHost;
  readonly #kept: Kept;
  /** Place and offer that the state is about. */
  #of = '';
  #state: State = { step: 'idle' };
  #key = '';
  #keyOf = '';

  constructor(host: ShopHost, kept: Kept) {
    this.#host = host;
    this.#kept = kept;
  }

  /** `offerId` empty: for any line at all. */
  async register(placeId: string, offerId = ''): Promise<void> {
    this.#of = wishOf(placeId, offerId);
    if (this.#host.person !== '') return this.#send(placeId, offerId);
    this.#show({ step: 'asking', wrong: false });
    await this.#focusEmail();
  }

  async #send(placeId: string, offerId: string, email = ''): Promise<void> {
    const wish = `${wishOf(placeId, offerId)} ${email}`;
    if (this.#keyOf !== wish || !this.#key) this.#key = crypto.randomUUID();
    this.#keyOf = wish;
    const { client, report } = this.#host.services;
    try {
      await client.places.register({ placeId, ...(offerId && { offerId }), ...(email && { email }) }, { idempotencyKey: this.#key });
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

  /** What became of putting a name down, or what it still takes. */
  render(placeId: string, offerId = ''): unknown {
    if (this.#of !== wishOf(placeId, offerId)) return nothing;
    if (this.#state.step === 'asking') return this.#renderAsking(placeId, offerId, this.#state.wrong);
    const again = () => void this.#send(placeId, offerId, this.#host.person === '' ? this.#kept.get(EMAIL).trim() : '');
    if (this.#state.step !== 'done') return this.renderRefusal(placeId, offerId, again);
    return html`<fp-status-message tone="positive" heading=${words.interestDone()}><p>${words.interestHelp()}</p></fp-status-message>`;
  }

  /** Why nothing came of it, and the way to try again. */
  renderRefusal(placeId: string, offerId: string, again: () => void): unknown {
    const state = this.#state;
    return this.#of === wishOf(placeId, offerId) && state.step === 'refused' ? refusalMessage(state.refusal, this.#host.signInHref, again) : nothing;
  }

  #renderAsking(placeId: string, offerId: string, wrong: boolean): unknown {
    const onSubmit = (event: Event) => {
      event.preventDefault();
      const isWhole = this.#field?.validity.valid ?? false;
      if (isWhole) void this.#send(placeId, offerId, this.#kept.get(EMAIL).trim());
      else {
        this.#show({ step: 'asking', wrong: true });
        void this.#focusEmail();
      }
    };
    return html`<form class="stack tight" part="interest" novalidate @submit=${onSubmit}>
      <div class="field">
        <label for=${EMAIL}>${words.interestEmail()}</label>
        <input id=${EMAIL} type="email" required maxlength="254" autocomplete="email" .value=${this.#kept.get(EMAIL)} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="${EMAIL}-help" @input=${this.#onType} />
        <p id="${EMAIL}-help" class="hint">${wrong ? html`<strong>${words.interestEmailWrong()}</strong> ` : nothing}${words.interestEmailHelp()}</p>
      </div>
      <div><button class="primary">${words.tellMe()}</button></div>
    </form>`;
  }

  readonly #onType = ({ currentTarget }: Event) => {
    this.#kept.set({ [EMAIL]: (currentTarget as HTMLInputElement).value });
  };

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`#${EMAIL}`);
  }

  async #focusEmail(): Promise<void> {
    await this.#host.updateComplete;
    this.#field?.focus();
  }

  #show(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

const wishOf = (placeId: string, offerId: string): string => `${placeId} ${offerId}`;
