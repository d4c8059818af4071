import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { type Surroundings, surroundingsContext } from './services.ts';
import { servingOrigin, standaloneServices } from './standalone.ts';

/**
 * Lends the portlets inside it one client, locale and account.
 *
 * @summary What several portlets of a page share.
 * @tagname fp-context
 *
 * @slot - The portlets, with whatever stands between them.
 */
export class ContextElement extends LitElement {
  static override readonly styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base URL of the gateway; by default the origin that served this module. */
  @property() gateway = '';

  /** BCP 47; by default what the page says in `lang`. */
  @property() locale = '';

  /** Billing account id; empty for all accounts of the session. */
  @property() account = '';

  readonly #provider = new ContextProvider(this, { context: surroundingsContext, initialValue: this.#lend() });

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#provider.setValue(this.#lend());
  }

  override render(): unknown {
    return html`<slot></slot>`;
  }

  #lend(): Surroundings {
    const gateway = this.gateway || servingOrigin();
    return { services: standaloneServices(this, gateway, this.locale), account: this.account };
  }
}
