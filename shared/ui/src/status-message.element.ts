import { updateWhenLocaleChanges } from '@faceplate/localize';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from './base-styles.ts';
import { buttonStyles } from './control-styles.ts';
import { copyIcon } from './icons.ts';
import { words } from './messages.ts';
import { toneStyles } from './tone.styles.ts';
import { type Tone, toneIcon } from './tone.ts';

/**
 * Says what happened and what to do now. A critical one interrupts a reader (`alert`), any other waits its turn (`status`).
 *
 * @summary Message box with a tone, a title, actions and a reference to quote.
 * @tagname fp-status-message
 *
 * @slot - What happened and what to do next.
 * @slot actions - Buttons and links: the way on.
 * @csspart reference - The line with the reference.
 */
export class StatusMessageElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    toneStyles,
    css`
      :host {
        display: block;
        padding: var(--fp-space-4);
        border: var(--fp-line-width) solid var(--tone);
        border-radius: var(--fp-radius);
        background-color: var(--tone-ground);
      }

      [role] {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--fp-space-1) var(--fp-space-3);
      }

      [role] > .icon {
        margin-block-start: 0.15em;
        color: var(--tone);
      }

      /* In line with the words, past the icon. */
      .reference,
      slot[name='actions'] {
        padding-inline-start: calc(1.25rem + var(--fp-space-3));
      }

      .heading {
        color: var(--tone);
        font-weight: var(--fp-weight-strong);
      }

      slot[name='actions'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--fp-space-2);
      }

      slot[name='actions']::slotted(*) {
        margin-block-start: var(--fp-space-2);
      }

      .reference {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--fp-space-2);
        color: var(--fp-text-quiet);
        font-size: var(--fp-size-small);
      }

      .quote {
        user-select: all;
      }

      .reference button {
        padding-inline: var(--fp-space-2);
      }
    `,
  ];

  /** What it means for the customer. */
  @property({ reflect: true }) tone: Tone = 'info';

  /** The message in one line. */
  @property() heading = '';

  /** What a customer may quote to support: a trace id, say. Empty: none is shown. */
  @property() reference = '';

  @state() private copied = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`
      <div role=${this.tone === 'critical' ? 'alert' : 'status'}>
        ${toneIcon(this.tone)}
        <div class="stack tight">
          ${this.heading ? html`<p class="heading">${this.heading}</p>` : nothing}
          <slot></slot>
        </div>
      </div>
      ${this.reference ? this.#renderReference() : nothing}
      <slot name="actions"></slot>
    `;
  }

  #renderReference() {
    return html`
      <div part="reference" class="reference">
        <span class="quote">${words.reference(this.reference)}</span>
        <button class="quiet" @click=${this.#onCopy}>${copyIcon()}<span>${words.copy()}</span></button>
        <span role="status">${this.copied ? words.copied() : ''}</span>
      </div>
    `;
  }

  async #onCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.reference);
      this.copied = true;
    } catch {
      // No clipboard on this page: the words are marked instead, ready to be copied by hand.
      const quote = this.renderRoot.querySelector('.quote');
      if (quote) getSelection()?.selectAllChildren(quote);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-status-message': StatusMessageElement;
  }
}
