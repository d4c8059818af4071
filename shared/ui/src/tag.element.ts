import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from './base-styles.ts';
import { toneStyles } from './tone.styles.ts';
import { type Tone, toneIcon } from './tone.ts';

/**
 * A state in one word, told by colour, shape and the word itself.
 *
 * @summary Status word with a tone and a shape.
 * @tagname fp-tag
 *
 * @slot - The word.
 */
export class TagElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    toneStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: var(--fp-space-1);
        padding: 0 var(--fp-space-2);
        border: var(--fp-line-width) solid var(--tone);
        border-radius: var(--fp-radius-small);
        background-color: var(--tone-ground);
        color: var(--tone);
        font-size: var(--fp-size-quiet);
        font-weight: var(--fp-weight-strong);
        /* A sentence, "1 order needs something from you", may be longer than a phone is wide. */
        max-inline-size: 100%;
      }

      .icon {
        inline-size: 1em;
        block-size: 1em;
        stroke-width: 2;
      }
    `,
  ];

  /** What the state means for the customer. */
  @property({ reflect: true }) tone: Tone = 'neutral';

  override render() {
    return html`${toneIcon(this.tone)}<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-tag': TagElement;
  }
}
