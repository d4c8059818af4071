import { updateWhenLocaleChanges } from '@faceplate/localize';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from './base-styles.ts';
import { words } from './messages.ts';

/** Short waits are not worth a word. */
const SPEAK_AFTER_MS = 1000;

/**
 * Keeps the place of what is on its way, in its final size, and tells readers so after a second.
 *
 * @summary Placeholder lines while content loads.
 * @tagname fp-skeleton
 */
export class SkeletonElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--fp-space-3);
      }

      .line {
        block-size: calc(1em * var(--fp-leading));
        border-radius: var(--fp-radius-small);
        background-color: var(--fp-line-quiet);
        animation: breathe 1.2s ease-in-out infinite alternate;
      }

      .line:nth-child(3n) {
        inline-size: 80%;
      }

      .line.large {
        inline-size: 40%;
        block-size: calc(var(--fp-size-figure) * var(--fp-leading-tight));
      }

      .line.row {
        inline-size: auto;
        block-size: var(--fp-control);
      }

      @keyframes breathe {
        to {
          opacity: 0.5;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .line {
          animation: none;
        }
      }
    `,
  ];

  /** How many lines it stands for. */
  @property({ type: Number }) lines = 3;

  /** A large figure comes before the lines. */
  @property({ type: Boolean }) figure = false;

  /** The lines are rows of a table or list, as high as a control. */
  @property({ type: Boolean }) rows = false;

  @state() private late = false;

  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#timer = setTimeout(() => {
      this.late = true;
    }, SPEAK_AFTER_MS);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.late = false;
  }

  override render() {
    return html`
      ${this.figure ? html`<div class="line large"></div>` : nothing}
      ${Array.from({ length: this.lines }, () => html`<div class="line ${this.rows ? 'row' : ''}"></div>`)}
      <p role="status" class="visually-hidden">${this.late ? words.loading() : ''}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-skeleton': SkeletonElement;
  }
}
