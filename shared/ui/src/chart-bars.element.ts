import { updateWhenLocaleChanges } from '@faceplate/localize';
import { html, LitElement, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Bar, type PlacedBar, placeBars } from './bars.ts';
import { baseStyles } from './base-styles.ts';
import { BarChosenEvent } from './chart-bars.events.ts';
import { chartBarsStyles } from './chart-bars.styles.ts';
import { buttonStyles, tableStyles } from './control-styles.ts';
import { chartIcon, tableIcon } from './icons.ts';
import { words } from './messages.ts';

/**
 * Bars over time with the answer as their title. The bar in hand and the tallest carry their figures; arrow keys, hover
 * and touch move along; one button shows the same figures as a table.
 *
 * @summary Bar chart with direct labels and a table twin.
 * @tagname fp-chart-bars
 *
 * @cssprop [--fp-chart-accent=var(--fp-accent)] - Colour of the bar in hand.
 * @fires {BarChosenEvent} fp-bar-chosen - A bar was chosen; only where `choosable`.
 */
export class ChartBarsElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, tableStyles, chartBarsStyles];

  /** In order of time. */
  @property({ attribute: false }) bars: readonly Bar[] = [];

  /** The answer the picture gives: "€12.40 more than in May". */
  @property() caption = '';

  /** Heads the first column of the table: "Month". */
  @property({ attribute: 'name-heading' }) nameHeading = '';

  /** Heads the second column of the table: "Total". */
  @property({ attribute: 'value-heading' }) valueHeading = '';

  /** Bars lead somewhere: a click or Enter fires `fp-bar-chosen`. */
  @property({ type: Boolean }) choosable = false;

  @state() private asTable = false;

  /** The bar in hand; the last until somebody takes another. */
  @state() private taken: number | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    return html`
      <figure class="stack tight">
        <figcaption id="caption">${this.caption}</figcaption>
        ${this.asTable ? this.#renderTable() : this.#renderChart()}
        <button class="quiet" @click=${this.#onToggle}>
          ${this.asTable ? chartIcon() : tableIcon()}<span>${this.asTable ? words.asChart() : words.asTable()}</span>
        </button>
      </figure>
    `;
  }

  get #active(): number {
    return Math.min(this.taken ?? Infinity, this.bars.length - 1);
  }

  #renderTable() {
    return html`
      <table aria-labelledby="caption">
        <thead>
          <tr><th scope="col">${this.nameHeading}</th><th scope="col" class="number">${this.valueHeading}</th></tr>
        </thead>
        <tbody>
          ${this.bars.map(({ name, text }) => html`<tr><th scope="row">${name}</th><td class="number">${text}</td></tr>`)}
        </tbody>
      </table>
    `;
  }

  #renderChart() {
    const { zero, bars } = placeBars(this.bars.map((bar) => bar.value));
    return html`
      <svg class="chart" role="group" aria-labelledby="caption" @keydown=${this.#onKeydown}>
        ${bars.map((place, index) => this.#renderBar(place, index))}
        <g aria-hidden="true">${bars.map((place, index) => this.#renderWords(place, index))}</g>
        <line x1="0" x2="100%" y1="${zero}%" y2="${zero}%"></line>
      </svg>
    `;
  }

  #renderBar({ x, y, width, height }: PlacedBar, index: number) {
    const bar = this.bars[index];
    if (!bar) return nothing;
    const column = 100 / this.bars.length;
    const active = index === this.#active;
    return svg`
      <g class="bar" role=${this.choosable ? 'button' : 'img'} aria-label="${bar.name}: ${bar.text}"
        tabindex=${active ? 0 : -1} ?data-active=${active}
        @pointerenter=${() => this.#take(index)} @pointerdown=${() => this.#take(index)} @focus=${() => this.#take(index)}
        @click=${() => this.#choose(index)}>
        <rect class="column" x="${x - column / 2}%" width="${column}%" height="100%"></rect>
        <rect class="shape" x="${x - width / 2}%" y="${y}%" width="${width}%" height="${height}%"></rect>
      </g>`;
  }

  /** Apart from the bars, whose names say it all: every second label may go where there is little room. */
  #renderWords(place: PlacedBar, index: number) {
    const bar = this.bars[index];
    if (!bar) return nothing;
    const spare = (this.bars.length - 1 - index) % 2 === 1;
    return svg`
      <text class=${spare ? 'spare' : ''} ?data-active=${index === this.#active} x="${place.x}%" y="97%"
        text-anchor="middle">${bar.label}</text>
      ${this.#labelled(index) ? this.#renderValue(bar, place) : nothing}`;
  }

  /** A figure is wider than its bar: at the edges it grows inward. */
  #renderValue({ text, value }: Bar, { x, y, width, height }: PlacedBar) {
    const edge = x < 15 ? 'start' : x > 85 ? 'end' : 'middle';
    const shift = { start: -width / 2, middle: 0, end: width / 2 }[edge];
    const below = value < 0;
    return svg`<text class="value" x="${x + shift}%" y="${below ? y + height : y}%" dy=${below ? '1.1em' : '-0.4em'}
      text-anchor=${edge}>${text}</text>`;
  }

  /** The bar in hand, and the tallest where the two figures do not meet. */
  #labelled(index: number): boolean {
    if (index === this.#active) return true;
    const values = this.bars.map((bar) => bar.value);
    const apart = Math.abs(index - this.#active) / this.bars.length;
    return apart > 0.25 && index === values.indexOf(Math.max(...values));
  }

  #take(index: number): void {
    this.taken = index;
  }

  #choose(index: number): void {
    const bar = this.bars[index];
    if (this.choosable && bar) this.dispatchEvent(new BarChosenEvent(bar, index));
  }

  #onToggle(): void {
    this.asTable = !this.asTable;
  }

  async #onKeydown(event: KeyboardEvent): Promise<void> {
    const last = this.bars.length - 1;
    const moves: Record<string, number> = { ArrowLeft: this.#active - 1, ArrowRight: this.#active + 1, Home: 0, End: last };
    const next = moves[event.key];
    if (next === undefined) {
      if (event.key === 'Enter' || event.key === ' ') this.#onPress(event);
      return;
    }
    event.preventDefault();
    this.#take(Math.min(last, Math.max(0, next)));
    await this.updateComplete;
    this.renderRoot.querySelector<SVGGElement>('.bar[data-active]')?.focus();
  }

  #onPress(event: KeyboardEvent): void {
    if (!this.choosable) return;
    event.preventDefault();
    this.#choose(this.#active);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-chart-bars': ChartBarsElement;
  }
}
