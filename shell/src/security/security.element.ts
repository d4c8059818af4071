import '@faceplate/client/nouns/accounts.js';
import type { FaceplateClient } from '@faceplate/client';
import type { Persona } from '@faceplate/contracts';
import { heading, PortletElement, Reading } from '@faceplate/portlet-kit';
import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { securityTitle } from '../components/views.ts';

/**
 * Where the person is signed in, who may do something for them, and who looked at their data.
 *
 * @summary Sign-ins and access.
 * @tagname fp-security
 */
export class SecurityElement extends PortletElement<Pick<FaceplateClient, 'accounts'>> {
  static override readonly styles = [
    PortletElement.styles,
    css`
      .sections {
        gap: var(--fp-space-8);
      }
    `,
  ];

  /** Whose portal this is. */
  @property() persona: Persona = 'consumer';

  readonly #accounts = new Reading(this, {
    args: () => [] as const,
    load: (_, options) => this.services.client.accounts.list(options),
    changes: [],
  });

  protected override renderContent(): unknown {
    const { services, activeLocale: locale } = this;
    const zone = this.#accounts.value?.items[0]?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return html`<div class="stack sections">
      ${heading(1, securityTitle())}
      <fp-sign-ins .services=${services} locale=${locale} zone=${zone}></fp-sign-ins>
      ${/* Staff own nothing that could be granted. */ this.persona === 'agent' ? nothing : html`<fp-grants .services=${services} locale=${locale} zone=${zone}></fp-grants>`}
      <fp-access-log .services=${services} locale=${locale} zone=${zone}></fp-access-log>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-security': SecurityElement;
  }
}
