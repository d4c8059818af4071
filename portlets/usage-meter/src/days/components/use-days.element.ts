import type { UsageMeter } from '@faceplate/contracts';
import { formatDate, updateWhenLocaleChanges } from '@faceplate/localize';
import { baseStyles, buttonStyles, chartIcon, tableIcon, tableStyles } from '@faceplate/ui';
import { html, LitElement, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { kindWord } from '../../messages.ts';
import { quantityText } from '../../quantities.ts';
import { words } from '../messages.ts';
import { useDaysStyles } from './use-days.styles.ts';

type Day = UsageMeter['days'][number];

const totalOf = ({ home, roaming }: Day): number => home + roaming;

/**
 * What one service used of one kind, a bar a day: at home filled, abroad striped. The day in hand is said in words below;
 * arrow keys, hover and touch move along; one button shows the same figures as a table.
 *
 * @summary Use day by day, at home and abroad.
 * @tagname fp-use-days
 */
export class UseDaysElement extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, tableStyles, useDaysStyles];

  @property({ attribute: false }) meter: UsageMeter | undefined;

  @property() locale = 'en';

  @state() private asTable = false;

  /** The day in hand; the one with the most until somebody takes another. */
  @state() private taken: number | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const { meter } = this;
    if (!meter) return nothing;
    const kind = kindWord(meter.name);
    if (meter.days.length === 0) return html`<p class="quiet">${words.unknown(kind)}</p>`;
    const peak = meter.days[this.#peak];
    if (!peak || totalOf(peak) === 0) return html`<p class="quiet">${words.nothing(kind)}</p>`;
    return html`
      <figure class="stack tight">
        <figcaption id="caption">${words.most(kind, this.#amount(meter.used), formatDate(peak.on, this.locale, 'weekday'))}</figcaption>
        ${this.asTable ? this.#renderTable(meter) : this.#renderChart(meter)}
        <button class="quiet" @click=${this.#onToggle}>
          ${this.asTable ? chartIcon() : tableIcon()}<span>${this.asTable ? words.asChart() : words.asTable()}</span>
        </button>
      </figure>
    `;
  }

  get #days(): readonly Day[] {
    return this.meter?.days ?? [];
  }

  get #peak(): number {
    const totals = this.#days.map(totalOf);
    return totals.indexOf(Math.max(...totals));
  }

  get #active(): number {
    return Math.min(this.taken ?? this.#peak, this.#days.length - 1);
  }

  get #hasRoaming(): boolean {
    return this.#days.some(({ roaming }) => roaming > 0);
  }

  #amount(value: number): string {
    return quantityText(value, this.meter?.unit ?? '', this.locale);
  }

  #renderTable({ days }: UsageMeter) {
    const roams = this.#hasRoaming;
    return html`
      <table aria-labelledby="caption">
        <thead>
          <tr><th scope="col">${words.day()}</th><th scope="col" class="number">${words.home()}</th>${roams ? html`<th scope="col" class="number">${words.abroad()}</th>` : nothing}</tr>
        </thead>
        <tbody>
          ${days.map(
            ({ on, home, roaming }) => html`<tr>
              <th scope="row">${formatDate(on, this.locale, 'weekday')}</th>
              <td class="number">${this.#amount(home)}</td>
              ${roams ? html`<td class="number">${this.#amount(roaming)}</td>` : nothing}
            </tr>`,
          )}
        </tbody>
      </table>
    `;
  }

  #renderChart({ days }: UsageMeter) {
    const most = Math.max(...days.map(totalOf));
    return html`
      <svg role="group" aria-labelledby="caption" @keydown=${this.#onKeydown}>
        <defs>
          <pattern id="abroad" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6"></rect><path d="M0 0V6"></path></pattern>
        </defs>
        ${days.map((day, index) => this.#renderDay(day, index, most))}
        <line x1="0" x2="100%" y1="100%" y2="100%"></line>
      </svg>
      <p class="fact small" aria-hidden="true">${this.#factOf(days[this.#active])}</p>
      ${this.#hasRoaming ? html`<p class="key small"><span>${words.home()}</span><span class="striped">${words.abroad()}</span></p>` : nothing}
    `;
  }

  #renderDay(day: Day, index: number, most: number) {
    const column = 100 / this.#days.length;
    const [home, roaming] = [day.home, day.roaming].map((value) => (value / most) * 100) as [number, number];
    const active = index === this.#active;
    const bar = { x: `${column * (index + 0.15)}%`, width: `${column * 0.7}%` };
    return svg`
      <g class="day" role="img" aria-label=${this.#factOf(day)} tabindex=${active ? 0 : -1} ?data-active=${active}
        @pointerenter=${() => this.#take(index)} @pointerdown=${() => this.#take(index)} @focus=${() => this.#take(index)}>
        <rect class="column" x="${column * index}%" width="${column}%" height="100%"></rect>
        <rect class="home" x=${bar.x} width=${bar.width} y="${100 - home}%" height="${home}%"></rect>
        ${day.roaming > 0 ? svg`<rect class="abroad" x=${bar.x} width=${bar.width} y="${100 - home - roaming}%" height="${roaming}%"></rect>` : nothing}
      </g>`;
  }

  #factOf(day: Day | undefined): string {
    if (!day) return '';
    const on = formatDate(day.on, this.locale, 'weekday');
    const total = this.#amount(totalOf(day));
    return day.roaming > 0 ? words.factAbroad(on, total, this.#amount(day.roaming)) : words.fact(on, total);
  }

  #take(index: number): void {
    this.taken = index;
  }

  readonly #onToggle = () => {
    this.asTable = !this.asTable;
  };

  async #onKeydown(event: KeyboardEvent): Promise<void> {
    const last = this.#days.length - 1;
    const moves: Record<string, number> = { ArrowLeft: this.#active - 1, ArrowRight: this.#active + 1, Home: 0, End: last };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.taken = Math.min(last, Math.max(0, next));
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>('.day[data-active]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fp-use-days': UseDaysElement;
  }
}
