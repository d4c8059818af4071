import { msg } from '@faceplate/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ToastDismissedEvent } from '../events.ts';
import { LightElement } from './light.element.ts';

export interface Toast {
  readonly id: string;
  readonly text: () => string;
  readonly link: { readonly href: string; readonly text: () => string };
}

/**
 * Says what happened elsewhere on the page. A message stays until it is
 * dismissed or its link is followed: nobody has to read against a clock.
 *
 * @summary Messages with a way on.
 * @tagname fp-toasts
 *
 * @fires {ToastDismissedEvent} fp-toast-dismissed - The person has read one.
 */
export class ToastsElement extends LightElement {
  @property({ attribute: false }) toasts: readonly Toast[] = [];

  override render(): TemplateResult {
    return html`<div role="status">${repeat(this.toasts, ({ id }) => id, (toast) => this.#renderToast(toast))}</div>`;
  }

  #renderToast({ id, text, link }: Toast): TemplateResult {
    const dismiss = () => this.dispatchEvent(new ToastDismissedEvent(id));
    return html`<div class="toast">
      <p>${text()} <a href=${link.href} @click=${dismiss}>${link.text()}</a></p>
      <button type="button" class="quiet" @click=${dismiss}>${msg('Close', { id: 'shell.close', desc: 'Button that takes a message away' })}</button>
    </div>`;
  }
}
