import { updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, chartIcon, tableIcon } from '@faceplate/ui';
import { css, html, LitElement, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { words } from '../messages.ts';

/** One amount and what it is of. */
export interface SideBar {
  readonly name: string;
  /** Small print below the bar. */
  readonly more: string;
  /** Minor units; below zero the bar grows to the other side. */
  readonly value: number;
  /** The amount, as it is written. */
  readonly text: string;
}

/**
 * Amounts one below the other, on an axis that begins at nothing. Each says in words and figures what its bar shows, so
 * that pointing, the keyboard, touch, paper and a reader all meet the same facts. One button shows them as a table.
 *
 * @summary Bars to both sides of an axis, with direct labels and a table twin.
 * @tagname fp-side-bars
 *
 * @slot table - The table twin.
 */
export class SideBarsElement extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }

      figcaption {
        font-weight: var(--fp-weight-strong);
        text-wrap: balance;
      }

      figure > button {
        justify-self: end;
        font-size: var(--fp-size-quiet);
      }

      ol {
        display: grid;
        gap: var(--fp-space-3);
      }

      li {
        display: grid;
        gap: var(--fp-space-1);
        break-inside: avoid;
      }

      .words {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--fp-space-3);
      }

      .words > :first-child {
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      li > svg {
        inline-size: 100%;
        block-size: 0.75rem;
        overflow: visible;
        print-color-adjust: exact;
      }

      rect {
        fill: var(--fp-accent);
      }

      line {
        stroke: var(--fp-text-quiet);
      }

      @media (forced-colors: active) {
        rect {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly SideBar[] = [];

  /** The answer the picture gives. */
  @property() caption = '';

  /** How to read it, where the title does not say. */
  @property() hint = '';

  @state() private asTable = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`
      <figure class="stack tight">
        <figcaption>${this.caption}</figcaption>
        ${this.hint && !this.asTable ? html`<p class="quiet small">${this.hint}</p>` : nothing}
        ${this.asTable ? html`<slot name="table"></slot>` : html`<ol class="plain">${this.bars.map((bar) => this.#renderBar(bar))}</ol>`}
        <button class="quiet" @click=${this.#onToggle}>
          ${this.asTable ? chartIcon() : tableIcon()}<span>${this.asTable ? words.asPicture() : words.asTable()}</span>
        </button>
      </figure>
    `;
  }

  /** Amounts grow to the right in every script, as on the axes of all our pictures. */
  #renderBar({ name, more, value, text }: SideBar) {
    const values = this.bars.map((bar) => bar.value);
    const least = Math.min(0, ...values);
    const span = Math.max(0, ...values) - least || 1;
    const across = (amount: number) => ((amount - least) / span) * 100;
    return html`
      <li>
        <div class="words"><bdi>${name}</bdi><span class="number">${text}</span></div>
        <svg aria-hidden="true">
          ${svg`<line x1="${across(0)}%" x2="${across(0)}%" y1="0" y2="100%"></line>
            <rect x="${across(Math.min(0, value))}%" width="${(Math.abs(value) / span) * 100}%" y="10%" height="80%" rx="2"></rect>`}
        </svg>
        ${more ? html`<div class="quiet small">${more}</div>` : nothing}
      </li>
    `;
  }

  #onToggle() {
    this.asTable = !this.asTable;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-side-bars': SideBarsElement;
  }
}
