import type { PaymentMeans, PaymentMeansList } from '@faceplate/contracts';
import { isolated, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, formStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { PaymentTypedEvent } from '../../events.ts';
import { said } from '../messages.ts';
import { NEW_MEANS } from '../typed-payment.ts';

/**
 * With what to pay: something the provider keeps, or something new. What is new is typed at the provider's, never here.
 *
 * @summary Choice of the means of payment.
 * @tagname fp-means-choice
 *
 * @fires {PaymentTypedEvent} payment-typed - Another means was chosen, or whether it is to be kept.
 */
export class MeansChoiceElement extends LitElement {
  static override readonly styles = [baseStyles, formStyles];

  @property({ attribute: false }) means!: PaymentMeansList;

  /** Id of the chosen one, or `new`. */
  @property() chosen = '';

  @property({ type: Boolean }) keep = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const { items, canAdd } = this.means;
    return html`
      <fieldset class="field">
        <legend>${said.payWith()}</legend>
        ${items.toSorted((one, other) => Number(other.usable) - Number(one.usable)).map((one) => this.#renderOne(one))} ${canAdd ? this.#renderNew() : nothing}
      </fieldset>
    `;
  }

  #renderOne({ id, name, usable }: PaymentMeans) {
    return html`<label class="choice">
      <input type="radio" name="means" .value=${id} .checked=${this.chosen === id} ?disabled=${!usable} @change=${() => this.#choose(id)} />
      <span>${isolated(name)} ${usable ? nothing : html`<span class="quiet small">${said.notUsable()}</span>`}</span>
    </label>`;
  }

  #renderNew() {
    const chosen = this.chosen === NEW_MEANS;
    return html`
      <label class="choice">
        <input type="radio" name="means" .value=${NEW_MEANS} .checked=${chosen} aria-describedby=${chosen ? 'there' : nothing} @change=${() => this.#choose(NEW_MEANS)} />
        <span>${said.newMeans()}</span>
      </label>
      ${chosen
        ? html`<p class="hint" id="there">${said.goOnAt(this.means.provider)}</p>
            <label class="choice">
              <input type="checkbox" name="keep" .checked=${this.keep} @change=${this.#onKeep} />
              <span>${said.keep(this.means.provider)}</span>
            </label>`
        : nothing}
    `;
  }

  #choose(means: string) {
    this.dispatchEvent(new PaymentTypedEvent({ means }));
  }

  #onKeep({ currentTarget }: Event) {
    this.dispatchEvent(new PaymentTypedEvent({ keep: (currentTarget as HTMLInputElement).checked }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-means-choice': MeansChoiceElement;
  }
}
