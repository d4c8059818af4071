import type { UsageEvent } from '@faceplate/contracts';
import { formatInstant, formatMoney, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, tableStyles } from '@faceplate/ui';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { quantityText } from '../charge-facts.ts';
import { words } from '../messages.ts';

/** Shown at first. A month of calls is more than anybody reads. */
const FIRST = 30;

/**
 * The single uses behind a line of a bill, oldest first.
 *
 * @summary Calls, messages and data that a charge is made of.
 * @tagname fp-usage-events
 */
export class UsageEventsElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, tableStyles];

  @property({ attribute: false }) events: readonly UsageEvent[] = [];

  @property() locale = 'en';

  @state() private most = FIRST;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const beyond = this.events.length - this.most;
    return html`
      <table>
        <caption class="visually-hidden">${words.uses()}</caption>
        <thead>
          <tr>
            <th scope="col">${words.when()}</th>
            <th scope="col">${words.what()}</th>
            <th scope="col" class="number">${words.amount()}</th>
          </tr>
        </thead>
        <tbody>
          ${this.events.slice(0, this.most).map((event) => this.#renderEvent(event))}
        </tbody>
      </table>
      ${beyond > 0 ? html`<button class="quiet" @click=${this.#onMore}>${words.moreUses(beyond, this.locale)}</button>` : nothing}
    `;
  }

  #renderEvent({ at, name, detail, quantity, included, amount, tiers = [] }: UsageEvent) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const free = amount.amount === 0 && included !== undefined && included > 0;
    return html`
      <tr>
        <td>${formatInstant(at, this.locale, zone, 'medium')}</td>
        <td>
          <bdi>${detail ? `${name}, ${detail}` : name}</bdi>
          <div class="quiet small">${quantityText(quantity, this.locale)}</div>
          ${tiers.map((tier) => html`<div class="quiet small">${words.tier(quantityText({ ...quantity, value: tier.quantity }, this.locale), formatMoney(tier.each, this.locale), formatMoney(tier.amount, this.locale))}</div>`)}
        </td>
        <td class="number">${free ? words.inPlan() : formatMoney(amount, this.locale)}</td>
      </tr>
    `;
  }

  #onMore() {
    this.most += 10 * FIRST;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-usage-events': UsageEventsElement;
  }
}
