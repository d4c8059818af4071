import type { SignedIn } from '@faceplate/contracts';
import { msg } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AccountChosenEvent } from '../events.ts';
import { LightElement } from './light.element.ts';

/**
 * Narrows the whole portal to one billing account.
 *
 * @summary All billing accounts, or one of them.
 * @tagname fp-account-switch
 *
 * @fires {AccountChosenEvent} fp-account-chosen - The person chose.
 */
export class AccountSwitchElement extends LightElement {
  @property({ attribute: false }) accounts: SignedIn['accounts'] = [];

  /** Billing account id; empty for all. */
  @property() chosen = '';

  override render(): unknown {
    if (this.accounts.length < 2) return nothing;
    return html`<label>
      <span>${msg('Account', { id: 'shell.account', desc: 'Label of the billing account switch' })}</span>
      <select @change=${this.#onChange}>
        ${this.#renderOption('', msg('All accounts', { id: 'shell.account.all', desc: 'Choice: every billing account' }))}
        ${this.accounts.map(({ id, name }) => this.#renderOption(id, name))}
      </select>
    </label>`;
  }

  #renderOption(value: string, name: string): TemplateResult {
    return html`<option value=${value} .selected=${value === this.chosen}>${name}</option>`;
  }

  #onChange(event: Event): void {
    this.dispatchEvent(new AccountChosenEvent((event.target as HTMLSelectElement).value));
  }
}
