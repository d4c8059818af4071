import '@faceplate/client/nouns/accounts.js';
import type { FaceplateClient } from '@faceplate/client';
import type { Account } from '@faceplate/contracts';
import { formatNumber } from '@faceplate/localize';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { html, type TemplateResult } from 'lit';
import { words } from './messages.ts';
import { styles } from './sample-portlet.styles.ts';

/**
 * The one line.
 *
 * @summary The one line.
 * @tagname fp-sample-portlet
 *
 * @csspart accounts - The list of billing accounts.
 */
export class SamplePortletElement extends PortletElement<Pick<FaceplateClient, 'accounts'>> {
  static override readonly styles = styles;

  readonly #accounts = new Reading(this, {
    args: () => [] as const,
    load: (_none, options) => this.services.client.accounts.list(options),
    changes: ['accounts'],
  });

  protected override renderContent(): TemplateResult {
    return html`
      ${heading(this.headingLevel, words.title())}
      ${this.renderReading(this.#accounts, {
        isEmpty: ({ items }) => items.length === 0,
        empty: () => html`<p>${words.empty()}</p>`,
        ready: ({ items }) => (this.view === 'card' ? this.#renderCard(items) : this.#renderAccounts(items)),
      })}
    `;
  }

  #renderCard(accounts: readonly Account[]): TemplateResult {
    return html`<p>${words.count(formatNumber(accounts.length, this.activeLocale))}</p>`;
  }

  #renderAccounts(accounts: readonly Account[]): TemplateResult {
    return html`
      <ul part="accounts" class="accounts">
        ${accounts.map(({ name, number }) => html`<li>${name} <span class="number">${number}</span></li>`)}
      </ul>
    `;
  }
}
