import { updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, chartIcon, tableIcon, tableStyles } from '@faceplate/ui';
import { html, LitElement, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Placed, placeSteps, type Step } from '../flow.ts';
import { flowStyles } from '../flow-chart.styles.ts';
import { words } from '../messages.ts';

/**
 * Steps from one amount to another, one below the other. Each says in words and figures what its bar shows, so that
 * pointing, the keyboard, touch, paper and a reader all meet the same facts. One button shows them as a table.
 *
 * @summary Waterfall, or bars from an axis, with direct labels and a table twin.
 * @tagname fp-flow-chart
 *
 * @slot table - The table twin.
 */
export class FlowChartElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, tableStyles, flowStyles];

  @property({ attribute: false }) steps: readonly Step[] = [];

  /** The answer the picture gives. */
  @property() caption = '';

  @state() private asTable = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`
      <figure class="stack tight">
        <figcaption>${this.caption}</figcaption>
        ${this.asTable ? html`<slot name="table"></slot>` : this.#renderSteps()}
        <button class="quiet" @click=${this.#onToggle}>
          ${this.asTable ? chartIcon() : tableIcon()}<span>${this.asTable ? words.asPicture() : words.asTable()}</span>
        </button>
      </figure>
    `;
  }

  #renderSteps() {
    const { zero, placed } = placeSteps(this.steps);
    return html`<ol class="plain">${this.steps.map((step, index) => this.#renderStep(step, placed[index], zero))}</ol>`;
  }

  #renderStep({ name, more, text, from, to, kind }: Step, place: Placed | undefined, zero: number) {
    const way = to < from ? 'down' : 'up';
    return html`
      <li class="${kind ?? way}">
        <div class="words"><span class="name">${name}</span><span class="number">${text}</span></div>
        ${place && from !== to ? drawn(place, zero) : nothing}
        ${more ? html`<div class="more quiet small">${more}</div>` : nothing}
      </li>
    `;
  }

  #onToggle() {
    this.asTable = !this.asTable;
  }
}

/** Amounts grow to the right in every script, as on the axes of all our pictures. */
const drawn = ({ x, width, start }: Placed, zero: number) => html`
  <svg aria-hidden="true">
    ${svg`<line class="axis" x1="${zero}%" x2="${zero}%" y1="0" y2="100%"></line>
      <line class="start" x1="${start}%" x2="${start}%" y1="0" y2="50%"></line>
      <rect x="${x}%" width="${width}%" y="15%" height="70%"></rect>`}
  </svg>
`;

declare global {
  interface HTMLElementTagNameMap {
    'fp-flow-chart': FlowChartElement;
  }
}
