import { msg } from '@faceplate/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Portlet } from '../registry/manifest.ts';
import { titleOf } from '../registry/title.ts';
import { startOf } from '../routing/pattern.ts';
import { LightElement } from './light.element.ts';

/**
 * The ways through the portal.
 *
 * @summary Links to the pages this person has.
 * @tagname fp-navigation
 */
export class NavigationElement extends LightElement {
  @property({ attribute: false }) portlets: readonly Portlet[] = [];

  @property() locale = 'en';

  /** Where the person is: `/bills`. */
  @property() current = '/';

  override render(): TemplateResult {
    return html`<nav aria-label=${msg('Main', { id: 'shell.nav', desc: 'Name of the main navigation, for screen readers' })}>
      <ul>
        ${this.#renderLink('/', msg('Overview', { id: 'shell.home', desc: 'Link to the home page, and its title' }))}
        ${this.portlets.map((portlet) => this.#renderLink(startOf(portlet.route), titleOf(portlet, this.locale)))}
      </ul>
    </nav>`;
  }

  #renderLink(href: string, title: string): TemplateResult {
    return html`<li><a href=${href} aria-current=${href === this.current ? 'page' : nothing}>${title}</a></li>`;
  }
}
